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

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, rational const& value) {
    return out << number_text(value);
}

}  // namespace leibniz
