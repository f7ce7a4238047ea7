#pragma once

#include <cstddef>
#include <string_view>

namespace leibniz {

/// The spelling of a symbol as a template argument: `symbol<"w">`.
template <std::size_t Size>
struct name {
    char letters[Size]{};

    consteval name(char const (&text)[Size]) {
        for (std::size_t i = 0; i < Size; ++i) letters[i] = text[i];
    }

    [[nodiscard]] constexpr std::string_view view() const { return {letters, Size - 1}; }
};

namespace detail {

constexpr bool is_letter(char c) {  // bytes above ASCII belong to letters such as θ in UTF-8
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter or underscore, then letters, digits, underscores.
constexpr bool is_identifier(std::string_view text) {
    if (text.empty() || !is_letter(text[0])) return false;
    for (char c : text)
        if (!is_letter(c) && !is_digit(c)) return false;
    return true;
}

}  // namespace detail
}  // namespace leibniz
