#pragma once

#include <leibniz/document/terminal.hpp>
#include <leibniz/fit/report.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

/// The report of a fit as text for a terminal; `std::cout << found` writes it too.
///
///     fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", ys}});
///     std::cout << found;
inline characters text(fit_result const& found) { return text(report(found)); }
inline characters text(fit_result const& found, report_options const& options) { return text(report(found, options)); }

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, fit_result const& found) {
    return out << text(found);
}

/// A parameter with its standard error, to as many digits as that warrants: `half = 1.053 +- 0.020`; without one its value alone.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, fitted_parameter const& p) {
    if (!(p.standard_error > 0)) return out << p.name << " = " << p.value;
    return out << p.name << " = " << detail::rounded(p.value, p.standard_error) << " +- " << detail::rounded(p.standard_error);
}

}  // namespace leibniz::inline v0_1
