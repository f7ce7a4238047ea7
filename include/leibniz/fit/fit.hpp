#pragma once

#include <leibniz/fit/conclude.hpp>
#include <leibniz/fit/prepare.hpp>

#include <string>
#include <string_view>

namespace leibniz {

namespace detail {

inline fit_result run_fit(std::shared_ptr<fit_problem const> const& p) {
    least_squares const squares = squares_of(*p);
    return concluded(p, levenberg_marquardt(squares)());
}

/// The place of the one = of an equation; text::npos where there is none, or several. (Not that of == <= >= !=, and :=.)
inline std::size_t place_of_equals(std::string_view text) {
    std::size_t found = std::string_view::npos;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text[k] != '=') continue;
        bool const after = k > 0 && std::string_view("=<>!:").find(text[k - 1]) != std::string_view::npos;
        bool const before = k + 1 < text.size() && text[k + 1] == '=';
        if (after || before) continue;
        if (found != std::string_view::npos) return std::string_view::npos;
        found = k;
    }
    return found;
}

}  // namespace detail

inline fit_result fit(model const& response, model const& formula, fit_start const& start, fit_data const& data, fit_options const& options) {
    return detail::run_fit(detail::prepared(response, formula, start, data, options));
}

inline fit_result fit(std::string_view equation, fit_start const& start, fit_data const& data, fit_options const& options) {
    std::size_t const at = detail::place_of_equals(equation);
    if (at == std::string_view::npos)
        detail::refuse_fit("the text is no equation of two sides; write \"y = b1*x + b2\", the response on the left");
    return fit(parse(equation.substr(0, at)), parse(equation.substr(at + 1)), start, data, options);
}

}  // namespace leibniz
