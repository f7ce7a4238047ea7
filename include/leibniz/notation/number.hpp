#pragma once

#include <leibniz/graph/rational.hpp>

#include <charconv>
#include <concepts>
#include <string>

namespace leibniz {

/// A number as a person writes it: 4, -8, 0.16; the fewest digits that read back to the same value.
template <std::floating_point T>
std::string number_text(T value) {
    char digits[64];
    auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return value == T(0) ? "0" : std::string(digits, end);
}

/// An exact fraction: a decimal number where one of few digits exists, else n/d.
inline std::string number_text(rational value) {
    if (!value.valid()) return "an exact number beyond 64 bits";
    std::string const sign = value.is_negative() ? "-" : "";
    long long const n = value.is_negative() ? -value.numerator() : value.numerator(), d = value.denominator();
    long long scale = 1;
    int digits = 0;
    while (scale % d != 0 && digits < 9) scale *= 10, ++digits;
    rational const scaled = rational(n) * rational(scale / d);
    if (scale % d != 0 || !scaled.valid()) return sign + std::to_string(n) + "/" + std::to_string(d);
    std::string text = std::to_string(scaled.numerator());
    if (digits == 0) return sign + text;
    auto const places = static_cast<std::size_t>(digits);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    return sign + text.insert(text.size() - places, ".");
}

}  // namespace leibniz
