#pragma once

#include <string_view>

namespace leibniz::inline v0_1::detail {

/// The place of a name among names, or -1.
template <class Names>
int place_of_name(Names const& names, std::string_view wanted) {
    int k = 0;
    for (auto const& each : names) {
        if constexpr (requires { each.name; }) {
            if (each.name == wanted) return k;
        } else if (each == wanted) return k;
        ++k;
    }
    return -1;
}

}  // namespace leibniz::inline v0_1::detail
