#pragma once

#include <leibniz/fit/conclude.hpp>
#include <leibniz/fit/equation.hpp>
#include <leibniz/fit/interpreted.hpp>
#include <leibniz/fit/prepare.hpp>

#include <memory>
#include <string_view>

namespace leibniz::inline v0_1 {

namespace detail {

inline fit_result run_fit(std::shared_ptr<fit_problem> const& p) {
    least_squares const squares = least_squares_of(*p);
    p->options.progress = {};  // the result keeps the options, and may outlive what this function refers to
    return concluded(p, levenberg_marquardt(squares)());
}

}  // namespace detail

inline fit_result fit(model const& response, model const& formula, fit_start const& start, fit_data const& data, fit_options const& options) {
    return detail::run_fit(detail::prepared(detail::interpreted_sides(response, formula), start, data, options));
}

inline fit_result fit(std::string_view text, fit_start const& start, fit_data const& data, fit_options const& options) {
    equation const sides = parse_equation(text);
    return fit(sides.left, sides.right, start, data, options);
}

}  // namespace leibniz::inline v0_1
