#pragma once

#include <leibniz/notation/latex.hpp>
#include <leibniz/notation/mathml.hpp>
#include <leibniz/notation/slots.hpp>
#include <leibniz/notation/unicode.hpp>

#include <string_view>

namespace leibniz::detail {

template <>
struct calculus_notation<unicode_style> {
    static constexpr void name(buffer<char>& out, std::string_view variable) { unicode_style::name(out, variable, false); }
    static constexpr void number(buffer<char>& out, std::string_view digits) { unicode_style::substituted(out, digits); }
    static constexpr void ratio(buffer<char>& out, std::string_view of, std::string_view by) { put(out, "∂"), name(out, of), put(out, "/∂"), name(out, by); }
    static constexpr void direct(buffer<char>& out, std::string_view of, std::string_view by) { ratio(out, of, by), put(out, " (direct)"); }
    static constexpr void next(buffer<char>& out, std::string_view parameter) { put(out, "new "), name(out, parameter); }
    static constexpr std::string_view times = " · ", tight_times = "·", plus = " + ", minus = " − ", opening = "(", closing = ")";
};

template <>
struct calculus_notation<latex_style> {
    static constexpr void name(buffer<char>& out, std::string_view variable) { latex_style::name(out, variable, false); }
    static constexpr void number(buffer<char>& out, std::string_view digits) { latex_style::substituted(out, digits); }
    static constexpr void ratio(buffer<char>& out, std::string_view of, std::string_view by) {
        put(out, "\\frac{\\partial "), name(out, of), put(out, "}{\\partial "), name(out, by), put(out, "}");
    }
    static constexpr void direct(buffer<char>& out, std::string_view of, std::string_view by) {
        put(out, "\\left("), ratio(out, of, by), put(out, "\\right)_{\\mathrm{direct}}");
    }
    static constexpr void next(buffer<char>& out, std::string_view parameter) { name(out, parameter), put(out, "^{\\mathrm{new}}"); }
    static constexpr std::string_view times = " \\cdot ", tight_times = " \\cdot ", plus = " + ", minus = " - ", opening = "(", closing = ")";
};

template <>
struct calculus_notation<mathml_style> {
    static constexpr void name(buffer<char>& out, std::string_view variable) { mathml_style::name(out, variable, false); }
    static constexpr void number(buffer<char>& out, std::string_view digits) { put(out, "<mrow>"), mathml_style::substituted(out, digits), put(out, "</mrow>"); }
    static constexpr void ratio(buffer<char>& out, std::string_view of, std::string_view by) {
        put(out, "<mfrac><mrow><mo>∂</mo>"), name(out, of), put(out, "</mrow><mrow><mo>∂</mo>"), name(out, by), put(out, "</mrow></mfrac>");
    }
    static constexpr void direct(buffer<char>& out, std::string_view of, std::string_view by) {
        put(out, "<msub>"), put(out, opening), ratio(out, of, by), put(out, closing), put(out, "<mtext>direct</mtext></msub>");
    }
    static constexpr void next(buffer<char>& out, std::string_view parameter) { put(out, "<msup>"), name(out, parameter), put(out, "<mtext>new</mtext></msup>"); }
    static constexpr std::string_view times = "<mo>·</mo>", tight_times = "<mo>·</mo>", plus = "<mo>+</mo>", minus = "<mo>−</mo>",
                                      opening = "<mrow><mo>(</mo>", closing = "<mo>)</mo></mrow>";
};

}  // namespace leibniz::detail
