#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/accents.hpp>
#include <leibniz/notation/matrix_style.hpp>
#include <leibniz/notation/signs.hpp>
#include <leibniz/notation/patterns.hpp>
#include <leibniz/notation/printing.hpp>
#include <leibniz/notation/styles/unicode.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

constexpr void put_element(buffer<char>& out, text_view element, text_view text) {
    put(out, "<"), put(out, element), put(out, ">");
    put_escaped(out, text);
    put(out, "</"), put(out, element), put(out, ">");
}
constexpr void put_mathml_letter(buffer<char>& out, text_view name) {
    put(out, "<mi>");
    if (char32_t const letter = greek_named(name); letter != 0) put_code_point(out, letter);
    else put_escaped(out, name);
    put(out, "</mi>");
}
/// ŷ is written as y below an accent; the single character would be upright.
constexpr void put_mathml_accent(buffer<char>& out, accent const& with, text_view letter) {
    put(out, "<mover accent=\"true\">"), put_mathml_letter(out, letter), put(out, "<mo stretchy=\"false\">");
    put_code_point(out, with.sign);
    put(out, "</mo></mover>");
}
constexpr bool put_mathml_accented(buffer<char>& out, text_view name) {
    code_point const letter = code_point_at(name, 0);
    if (letter.length == name.size()) {
        accented const made = accent_of(letter.value);
        if (made.with) put_mathml_accent(out, *made.with, {&made.base, 1});
        return bool(made.with);
    }
    code_point const mark = code_point_at(name, letter.length);
    some_accent const with = accent_of_mark(mark.value);
    if (!with || letter.length + mark.length < name.size() || !is_one_letter(name.substr(0, letter.length))) return false;
    put_mathml_accent(out, *with, name.substr(0, letter.length));
    return true;
}
constexpr void put_mathml_identifier(buffer<char>& out, text_view name) {
    if (!put_mathml_accented(out, name)) put_mathml_letter(out, name);
}
/// The delimiters and cases in the LaTeX of a function, as MathML.
constexpr void put_mathml_of_latex(buffer<char>& out, text_view latex) {
    for (std::size_t k = 0; k < latex.size();) {
        bool ends = false, grows = false;
        auto const next = [&](text_view token) {
            if (latex.substr(k, token.size()) != token) return false;
            k += token.size();
            return true;
        };
        if (next(" ")) continue;
        if (next("\\left")) put(out, "<mrow>"), grows = true;
        if (next("\\right")) ends = grows = true;
        if (next("\\begin{cases}")) put(out, "<mrow><mo>{</mo><mtable columnalign=\"left\"><mtr><mtd>");
        else if (next("\\end{cases}")) put(out, "</mtd></mtr></mtable></mrow>");
        else if (next("\\\\")) put(out, "</mtd></mtr><mtr><mtd>");
        else if (next("&")) put(out, "</mtd><mtd>");
        else if (next("\\text{")) {
            std::size_t const end = latex.find('}', k);
            put_element(out, "mtext", latex.substr(k, end - k));
            k = end + 1;
        } else if (latex[k] == '\\') {
            std::size_t end = k + 1;
            while (end < latex.size() && is_letter(latex[end])) ++end;
            text_view const command = latex.substr(k, end - k), sign = sign_of_command(command);
            if (sign == command) put_element(out, "mi", command.substr(1));  // \log
            else put_element(out, "mo", sign);
            k = end;
        } else if (!grows && (latex[k] == '(' || latex[k] == ')')) put(out, "<mo stretchy=\"false\">"), out.push(latex[k++]), put(out, "</mo>");
        else put_element(out, "mo", latex.substr(k++, 1));
        if (ends) put(out, "</mrow>");
    }
}

}  // namespace detail

/// Presentation MathML; text is escaped.
struct mathml_style : text_style {
    static constexpr bool renames = true, plain_names = true, stacked = true, tall = true, splits = true, patterns = true;
    static constexpr int letters = 150;
    static constexpr glyphs times = "<mo rspace=\"0.17em\">&#8290;</mo>", times_digit = "<mo>·</mo>",
                            times_ten = "<mo>×</mo><msup><mn>10</mn><mrow>", over = "<mo>/</mo>", plus = "<mo>+</mo>", minus = "<mo>−</mo>",
                            negative = "<mo>−</mo>", opening = "<mrow><mo stretchy=\"false\">(</mo>",
                            closing = "<mo stretchy=\"false\">)</mo></mrow>", tall_opening = "<mrow><mo>(</mo>",
                            tall_closing = "<mo>)</mo></mrow>", comma = "<mo>,</mo>", power = "<mrow>", raise = "<msup>",
                            raise_end = "</mrow></msup>", root = "<msqrt>", root_end = "</msqrt>", fraction = "<mfrac><mrow>",
                            fraction_bar = "</mrow><mrow>", fraction_end = "</mrow></mfrac>", group = "<mrow>", group_end = "</mrow>",
                            number = "<mn>", number_end = "</mn>", document = "<math>", document_end = "</math>";

    static constexpr void plain_name(buffer<char>& out, text_view symbol) {
        using namespace detail;
        if (symbol.size() > 1) put(out, "<msub>");
        put(out, "<mi>"), out.push(symbol[0]), put(out, "</mi>");
        if (symbol.size() > 1) put(out, "<mrow><mn>"), put(out, symbol.substr(1)), put(out, "</mn></mrow></msub>");
    }
    static constexpr void name(buffer<char>& out, text_view symbol, bool literally) {
        using namespace detail;
        if (!literally && is_plain(symbol)) return plain_name(out, symbol);
        name_parts parts = parts_of_name(symbol);
        spelt_accent const spelt = spelt_accent_of(symbol);
        if (literally) return put_element(out, "mi", symbol);
        if (spelt.with) parts.below = spelt.below;
        if (!parts.below.empty()) put(out, "<msub>");
        if (spelt.with) put_mathml_accent(out, *spelt.with, spelt.letter);
        else put_mathml_identifier(out, parts.head);
        if (parts.below.empty()) return;
        put(out, "<mrow>");
        for (text_view below = parts.below; !below.empty();) {
            text_view const piece = next_piece(below);
            if (is_digit(piece[0])) put_element(out, "mn", piece);
            else put_mathml_identifier(out, piece);
            if (!below.empty()) put(out, "<mo>,</mo>");
        }
        put(out, "</mrow></msub>");
    }
    static constexpr bool reserved(text_view name) { return name == "<mi>π</mi>"; }
    static constexpr void substituted(buffer<char>& out, text_view value) {
        if (value[0] == '-') detail::put(out, negative), value.remove_prefix(1);
        detail::put_element(out, "mn", value);
    }

    static constexpr bool is_infix(function const& fn) { return detail::stands_between(fn); }
    static constexpr void infix(buffer<char>& out, function const& fn) { detail::put_element(out, "mo", detail::sign_of(fn)); }
    static constexpr text_view pattern(function const& fn) {
        if (detail::is_negation(fn)) return "+\\neg @1";
        return detail::has_places(fn.latex) ? fn.latex : text_view();
    }
    static constexpr bool is_tall(function const& fn) { return detail::has_lines(fn); }
    static constexpr void verbatim(buffer<char>& out, text_view text) { detail::put_mathml_of_latex(out, text); }
    static constexpr void function_call(buffer<char>& out, function const& fn) {
        detail::put_mathml_identifier(out, fn.name);
        if (fn.arity > 0) detail::put(out, "<mo>&#8289;</mo>");
    }

    static constexpr matrix_signs of_matrices{.product = "<mo rspace=\"0.17em\">&#8290;</mo>",
                                              .entry_product = "<mo>⊙</mo>",
                                              .entry_quotient = "<mo>⊘</mo>",
                                              .entry_power = "<mrow><mo lspace=\"0\" rspace=\"0\">∘</mo>",
                                              .transposed = "<msup><mrow>",
                                              .transpose = "</mrow><mi>⊤</mi></msup>",
                                              .inverse = "<mrow><mo>−</mo><mn>1</mn></mrow></msup>",
                                              .inverse_transpose = "<mrow><mo>−</mo><mi>⊤</mi></mrow></msup>",
                                              .norm = "<mrow><mo>‖</mo>",
                                              .norm_end = "<mo>‖</mo></mrow>",
                                              .matrix_norm = "<msub><mrow><mo>‖</mo>",
                                              .matrix_norm_end = "<mo>‖</mo></mrow><mi>F</mi></msub>",
                                              .ones = "<mn>𝟏</mn>",
                                              .identity = "<mi>I</mi>",
                                              .zeros = "<mn>0</mn>",
                                              .lowered = "<msub>",
                                              .below = "<mrow>",
                                              .lowered_end = "</mrow></msub>"};
    template <class Style = mathml_style>  // made where it is used
    static constexpr matrix_style const* matrices() {
        return &detail::matrix_style_of<Style>;
    }
};

/// The formula as an element of MathML for an HTML page. Refuses what `text` refuses.
///
///     static_assert(mathml(x) == "<math><mi>x</mi></math>");
template <expression E>
constexpr text_view mathml(E) {
    return detail::as_text(detail::written_form<mathml_style, E>::report());
}

}  // namespace leibniz::inline v0_1
