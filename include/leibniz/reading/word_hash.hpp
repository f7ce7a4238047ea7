#pragma once

#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1::detail {

/// The hash of names (FNV-1a). One step is written out where characters are read, because compilers count calls twice.
class word_hash {
public:
    static constexpr unsigned empty = 2166136261u, factor = 16777619u;  // FNV-1a
    static constexpr unsigned of(text_view name) {
        unsigned hash = empty;
        for (char const *c = name.data(), *const end = c + name.size(); c != end; ++c)
            hash = (hash ^ static_cast<unsigned char>(*c)) * factor;
        return hash;
    }
};

}  // namespace leibniz::inline v0_1::detail
