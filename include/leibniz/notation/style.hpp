#pragma once

#include <leibniz/graph/function.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/utf8.hpp>

#include <cstddef>

namespace leibniz::inline v0_1 {

/// A short string literal. (In constant evaluation a text_view takes two more calls to read.)
struct glyphs {
    char const* letters = "";
    int size = 0;

    constexpr glyphs() = default;
    template <int Size>
    constexpr glyphs(char const (&text)[Size]) : letters(text), size(Size - 1) {}  // NOLINT: text is text
    constexpr bool empty() const { return size == 0; }
    constexpr operator text_view() const { return {letters, static_cast<std::size_t>(size)}; }  // NOLINT
};

/// The style of `text`, and what other styles may change. Order, signs and parentheses come from the writer and are the same
/// in every style.
struct text_style {
    static constexpr bool renames = false;      // names are written by `name(out, symbol, literally)`
    static constexpr bool plain_names = false;  // those of one letter and digits by `plain_name(out, symbol)`, each to its own
    static constexpr bool stacked = false;      // fractions by `fraction`, exponents raised: both hold together what they hold
    static constexpr bool raised = false;       // whole exponents by `raised_digit`
    static constexpr bool bare_root = false;    // the root of one symbol without parentheses
    static constexpr bool tall = false;         // other parentheses around what is tall
    static constexpr bool splits = false;       // another sign of multiplication before digits
    static constexpr bool patterns = false;     // some functions are no calls: `pattern(fn)`
    static constexpr bool power_calls = false;  // powers whose exponent is no whole number, by `fraction_power` and `any_power`
    static constexpr bool truth = false;        // conditions are no numbers; between `truth_begin` and `truth_end` they are
    static constexpr bool rational = false;     // the quotient of two numbers by `fraction`
    static constexpr int letters = 12;          // a first guess of the characters of one node

    static constexpr glyphs times = "*", over = "/", plus = " + ", minus = " - ", negative = "-", opening = "(", closing = ")",
                            comma = ", ", power = "^", root = "sqrt(", root_end = ")", number = "", number_end = "", document = "",
                            document_end = "";

    static constexpr text_view function_name(function const& fn) { return fn.name; }
    /// The sign of an operation that stands between its operands, with its spaces; else nothing.
    static constexpr bool is_infix(function const& fn) { return !detail::is_letter(fn.name[0]); }
    static constexpr void infix(buffer<char>& out, function const& fn) {
        detail::put(out, " "), detail::put(out, fn.name), detail::put(out, " ");
    }
    static constexpr void verbatim(buffer<char>& out, text_view text) { detail::put(out, text); }
    static constexpr void function_call(buffer<char>& out, function const& fn) { detail::put(out, fn.name); }
};

}  // namespace leibniz::inline v0_1
