#pragma once

#include <leibniz/fit/conclude.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace leibniz {

namespace detail {

inline std::string padded(std::string const& text, std::size_t width, bool right) {
    std::string const gap(width > text.size() ? width - text.size() : 0, ' ');
    return right ? gap + text : text + gap;
}

/// The row of a parameter: name, value, standard error, ends of the interval. A figure that the data do not give is a dash.
inline std::vector<std::string> row_of(fitted_parameter const& p) {
    auto const figure = [](double value) { return std::isnan(value) ? std::string("-") : short_number(value); };
    std::string remark;
    switch (p.state) {
        case parameter_state::fixed: remark = "fixed"; break;
        case parameter_state::tied: remark = "= " + p.tied_to; break;
        case parameter_state::at_lower_bound: remark = "at its lower bound"; break;
        case parameter_state::at_upper_bound: remark = "at its upper bound"; break;
        default: remark = std::isnan(p.standard_error) ? "not determined" : "";
    }
    return {p.name, short_number(p.value), figure(p.standard_error), figure(p.lower), figure(p.upper), remark};
}

}  // namespace detail

/// Writes the model, a table of its parameters, how good the fit is, and how the figures are to be read.
///
///     std::cout << fit(y, w*x + b, values(w = 1.0, b = 0.0), x = xs, y = ys);
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, fit_result const& f) {
    std::string const percent = detail::short_number(100 * f.level) + " %";
    std::vector<std::vector<std::string>> rows{{"parameter", "value", "standard error", percent + " from", "to", ""}};
    for (fitted_parameter const& each : f.parameters) rows.push_back(detail::row_of(each));
    std::vector<std::size_t> widths(rows[0].size());
    for (auto const& row : rows)
        for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], row[k].size());
    out << f.text() << '\n';
    for (auto const& row : rows) {
        std::string line = detail::padded(row[0], widths[0], false);
        for (std::size_t k = 1; k + 1 < row.size(); ++k) line += "  " + detail::padded(row[k], widths[k], true);
        out << line << (row.back().empty() ? "" : "  ") << row.back() << '\n';
    }
    out << f.rows << " rows, " << f.free_parameters << (f.free_parameters == 1 ? " parameter, " : " parameters, ") << f.degrees_of_freedom
        << " degrees of freedom\n";
    out << "chi-squared " << detail::short_number(f.chi_squared) << ", reduced " << detail::short_number(f.reduced_chi_squared)
        << ", residual deviation " << detail::short_number(f.residual_deviation) << '\n';
    out << "R-squared " << detail::short_number(f.r_squared) << ", adjusted " << detail::short_number(f.adjusted_r_squared) << ", AIC "
        << detail::short_number(f.aic) << ", BIC " << detail::short_number(f.bic) << '\n';
    out << f.runs << " runs of residuals, " << detail::short_number(f.expected_runs) << " +- " << detail::short_number(f.runs_deviation)
        << " by chance\n";
    out << (f.converged() ? "converged: " : "not converged: ") << f.why << '\n';
    for (std::string const& each : f.undetermined) out << each << '\n';
    for (std::string const& each : f.notes) out << each << '\n';
    return out;
}

}  // namespace leibniz
