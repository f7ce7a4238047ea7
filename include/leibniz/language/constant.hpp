#pragma once

#include <leibniz/arithmetic/decimal_reader.hpp>
#include <leibniz/language/expression.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// Whether these are the two integers that hold a number without exponent of ten, or a literal of more than 18 digits.
constexpr bool is_in_its_form(long long n, long long d) {
    if (d > 0) return d == 1 || rational(n, d) == rational::of(n, d, 0);
    rational const r = rational::unpacked(n < 0 ? -n : n, d);
    return r.high() != 0 && rational::decimal(r.high(), r.numerator(), r.exponent()) == r;
}

}  // namespace detail

/// The exact number N/D, or N * 10^Exponent where N/D would leave 64 bits: `constant<662607015, 1, -42>`. Written in lowest
/// terms with D > 0, so that equal numbers have one type; anything else is refused. A literal of more than 18 digits has a
/// D < 0, which holds the digits before the last 18 and the exponent.
///
///     constexpr constant<1, 3> third;
///     static_assert(third*3_c == 1_c);
template <long long N, long long D = 1, int Exponent = 0>
struct constant : expression_base {
    static_assert(Exponent != 0 || detail::is_in_its_form(N, D), "constant: write the fraction in lowest terms with D > 0");
    static_assert(Exponent == 0 || (D == 1 && rational::decimal(N, Exponent) == rational::of(N, D, Exponent)),
                  "constant: write an exponent of ten only where a fraction of 64-bit integers does not suffice, with D = 1 and N no "
                  "multiple of ten");
};

namespace detail {

/// Reads `12`, `0.5`, `1e-3`, `1'000` as an exact number; invalid beyond 33 digits and beyond the doubles.
template <char... Letters>
consteval rational read_literal() {
    constexpr char text[] = {Letters..., '\0'};
    decimal_reader number;
    bool point = false, in_exponent = false;
    for (char c : text) {
        if (c == '\0') break;
        if (c == '\'') continue;
        if (c == '.') point = true;
        else if (c == 'e' || c == 'E') in_exponent = true;
        else if (c == '-') number.negative_exponent();
        else if (c == '+') continue;
        else if (c < '0' || c > '9') return rational(0, 0);  // no hexadecimal, no binary
        else if (in_exponent) number.exponent_digit(c);
        else number.digit(c, point);
    }
    return number.value();
}

/// True for a decimal number of up to 33 digits, zeros in front and at the end not counted: invalid only by its size.
template <char... Letters>
consteval bool has_few_digits() {
    constexpr char text[] = {Letters..., '\0'};
    int digits = 0, zeros = 0;
    for (char c : text) {
        if (c == '\0' || c == 'e' || c == 'E') break;
        if (c == '0') zeros += digits > 0 ? 1 : 0;
        else if (c >= '1' && c <= '9') digits += zeros + 1, zeros = 0;
        else if (c != '.' && c != '\'') return false;
    }
    return digits <= 33;
}

}  // namespace detail

inline namespace literals {

/// `2_c`, `0.5_c`, `6.62607015e-34_c`: exact constants of up to 33 digits, as small and as large as a double.
template <char... Letters>
consteval auto operator""_c() {
    constexpr rational value = detail::read_literal<Letters...>();
    if constexpr (!value.valid()) {
        constexpr bool few = detail::has_few_digits<Letters...>();
        static_assert(!few, "_c: this number is larger or smaller than any double; write a symbol, and bind it");
        static_assert(few, "_c: no decimal number of up to 33 digits that a double could hold; write fewer digits");
        return constant<1>{};
    } else {
        constexpr bool plain = value.high() == 0;
        return constant<value.numerator(), plain ? value.denominator() : value.packed(), plain ? value.exponent() : 0>{};
    }
}

}  // namespace literals
}  // namespace leibniz::inline v0_1
