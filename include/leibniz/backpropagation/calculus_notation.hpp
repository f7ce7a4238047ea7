#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/styles/latex.hpp>
#include <leibniz/notation/styles/mathml.hpp>
#include <leibniz/notation/names.hpp>
#include <leibniz/backpropagation/slots.hpp>
#include <leibniz/notation/styles/unicode.hpp>

namespace leibniz::inline v0_1::detail {

template <>
struct calculus_notation<unicode_style> {
    static constexpr void name(buffer<char>& out, text_view variable, spelled_names const& spelled = {}) {
        if (spelled.count == 0) unicode_style::name(out, variable, false);
        else spelled.write<unicode_style>(out, variable);
    }
    static constexpr void number(buffer<char>& out, text_view digits) { unicode_style::substituted(out, digits); }
    static constexpr void ratio(buffer<char>& out, text_view of, text_view by, spelled_names const& spelled = {}) {
        put(out, "∂"), name(out, of, spelled), put(out, "/∂"), name(out, by, spelled);
    }
    static constexpr void direct(buffer<char>& out, text_view of, text_view by, spelled_names const& spelled = {}) {
        ratio(out, of, by, spelled), put(out, " (direct)");
    }
    static constexpr void next(buffer<char>& out, text_view parameter, spelled_names const& spelled = {}) {
        put(out, "new "), name(out, parameter, spelled);
    }
    static constexpr text_view times = " · ", tight_times = "·", plus = " + ", minus = " − ", opening = "(", closing = ")";
};

template <>
struct calculus_notation<latex_style> {
    static constexpr void name(buffer<char>& out, text_view variable, spelled_names const& spelled = {}) {
        if (spelled.count == 0) latex_style::name(out, variable, false);
        else spelled.write<latex_style>(out, variable);
    }
    static constexpr void number(buffer<char>& out, text_view digits) { latex_style::substituted(out, digits); }
    static constexpr void ratio(buffer<char>& out, text_view of, text_view by, spelled_names const& spelled = {}) {
        put(out, "\\frac{\\partial "), name(out, of, spelled), put(out, "}{\\partial "), name(out, by, spelled), put(out, "}");
    }
    static constexpr void direct(buffer<char>& out, text_view of, text_view by, spelled_names const& spelled = {}) {
        put(out, "\\left("), ratio(out, of, by, spelled), put(out, "\\right)_{\\mathrm{direct}}");
    }
    static constexpr void next(buffer<char>& out, text_view parameter, spelled_names const& spelled = {}) {
        name(out, parameter, spelled), put(out, "^{\\mathrm{new}}");
    }
    static constexpr text_view times = " \\cdot ", tight_times = " \\cdot ", plus = " + ", minus = " - ", opening = "(", closing = ")";
};

template <>
struct calculus_notation<mathml_style> {
    static constexpr void name(buffer<char>& out, text_view variable, spelled_names const& spelled = {}) {
        if (spelled.count == 0) mathml_style::name(out, variable, false);
        else spelled.write<mathml_style>(out, variable);
    }
    static constexpr void number(buffer<char>& out, text_view digits) {
        put(out, "<mrow>"), mathml_style::substituted(out, digits), put(out, "</mrow>");
    }
    static constexpr void ratio(buffer<char>& out, text_view of, text_view by, spelled_names const& spelled = {}) {
        put(out, "<mfrac><mrow><mo>∂</mo>"), name(out, of, spelled), put(out, "</mrow><mrow><mo>∂</mo>"), name(out, by, spelled),
            put(out, "</mrow></mfrac>");
    }
    static constexpr void direct(buffer<char>& out, text_view of, text_view by, spelled_names const& spelled = {}) {
        put(out, "<msub>"), put(out, mathml_style::tall_opening), ratio(out, of, by, spelled), put(out, mathml_style::tall_closing),
            put(out, "<mtext>direct</mtext></msub>");
    }
    static constexpr void next(buffer<char>& out, text_view parameter, spelled_names const& spelled = {}) {
        put(out, "<msup>"), name(out, parameter, spelled), put(out, "<mtext>new</mtext></msup>");
    }
    static constexpr text_view times = "<mo>·</mo>", tight_times = "<mo>·</mo>", plus = "<mo>+</mo>", minus = "<mo>−</mo>",
                               opening = mathml_style::opening, closing = mathml_style::closing;
};

}  // namespace leibniz::inline v0_1::detail
