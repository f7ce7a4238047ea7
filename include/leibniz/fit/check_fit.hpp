#pragma once

#include <leibniz/fit/parameter_map.hpp>
#include <leibniz/fit/place_of_name.hpp>
#include <leibniz/fit/problem.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <stdexcept>
#include <string>
#include <unordered_set>
#include <vector>

namespace leibniz::inline v0_1::detail {

[[noreturn]] inline void refuse_fit(std::string const& sentence) { throw std::invalid_argument("fit: " + sentence); }

inline std::string short_number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}
/// "b1, b2 and x"
inline std::string listed_names(std::vector<std::string> const& names) {
    std::string all;
    for (std::size_t k = 0; k < names.size(); ++k)
        all += std::string(k == 0 ? "" : k + 1 == names.size() ? " and " : ", ") + names[k];
    return all;
}
inline std::string no_number(double value) { return std::isnan(value) ? "NaN" : "infinite"; }

/// True where a formula takes a sum or mean of all rows.
inline bool has_reductions(model const& m) {
    return std::any_of(m.code().code.begin(), m.code().code.end(), [](instruction const& s) { return s.op == opcode::reduce; });
}

/// Throws for names that occur twice.
template <class Named>
void require_distinct(std::vector<Named> const& all, std::string const& what) {
    std::unordered_set<std::string> known;
    for (auto const& each : all)
        if (!known.insert(each.name).second) refuse_fit(each.name + " has " + what + " twice; give it once");
}

/// The columns of these names, all of one length, and finite. A column of one number becomes one for all rows.
inline fit_data used_columns(std::vector<std::string> const& symbols, std::vector<std::string> const& parameters, fit_data const& data) {
    require_distinct(data, "a column");
    fit_data used;
    named_column const* longest = nullptr;
    for (std::string const& name : symbols) {
        if (place_of_name(parameters, name) >= 0 || place_of_name(used, name) >= 0) continue;
        int const at = place_of_name(data, name);
        if (at < 0) refuse_fit(name + " is neither a parameter nor a column; give it a start, such as " + name + " = 1, or a column of data");
        used.push_back(data[static_cast<std::size_t>(at)]);
    }
    for (named_column const& each : used) {
        if (each.values.size() == 1) continue;
        if (longest != nullptr && each.values.size() != longest->values.size())
            refuse_fit("columns of different length: " + longest->name + " has " + std::to_string(longest->values.size()) + " rows, " + each.name +
                       " has " + std::to_string(each.values.size()));
        longest = &each;
    }
    Eigen::Index const rows = longest == nullptr ? 1 : longest->values.size();
    for (named_column& each : used) {
        if (each.values.size() == 1) each.values = constant_column(rows, each.values[0]);
        for (Eigen::Index i = 0; i < rows; ++i)
            if (!std::isfinite(each.values[i]))
                refuse_fit(each.name + " is " + no_number(each.values[i]) + " in row " + std::to_string(i) + " (the first is row 0); leave the row out");
    }
    return used;
}

/// One number for each row: positive and finite.
inline Eigen::ArrayXd checked_deviations(std::string const& name, Eigen::ArrayXd const& given, Eigen::Index rows) {
    if (given.size() != 1 && given.size() != rows)
        refuse_fit(name + " has " + std::to_string(given.size()) + " rows, the data have " + std::to_string(rows));
    for (Eigen::Index i = 0; i < given.size(); ++i)
        if (!(given[i] > 0) || !std::isfinite(given[i]))
            refuse_fit(name + " is " + (std::isnan(given[i]) ? "NaN" : short_number(given[i])) + " in row " + std::to_string(i) +
                       " (the first is row 0); standard deviations are positive");
    if (given.size() == 1) return constant_column(rows, given[0]);
    return given;
}

/// Throws where the squares of these numbers would overflow.
inline void require_finite_squares(std::string const& what, Eigen::ArrayXd const& values, std::string const& instead) {
    for (double each : values)
        if (std::abs(each) > 1e150) refuse_fit(what + " reaches " + short_number(std::abs(each)) + ", too large to be squared; " + instead);
}
/// The same where they would vanish, or those of their differences, to rounding.
inline void require_squares(std::string const& what, Eigen::ArrayXd const& values) {
    require_finite_squares(what, values, "use another unit");
    double largest = 0;
    for (double each : values) largest = std::max(largest, std::abs(each));
    if (largest > 0 && largest < 1e-140) refuse_fit(what + " is " + short_number(largest) + " at most, too small to be squared; use another unit");
}

/// The values of a row, "where x = 0 and y = 2".
inline std::string where_in(fit_data const& data, Eigen::Index row) {
    std::vector<std::string> each;
    for (named_column const& c : data) each.push_back(c.name + " = " + short_number(c.values[row]));
    return "in row " + std::to_string(row) + " (the first is row 0), where " + listed_names(each);
}

/// Bounds of all parameters; those without are infinite.
inline Eigen::VectorXd checked_bounds(std::vector<named_number> const& bounds, fit_problem const& p, bool upper) {
    double const none = std::numeric_limits<double>::infinity();
    Eigen::VectorXd all = constant_vector(p.start.size(), upper ? none : -none);
    std::string const which = upper ? "an upper bound" : "a lower bound";
    require_distinct(bounds, which);
    for (named_number const& b : bounds) {
        int const k = place_of_name(p.names, b.name);
        if (k < 0) refuse_fit(b.name + " has " + which + ", but is no parameter");
        if (p.map.state(k) != parameter_state::free) refuse_fit(b.name + " has " + which + ", but is not free");
        if (std::isnan(b.value)) refuse_fit(which + " of " + b.name + " is NaN");
        if (upper ? p.start[k] > b.value : p.start[k] < b.value)
            refuse_fit("the start of " + b.name + ", " + short_number(p.start[k]) + ", is out of its bounds: " + which + " is " + short_number(b.value));
        all[k] = b.value;
    }
    return all;
}

}  // namespace leibniz::inline v0_1::detail
