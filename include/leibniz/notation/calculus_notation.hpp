#pragma once

#include <leibniz/notation/calculation.hpp>
#include <leibniz/notation/latex.hpp>
#include <leibniz/notation/mathml.hpp>
#include <leibniz/notation/unicode.hpp>

#include <string_view>

namespace leibniz::detail {

template <class Style>
characters styled_name(std::string_view variable) {
    buffer<char> out;
    Style::name(out, variable, false);
    return characters(static_cast<buffer<char>&&>(out));
}
template <class Style>
characters styled_number(std::string_view digits) {
    buffer<char> out;
    Style::substituted(out, digits);
    return characters(static_cast<buffer<char>&&>(out));
}

template <>
struct calculus_notation<unicode_style> {
    static characters name(std::string_view variable) { return styled_name<unicode_style>(variable); }
    static characters number(std::string_view digits) { return styled_number<unicode_style>(digits); }
    static characters enclosed(characters const& what) { return characters("(") + what + ")"; }
    static characters ratio(std::string_view of, std::string_view by) { return characters("∂") + of + "/∂" + by; }
    static characters next(std::string_view parameter) { return characters("new ") + parameter; }
    static constexpr std::string_view times = " · ", tight_times = "·", plus = " + ", minus = " − ";
};

template <>
struct calculus_notation<latex_style> {
    static characters name(std::string_view variable) { return styled_name<latex_style>(variable); }
    static characters number(std::string_view digits) { return styled_number<latex_style>(digits); }
    static characters enclosed(characters const& what) { return characters("(") + what + ")"; }
    static characters ratio(std::string_view of, std::string_view by) { return characters("\\frac{\\partial ") + of + "}{\\partial " + by + "}"; }
    static characters next(std::string_view parameter) { return characters(parameter) + "^{\\mathrm{new}}"; }
    static constexpr std::string_view times = " \\cdot ", tight_times = " \\cdot ", plus = " + ", minus = " - ";
};

template <>
struct calculus_notation<mathml_style> {
    static characters name(std::string_view variable) { return styled_name<mathml_style>(variable); }
    static characters number(std::string_view digits) { return characters("<mrow>") + styled_number<mathml_style>(digits) + "</mrow>"; }
    static characters enclosed(characters const& what) { return characters("<mrow><mo>(</mo>") + what + "<mo>)</mo></mrow>"; }
    static characters ratio(std::string_view of, std::string_view by) {
        return characters("<mfrac><mrow><mo>∂</mo>") + of + "</mrow><mrow><mo>∂</mo>" + by + "</mrow></mfrac>";
    }
    static characters next(std::string_view parameter) { return characters("<msup>") + parameter + "<mtext>new</mtext></msup>"; }
    static constexpr std::string_view times = "<mo>·</mo>", tight_times = "<mo>·</mo>", plus = "<mo>+</mo>", minus = "<mo>−</mo>";
};

}  // namespace leibniz::detail
