#pragma once

#include <leibniz/language/text_view.hpp>

#include <cstddef>

namespace leibniz::inline v0_1 {

/// The spelling of a symbol as a template argument: `symbol<"w">`.
template <std::size_t Size>
struct name {
    char letters[Size]{};

    consteval name(char const (&text)[Size]) {
        for (std::size_t i = 0; i < Size; ++i) letters[i] = text[i];
    }

    [[nodiscard]] constexpr text_view view() const { return {letters, Size - 1}; }
};

namespace detail {

constexpr bool is_letter(char c) {  // bytes above ASCII are parts of letters such as θ in UTF-8
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A code point of UTF-8 and its length in bytes. A byte that begins none is U+FFFD, of length 1.
struct code_point {
    char32_t value = 0xfffd;
    std::size_t length = 1;
};
constexpr code_point code_point_at(text_view text, std::size_t at) {
    auto const byte = [&](std::size_t k) -> char32_t { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
    char32_t const first = byte(at);
    if (first < 0x80) return {first, 1};
    if (first < 0xc2 || first > 0xf4) return {};
    std::size_t const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    char32_t value = first & (0x7fu >> length);
    for (std::size_t k = 1; k < length; ++k) {
        if ((byte(at + k) & 0xc0u) != 0x80u) return {};
        value = value << 6 | (byte(at + k) & 0x3fu);
    }
    bool const shortest = length == 2 || (length == 3 ? value >= 0x800 : value >= 0x10000);
    if (!shortest || (value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) return {};
    return {value, length};
}
/// The length in bytes of the letter or digit beyond ASCII at a position; 0 for bytes that are no UTF-8, and for signs of
/// mathematics and punctuation.
constexpr int letter_bytes(text_view text, std::size_t at) {
    code_point const c = code_point_at(text, at);
    char32_t const point = c.value;
    bool const latin_sign = (point < 0xc0 && point != 0xaa && point != 0xb5 && point != 0xba) || point == 0xd7 || point == 0xf7;
    bool const sign =
        (point >= 0x2000 && point < 0x2c00 && !(point >= 0x2080 && point <= 0x209c) && !(point >= 0x2100 && point < 0x2150)) ||
        (point >= 0x3000 && point < 0x3005) || (point >= 0xe000 && point < 0xf900) || point >= 0xe0000 || point == 0xfeff ||
        (point >= 0xfff0 && point <= 0xffff);
    return latin_sign || sign ? 0 : static_cast<int>(c.length);
}

/// The fault of a name.
enum class misspelt : unsigned char { nothing, no_identifier, no_utf8 };

/// A name is a letter or underscore, then letters, digits, underscores: what the reader of formulas takes for one.
constexpr misspelt fault_of(text_view text) {
    if (text.empty() || !is_letter(text[0])) return misspelt::no_identifier;
    for (std::size_t k = 0; k < text.size(); ++k) {
        char const c = text[k];
        if (is_digit(c)) continue;
        if (!is_letter(c)) return misspelt::no_identifier;
        if (static_cast<unsigned char>(c) < 0x80) continue;
        code_point const point = code_point_at(text, k);
        if (point.value == 0xfffd && point.length == 1) return misspelt::no_utf8;
        int const bytes = letter_bytes(text, k);
        if (bytes == 0) return misspelt::no_identifier;
        k += static_cast<std::size_t>(bytes) - 1;
    }
    return misspelt::nothing;
}
constexpr bool is_identifier(text_view text) { return fault_of(text) == misspelt::nothing; }

}  // namespace detail
}  // namespace leibniz::inline v0_1
