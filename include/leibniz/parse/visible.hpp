#pragma once

#include <leibniz/notation/letters.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace leibniz::inline v0_1::detail {

/// True for characters that are invisible, or change the direction of the text beside them.
constexpr bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c >= 0xe0000;
}

/// A text as it may stand in a line of a message: invisible characters as \u{feff}, those of ASCII and bytes that are no
/// UTF-8 as \x1b; with `spaces`, tabs and ends of lines as spaces.
inline std::string visible(std::string_view text, bool spaces = false) {
    buffer<char> out;
    for (std::size_t at = 0; at < text.size();) {
        code_point const c = code_point_at(text, at);
        std::string_view const bytes = text.substr(at, c.length);
        at += c.length;
        bool const byte_alone = c.length == 1 && (c.value == 0xfffd || is_invisible(c.value));
        if (spaces && (bytes == "\t" || bytes == "\n" || bytes == "\r")) put(out, " ");
        else if (byte_alone) put(out, "\\x"), put_hexadecimal(out, static_cast<unsigned char>(bytes[0]), 2);
        else if (is_invisible(c.value)) put(out, "\\u{"), put_hexadecimal(out, c.value, 4), put(out, "}");
        else put(out, bytes);
    }
    return {out.begin(), static_cast<std::size_t>(out.size())};
}

inline std::size_t characters_in(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xc0u) != 0x80u;
    return count;
}

/// At most `most` bytes of a text, no character cut apart.
constexpr std::string_view beginning(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0u) == 0x80u) --most;
    return text.substr(0, most);
}

}  // namespace leibniz::inline v0_1::detail
