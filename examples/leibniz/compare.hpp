#pragma once

#include "answer.hpp"
#include "estimate.hpp"
#include "expansion.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

enum class verdict { equal = 0, different = 1, unknown = 3 };  // the exit codes

/// What --equal found, and why.
struct comparison {
    std::string left{}, right{};  // as text, where that is asked for
    verdict found = verdict::unknown;
    std::string reason{};
    std::vector<std::pair<std::string, double>> witness{};  // a point where the values differ
    double left_value = 0, right_value = 0;
};

inline bool same_form(leibniz::model const& a, leibniz::model const& b) {
    try {
        return a == b;
    } catch (std::length_error const&) {  // too large to be compared
        return false;
    }
}

inline bool proved_by_expanding(leibniz::model const& a, leibniz::model const& b) {
    try {
        return expansion().proves(a, b);
    } catch (no_proof const&) { return false; }
}

/// Looks for a point where the values differ by a thousand times more than rounding explains, and counts those where they
/// can be told to agree. Coordinates are multiples of 1/64: exact in binary, short in decimal.
inline void look_for_witness(leibniz::model const& a, leibniz::model const& b, bool in_columns, comparison& result) {
    guarded_formula const first(a), second(b);
    std::vector<std::string> names = a.symbols();
    for (auto const& name : b.symbols())
        if (!holds(names, name)) names.push_back(name);
    // A name that only a condition has: it is 1 wherever the others are.
    auto const value_in = [&](std::vector<double> const& at) {
        return [&](std::string_view name) -> long double {
            auto const found = std::find(names.begin(), names.end(), name);
            return found == names.end() ? 1 : at[static_cast<std::size_t>(found - names.begin())];
        };
    };
    std::mt19937_64 random(1675);  // the standard says which numbers follow: the same answer everywhere
    constexpr double ranges[][2] = {{0, 1}, {-2, 2}, {0.5, 4}, {-1, 0}, {-10, 10}, {1, 30}};
    int compared = 0;
    for (int trial = 0; trial < 96; ++trial) {
        auto const [from, to] = ranges[trial % 6];
        auto const steps = static_cast<std::uint64_t>((to - from) * 64) - 1;
        std::vector<double> at;
        for (std::size_t k = 0; k < names.size(); ++k) at.push_back(from + static_cast<double>(1 + random() % steps) / 64);
        estimate const left = first.at(value_in(at)), right = second.at(value_in(at));
        long double const apart = std::fabs(left.value - right.value);
        if (!std::isfinite(left.value) || !std::isfinite(right.value)) continue;
        bool const is_sharp = left.error + right.error <= 1e-9L * (1 + std::fabs(left.value) + std::fabs(right.value));
        compared += is_sharp ? 1 : 0;
        if (!(apart > 1000 * (left.error + right.error))) continue;
        result.found = verdict::different;
        result.reason = "at a point the values differ by more than rounding explains";
        for (std::size_t k = 0; k < names.size(); ++k) result.witness.emplace_back(names[k], at[k]);
        result.left_value = static_cast<double>(left.value);
        result.right_value = static_cast<double>(right.value);
        return;
    }
    result.reason = compared == 0
                        ? "no proof was found, and no point where both have a value"
                        : "no proof was found, but the values agree at all " + std::to_string(compared) + " points where both have one";
    if (compared > 0 && in_columns) result.reason += ", columns of one row";
}

inline comparison compare(leibniz::model const& a, leibniz::model const& b, bool in_columns) {
    comparison result;
    if (same_form(a, b)) {
        result.found = verdict::equal;
        result.reason = "both have the same canonical form";
    } else if (proved_by_expanding(a, b)) {
        result.found = verdict::equal;
        result.reason = "proved by expanding both, wherever both are defined";
    } else {
        look_for_witness(a, b, in_columns, result);
    }
    return result;
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
    comparison result = compare(m, other, !chosen.limits.columns.empty());
    if (chosen.json) result.left = text(m), result.right = text(other);
    return result;
}

}  // namespace tool
