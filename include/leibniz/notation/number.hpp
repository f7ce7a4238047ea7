#pragma once

#include <leibniz/graph/rational.hpp>
#include <leibniz/notation/characters.hpp>

#include <charconv>
#include <concepts>

namespace leibniz {

/// A number as a person writes it: 4, -8, 0.16; the fewest digits that read back to the same value.
template <std::floating_point T>
characters number_text(T value) {
    char digits[64];
    auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return value == T(0) ? characters("0") : characters(std::string_view(digits, static_cast<std::size_t>(end - digits)));
}

/// The same in at most so many significant digits; 0: in as many as it takes.
template <std::floating_point T>
characters number_text(T value, int digits) {
    characters const whole = number_text(value);
    int count = 0;
    bool leading = true;
    for (char c : whole.view()) {
        if (c == 'e') break;
        leading = leading && (c < '1' || c > '9');
        count += !leading && c >= '0' && c <= '9';
    }
    if (digits <= 0 || count <= digits) return whole;
    char rounded[64];
    auto const end = std::to_chars(rounded, rounded + sizeof rounded, value, std::chars_format::general, digits).ptr;
    return std::string_view(rounded, static_cast<std::size_t>(end - rounded));
}

/// An exact fraction: a decimal number where one of few digits exists, else n/d.
constexpr characters number_text(rational value) {
    if (!value.valid()) return "an exact number beyond 64 bits";
    characters text = value.is_negative() ? "-" : "";
    long long const n = value.is_negative() ? -value.numerator() : value.numerator(), d = value.denominator();
    long long scale = 1;
    int digits = 0;
    while (scale % d != 0 && digits < 9) scale *= 10, ++digits;
    rational const scaled = rational(n) * rational(scale / d);
    if (scale % d != 0 || !scaled.valid()) {
        text += n;
        text += "/";
        text += d;
        return text;
    }
    text += scaled.numerator() / scale;
    if (digits == 0) return text;
    text += ".";
    for (long long rest = scaled.numerator() % scale, place = scale / 10; place > 0; place /= 10) text += rest / place % 10;
    return text;
}

constexpr characters number_text(rational value, int) { return number_text(value); }

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, rational const& value) {
    return out << number_text(value);
}

}  // namespace leibniz
