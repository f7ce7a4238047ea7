#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/arithmetic/rational.hpp>

namespace leibniz::inline v0_1 {

/// The digits of a decimal number and where they stand: (high * 10^18 + digits) * 10^exponent, the digits no multiple of ten.
struct decimal_digits {
    long long digits = 0, high = 0;  // of the magnitude
    int exponent = 0;
    bool exact = false;  // whether the number has such a form

    constexpr decimal_digits() = default;
    constexpr explicit decimal_digits(rational r)
        : digits(r.is_negative() ? -r.numerator() : r.numerator()), high(r.high()), exponent(r.exponent()), exact(r.valid()) {
        long long left = r.denominator();
        for (; exact && left != 1; --exponent) {
            if (left % 10 == 0) left /= 10;
            else if (left % 5 == 0) left /= 5, exact = !__builtin_mul_overflow(digits, 2, &digits);
            else if (left % 2 == 0) left /= 2, exact = !__builtin_mul_overflow(digits, 5, &digits);
            else exact = false;
        }
    }

    constexpr int count() const {
        int n = high != 0 ? 19 : 1;
        for (long long rest = high != 0 ? high : digits; rest >= 10; rest /= 10) ++n;
        return n;
    }
    /// The power of ten of the first digit.
    constexpr int place() const { return count() - 1 + exponent; }
    /// 6.62607015e-34, where zeros would fill many places: as few as 0.0001 has are written.
    constexpr bool is_scientific() const { return exponent > 0 || place() < -4; }
    /// How many characters the text has.
    constexpr int length() const {
        int const n = count();
        if (!is_scientific()) return exponent == 0 ? n : place() < 0 ? n + 1 - place() : n + 1;
        int const p = place() < 0 ? -place() : place();
        return n + (n > 1 ? 1 : 0) + 1 + (place() < 0 ? 1 : 0) + (p > 99 ? 3 : p > 9 ? 2 : 1);
    }
    /// The digits with their point: of 6.62607015e-34 what stands before the e.
    template <class Put>
    constexpr void put_digits(Put put) const {
        int const n = count(), first = is_scientific() ? 0 : place();
        for (int at = first < 0 ? 0 : first; at > first; --at) put('0'), put_point(put, at, true);
        if (high != 0) put_run(put, high, n - 18, first, true);
        put_run(put, digits, high != 0 ? 18 : n, high != 0 ? first - n + 18 : first, false);
    }

private:
    /// `count` digits, the first one of the power of ten `at`.
    template <class Put>
    static constexpr void put_run(Put put, long long run, int count, int at, bool more) {
        long long scale = 1;
        for (int k = 1; k < count; ++k) scale *= 10;
        for (; scale > 0; --at, scale /= 10) put(static_cast<char>('0' + run / scale % 10)), put_point(put, at, more || scale > 1);
    }
    template <class Put>
    static constexpr void put_point(Put put, int at, bool more) {
        if (at == 0 && more) put('.');
    }
};

namespace detail {

/// A number as a person writes it, above/below: a decimal number where it is shorter than the fraction, 273.15 and not
/// 5463/20; so too what divides, x/8.314462618.
/// Fractions of small denominators stay, 1/2 and 4/25, and so do integers but for those such as 1/1.6e-16.
struct written_quotient {
    rational above, below{1};

    constexpr explicit written_quotient(rational r) : above(r) {
        if (r.is_one()) return;  // as most are
        if (r.is_fraction()) above = r.numerator();
        below = r.denominator();
        long long const n = r.is_negative() ? -r.numerator() : r.numerator(), d = r.denominator();
        if (d <= 16 && n < 100'000) return;
        if (!r.is_fraction() || (d == 1 && n < 1'000'000'000'000'000)) return;
        int const whole = d == 1 ? length(n) : (n == 1 ? 0 : length(n)) + 1 + length(d);
        if (decimal_digits const decimal(r); d > 1 && (d > 16 || n >= 100'000) && decimal.exact) {
            if (decimal.length() + (n == 1 ? 1 : 0) < whole) above = r, below = 1;
            return;
        }
        long long odd = n;
        while (odd % 2 == 0) odd /= 2;
        while (odd % 5 == 0) odd /= 5;
        rational const divisor = rational(d) / rational(n / odd);
        decimal_digits const decimal(divisor);
        if (!decimal.exact || (d == 1 && (odd != 1 || decimal.digits < 10)) || (odd == 1 ? 0 : length(odd)) + 1 + decimal.length() >= whole)
            return;
        above = r.is_negative() ? -odd : odd;
        below = divisor;
    }

private:
    static constexpr int length(long long n) {
        int count = 1;
        for (; n >= 10; n /= 10) ++count;
        return count;
    }
};

}  // namespace detail

namespace detail {

/// The magnitude of an integer or a decimal number.
constexpr void put_decimal(buffer<char>& out, rational r) {
    decimal_digits const decimal(r);
    decimal.put_digits([&out](char c) { out.push(c); });
    if (!decimal.is_scientific()) return;
    int const p = decimal.place();
    out.push('e');
    if (p < 0) out.push('-');
    int const size = p < 0 ? -p : p;
    if (size > 99) out.push(static_cast<char>('0' + size / 100));
    if (size > 9) out.push(static_cast<char>('0' + size / 10 % 10));
    out.push(static_cast<char>('0' + size % 10));
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
