#pragma once

#include <leibniz/language/expression.hpp>

namespace leibniz {

namespace detail {
constexpr long long greatest_common_divisor(long long a, long long b) {
    while (b != 0) {
        long long const rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}
}  // namespace detail

/// The exact number N/D. Written in lowest terms with D > 0, so that equal numbers have one type; anything else is refused.
///
///     constexpr constant<1, 3> third;
///     static_assert(third*3_c == 1_c);
template <long long N, long long D = 1>
struct constant : expression_base {
    static_assert(D > 0 && detail::greatest_common_divisor(N, D) == 1, "constant: write the fraction in lowest terms with D > 0");
};

namespace detail {

struct literal {
    long long numerator = 0, denominator = 1;
    bool exact = true;
};

/// Reads `12`, `0.5`, `1e-3`, `1'000` as an exact fraction; not exact when 64 bits do not suffice.
template <char... Letters>
consteval literal read_literal() {
    constexpr char text[] = {Letters..., '\0'};
    literal result;
    long long scale = 0, exponent = 0;
    bool point = false, in_exponent = false, negative = false;
    for (char c : text) {
        if (c == '\0') break;
        if (c == '\'') continue;
        if (c == '.') point = true;
        else if (c == 'e' || c == 'E') in_exponent = true;
        else if (c == '-' || c == '+') negative = c == '-';
        else if (c < '0' || c > '9') return {0, 1, false};  // no hexadecimal, no binary
        else if (in_exponent) exponent = exponent > 1000 ? exponent : exponent * 10 + (c - '0');
        else {
            if (__builtin_mul_overflow(result.numerator, 10, &result.numerator) ||
                __builtin_add_overflow(result.numerator, c - '0', &result.numerator))
                return {0, 1, false};
            scale += point;
        }
    }
    if (result.numerator == 0) return result;
    exponent = (negative ? -exponent : exponent) - scale;
    for (; exponent > 0; --exponent)
        if (__builtin_mul_overflow(result.numerator, 10, &result.numerator)) return {0, 1, false};
    for (; exponent < 0; ++exponent) {
        if (result.numerator % 10 == 0) result.numerator /= 10;
        else if (__builtin_mul_overflow(result.denominator, 10, &result.denominator)) return {0, 1, false};
    }
    long long const common = detail::greatest_common_divisor(result.numerator, result.denominator);
    return {result.numerator / common, result.denominator / common, true};
}

}  // namespace detail

inline namespace literals {

/// `2_c`, `0.5_c`, `1e-3_c`: exact rational constants.
template <char... Letters>
consteval auto operator""_c() {
    constexpr detail::literal value = detail::read_literal<Letters...>();
    static_assert(value.exact, "_c: no exact fraction of 64-bit integers; write a decimal number with fewer digits");
    return constant<value.numerator, value.denominator>{};
}

}  // namespace literals
}  // namespace leibniz
