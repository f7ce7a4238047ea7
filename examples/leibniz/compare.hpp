#pragma once

#include "answer.hpp"

#include <string>
#include <vector>

namespace tool {

/// What --equal found about two formulas.
struct comparison {
    std::string left{}, right{};  // as text, where that is asked for
    leibniz::equivalence found{};
};

/// The exit code: 0 equal, 1 different, 3 neither was shown.
inline int code_of(leibniz::verdict v) { return v == leibniz::verdict::equal ? 0 : v == leibniz::verdict::different ? 1 : 3; }

inline std::string sentence_of(comparison const& c) {
    std::string sentence = text(c.found);
    if (c.found.found == leibniz::verdict::equal_where) {
        sentence += "; to assume it, add";
        std::string_view rest = c.found.conditions;
        for (std::size_t end = 0; end != rest.npos; rest.remove_prefix(end == rest.npos ? 0 : end + 5)) {
            end = rest.find(" and ");
            sentence += " --assume '" + std::string(rest.substr(0, end)) + "'";
        }
    }
    return sentence;
}

/// The formula, or with --wrt its derivative, against the other one.
inline comparison comparison_for(options const& chosen) {
    int const most = chosen.limits.limits.characters;
    auto m = leibniz::parse(formula_in(chosen.formula, most), chosen.limits);
    auto const other = leibniz::parse(formula_in(*chosen.other, most), chosen.limits);
    for (std::string const& name : chosen.limits.columns)
        if (!other.source()->mentions(name)) require_name(m, "--columns", name);
    if (chosen.by.size() > 1 || (chosen.by.empty() && chosen.order != 1))
        throw input_error("leibniz: --equal compares one formula; write --wrt with one symbol, or neither --wrt nor --order");
    if (!chosen.by.empty()) m = diff(m, wanted(m, chosen)[0], chosen.order);
    comparison result{.found = equivalent(m, other, assumed_in(chosen))};
    if (chosen.json) result.left = text(m), result.right = text(other);
    return result;
}

}  // namespace tool
