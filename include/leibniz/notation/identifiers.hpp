#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/accents.hpp>
#include <leibniz/notation/letters.hpp>

namespace leibniz::inline v0_1::detail {

/// True if a list of words, separated by spaces, contains a word.
constexpr bool among(text_view words, text_view word) {
    for (std::size_t at = 0; at < words.size();) {
        std::size_t const end = words.find(' ', at);
        if (words.substr(at, end - at) == word) return true;
        if (end == text_view::npos) return false;
        at = end + 1;
    }
    return false;
}

/// Writes a name in ASCII: θ₁ as theta1, ŷ as y_hat.
constexpr void put_identifier(buffer<char>& out, text_view symbol, bool literally) {
    int const first = out.size();
    for (std::size_t k = 0; k < symbol.size();) {
        code_point const c = code_point_at(symbol, k);
        k += c.length;
        if (c.value < 0x80 && (is_letter(static_cast<char>(c.value)) || is_digit(static_cast<char>(c.value)))) {
            if (out.size() == first && is_digit(static_cast<char>(c.value))) out.push('_');
            out.push(static_cast<char>(c.value));
        } else if (c.value >= 0x2080 && c.value <= 0x2089) {
            if (out.size() == first) out.push('_');
            out.push(static_cast<char>('0' + (c.value - 0x2080)));
        } else if (text_view const letter = name_of_greek(c.value); !letter.empty()) put(out, letter);
        else if (accented const a = accent_of(c.value); a.with) out.push(a.base), out.push('_'), put(out, (*a.with).name);
        else if (some_accent const mark = accent_of_mark(c.value)) out.push('_'), put(out, (*mark).name);
        else out.push('u'), put_hexadecimal(out, c.value, 4);
    }
    if (literally || out.size() == first) out.push('_');
}

}  // namespace leibniz::inline v0_1::detail
