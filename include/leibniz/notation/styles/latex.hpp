#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/accents.hpp>
#include <leibniz/notation/matrix_style.hpp>
#include <leibniz/notation/signs.hpp>
#include <leibniz/notation/patterns.hpp>
#include <leibniz/notation/printing.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// One letter of a name in math mode; a letter that LaTeX lacks is written by its number.
constexpr void put_latex_letter(buffer<char>& out, char32_t c, bool literally) {
    if (is_letter(static_cast<char>(c)) && c < 0x80 && c != '_') return out.push(static_cast<char>(c));
    if (c >= '0' && c <= '9') return out.push(static_cast<char>(c));
    if (text_view const name = name_of_greek(c); !name.empty() && !literally) return put(out, "{\\"), put(out, name), put(out, "}");
    constexpr text_view escaped = "_#%&${}";
    if (c < 0x80 && escaped.find(static_cast<char>(c)) != text_view::npos) return out.push('\\'), out.push(static_cast<char>(c));
    out.push('u');
    put_hexadecimal(out, c, 4);
}
/// The command of a Greek letter, by its name or itself: theta, θ.
constexpr char32_t greek_in(text_view piece) {
    code_point const c = code_point_at(piece, 0);
    if (c.length == piece.size()) return name_of_greek(c.value).empty() ? 0 : c.value;
    return greek_named(piece);
}
/// The letter below an accent: an i without its dot.
constexpr void put_latex_accent(buffer<char>& out, accent const& with, text_view letter) {
    put(out, "\\"), put(out, with.name), put(out, "{");
    if (letter == "i" || letter == "j") put(out, "\\"), put(out, letter), put(out, "math");
    else put(out, letter);
    put(out, "}");
}
struct latex_piece {
    buffer<char> letters{};
    int units = 0;  // letters with their accents
};
constexpr latex_piece latex_of(text_view piece, bool literally) {
    latex_piece result;
    if (char32_t const letter = greek_in(piece); letter != 0 && !literally) {
        put(result.letters, "\\"), put(result.letters, name_of_greek(letter));
        result.units = 1;
        return result;
    }
    for (std::size_t k = 0; k < piece.size(); ++result.units) {
        code_point c = code_point_at(piece, k);
        k += c.length;
        accented made = accent_of(c.value);
        if (made.with) c.value = static_cast<unsigned char>(made.base);
        else if (k < piece.size()) {
            code_point const mark = code_point_at(piece, k);
            made.with = accent_of_mark(mark.value);
            if (made.with) k += mark.length;
        }
        if (!made.with) {
            if (c.value >= 0x80) ++result.units;  // spelled out
            put_latex_letter(result.letters, c.value, literally);
            continue;
        }
        buffer<char> letter;
        put_latex_letter(letter, c.value, literally);
        put_latex_accent(result.letters, *made.with, characters(letter));
    }
    return result;
}
/// Names of several letters are upright.
constexpr void put_latex_piece(buffer<char>& out, text_view piece, bool upright = true, bool literally = false) {
    latex_piece const made = latex_of(piece, literally);
    bool const wrapped = made.units > 1 && upright;
    if (wrapped) put(out, "\\mathrm{");
    for (char c : made.letters) out.push(c);
    if (wrapped) put(out, "}");
}
/// The length in bytes of digits such as ₁₂ at the end of a name.
constexpr std::size_t lowered_digits(text_view name) {
    std::size_t bytes = 0;
    while (name.size() > bytes + 3) {
        code_point const c = code_point_at(name, name.size() - bytes - 3);
        if (c.length != 3 || c.value < 0x2080 || c.value > 0x2089) break;
        bytes += 3;
    }
    return bytes;
}

}  // namespace detail

/// For math mode of LaTeX with amsmath: \frac{x}{2}, \left( \right) around what is tall, \theta_{1}, \mathrm{loss}.
struct latex_style : text_style {
    static constexpr bool renames = true, plain_names = true, stacked = true, tall = true, splits = true, patterns = true;
    static constexpr int letters = 20;
    static constexpr glyphs times = "\\,", times_digit = " \\cdot ", times_ten = " \\times 10^{", power = "^{", raise = "", raise_end = "}",
                            root = "\\sqrt{", root_end = "}", fraction = "\\frac{", fraction_bar = "}{", fraction_end = "}", group = "",
                            group_end = "", tall_opening = "\\left(", tall_closing = "\\right)";

    static constexpr void plain_name(buffer<char>& out, text_view symbol) {
        out.push(symbol[0]);
        if (symbol.size() == 1) return;
        out.append("_{", 2);
        out.append(symbol.data() + 1, static_cast<int>(symbol.size()) - 1);
        out.push('}');
    }
    static constexpr void name(buffer<char>& out, text_view symbol, bool literally) {
        using namespace detail;
        if (!literally && is_plain(symbol)) return plain_name(out, symbol);
        name_parts parts = parts_of_name(symbol);
        spelt_accent const spelt = spelt_accent_of(symbol);
        std::size_t const lowered = parts.below.empty() ? lowered_digits(symbol) : 0;
        if (literally) put_latex_piece(out, symbol, true, true);
        else if (lowered > 0) {
            put_latex_piece(out, symbol.substr(0, symbol.size() - lowered));
            put(out, "_{");
            for (std::size_t k = symbol.size() - lowered; k < symbol.size(); k += 3)
                out.push(static_cast<char>('0' + (code_point_at(symbol, k).value - 0x2080)));
            put(out, "}");
        } else {
            if (!spelt.with) put_latex_piece(out, parts.head);
            else put_latex_accent(out, *spelt.with, characters(latex_of(spelt.letter, false).letters)), parts.below = spelt.below;
            if (!parts.below.empty()) put(out, "_{");
            for (text_view below = parts.below; !below.empty();) {
                text_view const piece = next_piece(below);
                put_latex_piece(out, piece, !all_digits(piece));
                put(out, below.empty() ? "}" : ",");
            }
        }
    }
    static constexpr bool reserved(text_view name) { return name == "\\pi"; }
    /// 1e-05 becomes 1 \cdot 10^{-5}.
    static constexpr void substituted(buffer<char>& out, text_view value) {
        std::size_t const e = value.find('e');
        if (e == text_view::npos || !detail::is_digit(value[e - 1])) return detail::put(out, value);
        detail::put(out, value.substr(0, e));
        detail::put(out, " \\cdot 10^{");
        text_view exponent = value.substr(e + 1);
        if (exponent[0] == '-') out.push('-');
        if (!detail::is_digit(exponent[0])) exponent.remove_prefix(1);
        while (exponent.size() > 1 && exponent[0] == '0') exponent.remove_prefix(1);
        detail::put(out, exponent);
        out.push('}');
    }

    static constexpr bool is_infix(function const& fn) { return detail::stands_between(fn); }
    static constexpr void infix(buffer<char>& out, function const& fn) {
        detail::put(out, " "), detail::put(out, fn.latex), detail::put(out, " ");
    }
    /// True if the function's LaTeX has places for its operands.
    static constexpr text_view pattern(function const& fn) {
        if (detail::is_negation(fn)) return "+\\neg @1";
        return detail::has_places(fn.latex) ? fn.latex : text_view();
    }
    static constexpr bool is_tall(function const& fn) { return detail::has_lines(fn); }
    static constexpr void function_call(buffer<char>& out, function const& fn) { detail::put(out, fn.latex); }
    /// σ, ψ, Γ: whether a symbol is written as the function is.
    static constexpr bool is_its_letter(function const& fn, text_view symbol) {
        if (fn.arity == 0 || fn.latex.size() < 2 || symbol.empty() || detail::is_plain(symbol)) return false;
        char32_t const letter = detail::greek_named(fn.latex.substr(1));
        return letter != 0 && letter == detail::greek_in(symbol);
    }
    static constexpr void named_call(buffer<char>& out, function const& fn) {
        detail::put(out, "\\operatorname{"), detail::put(out, fn.name), detail::put(out, "}");
    }

    static constexpr matrix_signs of_matrices{.product = "\\,",
                                              .entry_product = " \\odot ",
                                              .entry_quotient = " \\oslash ",
                                              .entry_power = "^{\\circ ",
                                              .transpose = "^\\top",
                                              .inverse = "^{-1}",
                                              .inverse_transpose = "^{-\\top}",
                                              .norm = "\\lVert ",
                                              .norm_end = "\\rVert",
                                              .matrix_norm = "\\lVert ",
                                              .matrix_norm_end = "\\rVert_{F}",
                                              .ones = "\\mathbf{1}",
                                              .identity = "I",
                                              .zeros = "0",
                                              .below = "_{",
                                              .lowered_end = "}"};
    template <class Style = latex_style>  // made where it is used
    static constexpr matrix_style const* matrices() {
        return &detail::matrix_style_of<Style>;
    }
};

/// The formula for LaTeX's math mode; it needs the package amsmath. theta_1 is θ₁, y_hat is ŷ. Refuses what `text` refuses.
///
///     static_assert(latex(x/2_c) == "\\frac{x}{2}");
template <expression E>
constexpr text_view latex(E) {
    return detail::as_text(detail::written_form<latex_style, E>::report());
}

}  // namespace leibniz::inline v0_1
