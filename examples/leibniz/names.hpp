#pragma once

#include "input.hpp"

#include <leibniz/parse.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tool {

inline std::string joined(std::vector<std::string> const& names) {
    std::string all;
    for (auto const& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

/// All names of the text, also those that cancelled.
inline std::vector<std::string> names_in(leibniz::model const& m) {
    auto const& names = m.source()->names;
    return {names.begin(), names.end()};
}

/// Insists that the formula has this name.
inline void require_name(leibniz::model const& m, std::string_view option, std::string const& name) {
    if (m.source()->mentions(name)) return;
    auto const names = names_in(m);
    throw input_error("leibniz: " + std::string(option) + ": the formula has no symbol " + in_quotes(name) +
                      (names.empty() ? "" : "; it has " + printable(joined(names), 200)));
}

}  // namespace tool
