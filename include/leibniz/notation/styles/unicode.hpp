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

/// The subscript of a digit or letter in Unicode, or 0.
constexpr char32_t lowered(char c) {
    if (is_digit(c)) return U'₀' + static_cast<char32_t>(c - '0');
    constexpr text_view letters = "aehijklmnoprstuvx";
    constexpr char32_t below[] = {U'ₐ', U'ₑ', U'ₕ', U'ᵢ', U'ⱼ', U'ₖ', U'ₗ', U'ₘ', U'ₙ', U'ₒ', U'ₚ', U'ᵣ', U'ₛ', U'ₜ', U'ᵤ', U'ᵥ', U'ₓ'};
    std::size_t const k = letters.find(c);
    return k == text_view::npos ? 0 : below[k];
}
constexpr bool can_be_lowered(text_view text) {
    for (char c : text)
        if (lowered(c) == 0) return false;
    return true;
}
/// A letter and its accent as one character, where Unicode has one.
constexpr bool put_as_one(buffer<char>& out, char letter, accent const& with) {
    std::size_t const k = with.bases.find(letter);
    if (k != text_view::npos) put_code_point(out, with.letters[k]);
    return k != text_view::npos;
}
/// A name unchanged, but for accents: ŷ is written like y with U+0302, which looks the same.
constexpr void put_sound(buffer<char>& out, text_view name) {
    for (std::size_t k = 0; k < name.size();) {
        code_point const c = code_point_at(name, k);
        k += c.length;
        if (c.value < 0x80 && k < name.size()) {
            code_point const mark = code_point_at(name, k);
            some_accent const with = accent_of_mark(mark.value);
            if (with && put_as_one(out, static_cast<char>(c.value), *with)) {
                k += mark.length;
                continue;
            }
        }
        put_code_point(out, c.value < 0x20 || c.value == 0x7f ? 0xfffd : c.value);
    }
}
constexpr void put_greek_or(buffer<char>& out, text_view name) {
    if (char32_t const letter = greek_named(name); letter != 0) put_code_point(out, letter);
    else put_sound(out, name);
}
constexpr void put_accented(buffer<char>& out, text_view letter, accent const& with) {
    if (letter.size() == 1 && put_as_one(out, letter[0], with)) return;
    put_greek_or(out, letter);
    put_code_point(out, with.mark);
}

}  // namespace detail

/// One line in the signs of mathematics: 2·x·(w·x − y), θ₁², √x, x ≤ y.
struct unicode_style : text_style {
    static constexpr bool renames = true, plain_names = true, raised = true, bare_root = true, patterns = true;
    static constexpr int letters = 18;
    static constexpr glyphs times = "·", times_ten = "×10", minus = " − ", negative = "−", bare_root_sign = "√";

    static constexpr void plain_name(buffer<char>& out, text_view symbol) {
        out.push(symbol[0]);
        for (std::size_t k = 1; k < symbol.size(); ++k) detail::put_code_point(out, detail::lowered(symbol[k]));
    }
    static constexpr void name(buffer<char>& out, text_view symbol, bool literally) {
        using namespace detail;
        if (!literally && is_plain(symbol)) return plain_name(out, symbol);
        if (literally) return put_sound(out, symbol);
        name_parts parts = parts_of_name(symbol);
        spelt_accent const spelt = spelt_accent_of(symbol);
        if (!spelt.with) put_greek_or(out, parts.head);
        else put_accented(out, spelt.letter, *spelt.with), parts.below = spelt.below;
        if (can_be_lowered(parts.below))
            for (char c : parts.below) put_code_point(out, lowered(c));
        else
            for (text_view below = parts.below; !below.empty();) put(out, "_"), put_greek_or(out, next_piece(below));
    }
    static constexpr bool reserved(text_view name) { return name == "π"; }
    static constexpr void substituted(buffer<char>& out, text_view value) {
        for (char c : value)
            if (c == '-') detail::put(out, negative);
            else out.push(c);
    }
    static constexpr void raised_number(buffer<char>& out, long long n) {
        constexpr char32_t digits[] = {U'⁰', U'¹', U'²', U'³', U'⁴', U'⁵', U'⁶', U'⁷', U'⁸', U'⁹'};
        buffer<char> plain;
        detail::put_number(plain, n);
        for (char c : plain) detail::put_code_point(out, c == '-' ? U'⁻' : digits[c - '0']);
    }

    static constexpr bool is_infix(function const& fn) { return detail::stands_between(fn); }
    static constexpr void infix(buffer<char>& out, function const& fn) {
        detail::put(out, " "), detail::put(out, detail::sign_of(fn)), detail::put(out, " ");
    }
    static constexpr text_view pattern(function const& fn) { return detail::is_negation(fn) ? "+¬@1" : ""; }
    static constexpr void function_call(buffer<char>& out, function const& fn) {
        if (fn.arity == 0) detail::put_greek_or(out, fn.name);
        else detail::put(out, fn.name);
    }

    static constexpr matrix_signs of_matrices{.product = "·",
                                              .entry_product = " ⊙ ",
                                              .entry_quotient = " ⊘ ",
                                              .entry_power = "⊙^",
                                              .raised_entry = "⊙",
                                              .transpose = "ᵀ",
                                              .inverse = "⁻¹",
                                              .inverse_transpose = "⁻ᵀ",
                                              .norm = "‖",
                                              .norm_end = "‖",
                                              .matrix_norm = "‖",
                                              .matrix_norm_end = "‖_F",
                                              .ones = "𝟏",
                                              .identity = "I",
                                              .zeros = "0",
                                              .over_rows = "_over_rows"};
    static constexpr void lower_size(buffer<char>& out, text_view size) {
        if (!detail::can_be_lowered(size)) return detail::put(out, "_"), detail::put(out, size);
        for (char c : size) detail::put_code_point(out, detail::lowered(c));
    }
    template <class Style = unicode_style>  // made where it is used
    static constexpr matrix_style const* matrices() {
        return &detail::matrix_style_of<Style>;
    }
};

/// The formula on one line in the signs of mathematics, UTF-8. It is for the eye and does not always read back. Refuses what
/// `text` refuses.
///
///     static_assert(unicode(pow<2>(w*x - y)) == "(w·x − y)²");
template <expression E>
constexpr text_view unicode(E) {
    return detail::as_text(detail::written_form<unicode_style, E>::report());
}

}  // namespace leibniz::inline v0_1
