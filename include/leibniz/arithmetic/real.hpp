#pragma once

#include <leibniz/arithmetic/limits.hpp>
#include <leibniz/arithmetic/two_words.hpp>

#include <concepts>

namespace leibniz::inline v0_1::arithmetic::detail {

#ifdef __SIZEOF_INT128__
__extension__ using bits128 = unsigned __int128;
#else
using bits128 = two_words;  // on 32-bit processors
#endif
using bits64 = unsigned long long;

constexpr bits128 bits(bits64 high, bits64 low) { return static_cast<bits128>(high) << 64 | low; }

/// The upper half of the product of 256 bits, at most 3 units too small; exact where both lower words are zero.
constexpr bits128 high(bits128 a, bits128 b) {
    return (a >> 64) * (b >> 64) + ((a >> 64) * static_cast<bits64>(b) >> 64) + ((b >> 64) * static_cast<bits64>(a) >> 64);
}

/// 2^k within the range of long double, subnormal numbers included.
constexpr long double power_of_two(int k) {
    long double result = 1;
    for (; k >= 1000; k -= 1000) result *= 0x1p1000L;
    for (; k <= -1000; k += 1000) result *= 0x1p-1000L;
    return result * static_cast<long double>(__builtin_bit_cast(double, static_cast<bits64>(k + 1023) << 52));
}

}  // namespace leibniz::inline v0_1::arithmetic::detail

namespace leibniz::inline v0_1::arithmetic {

/// A real number ±m * 2^e with 128 significant bits: m has its highest bit set, or is zero. Sums and products err by
/// a few units of 2^-127, quotients of 2^-123, and no exponent that comes from a floating-point number overflows. So a
/// function is computed in it without special cases, and rounded once. It uses integers only, which every compiler evaluates
/// alike in constant expressions, in fewer steps than pairs of floating-point numbers.
struct real {
    detail::bits128 m = 0;
    int e = 0;
    bool negative = false;

    /// The position of the highest bit: 2^order() <= |a| < 2^(order() + 1).
    constexpr int order() const { return e + 127; }

    /// The nearest number of T, ties to even; infinity beyond its range.
    template <std::floating_point T>
    explicit constexpr operator T() const {
        using limits = arithmetic::limits<T>;
        int const room = order() - (limits::min_exponent - 1), digits = limits::digits + (room < 0 ? room : 0);
        if (m == 0 || digits < 0) return negative ? -T(0) : T(0);
        T const beyond = static_cast<T>(__builtin_bit_cast(double, (negative ? 0xfffull : 0x7ffull) << 52));
        if (order() >= limits::max_exponent) return beyond;
        detail::bits128 const half = detail::bits(1ull << 63, 0), rest = digits == 0 ? m : m << digits;
        detail::bits128 kept = digits == 0 ? 0 : m >> (128 - digits);
        if (rest > half || (rest == half && kept % 2 != 0)) ++kept;
        if (order() == limits::max_exponent - 1 && (kept >> limits::digits) != 0) return beyond;
        auto const magnitude = static_cast<T>(static_cast<long double>(kept) * detail::power_of_two(order() + 1 - digits));
        return negative ? -magnitude : magnitude;
    }
};

/// m * 2^e, normalised: the highest bit is set.
constexpr real normal(detail::bits128 m, int e, bool negative = false) {
    auto const upper = static_cast<detail::bits64>(m >> 64), lower = static_cast<detail::bits64>(m);
    int const shift = upper != 0 ? __builtin_clzll(upper) : lower != 0 ? 64 + __builtin_clzll(lower) : 0;
    return {m << shift, e - shift, negative};
}
constexpr real whole(long long n) { return normal(static_cast<detail::bits64>(n < 0 ? -n : n), 0, n < 0); }

inline constexpr real one = whole(1);

/// The exact value of a finite number.
constexpr real extend(double x) {
    auto const word = __builtin_bit_cast(detail::bits64, x);
    int const exponent = static_cast<int>(word >> 52) & 2047;
    detail::bits64 const fraction = word & ((1ull << 52) - 1);
    return exponent == 0 ? normal(fraction, -1074, word >> 63 != 0)
                         : real{detail::bits(fraction << 11 | 1ull << 63, 0), exponent - 1150, word >> 63 != 0};
}
constexpr real extend(float x) { return extend(static_cast<double>(x)); }

constexpr real scaled(real a, int k) { return {a.m, a.e + k, a.negative}; }
constexpr real operator-(real a) { return {a.m, a.e, !a.negative}; }
constexpr real magnitude(real a) { return {a.m, a.e, false}; }

constexpr real operator+(real a, real b) {
    if (a.m == 0) return b;
    if (b.m == 0 || a.e - b.e >= 128) return a;
    if (a.e < b.e) return b + a;
    detail::bits128 const shifted = b.m >> (a.e - b.e);
    if (a.negative != b.negative) return a.m >= shifted ? normal(a.m - shifted, a.e, a.negative) : normal(shifted - a.m, a.e, b.negative);
    detail::bits128 const sum = a.m + shifted;
    return sum >= shifted ? real{sum, a.e, a.negative} : real{sum >> 1 | detail::bits(1ull << 63, 0), a.e + 1, a.negative};
}
constexpr real operator-(real a, real b) { return a + -b; }

constexpr real operator*(real a, real b) {
    detail::bits128 const product = detail::high(a.m, b.m);
    return product >> 127 != 0 ? real{product, a.e + b.e + 128, a.negative != b.negative}
                               : real{product << 1, a.e + b.e + 127, a.negative != b.negative};
}

/// The quotient for b != 0: a reciprocal of 62 bits from the upper word, and one step of Newton's method.
constexpr real operator/(real a, real b) {
    detail::bits128 const upper = b.m >> 64, half = detail::bits(1ull << 63, 0), first = half / (upper + 1);
    detail::bits128 const error = half - upper * first - (static_cast<detail::bits64>(b.m) * first >> 64);
    return a * real{(first << 64) + ((error >> 2) * first >> 61), -b.e - 255, b.negative};
}

/// The exact value of a finite long double, taken in pieces of a double.
constexpr real extend(long double x) {
    int k = 0;
    for (; x >= 0x1p900L || x <= -0x1p900L; k += 800) x *= 0x1p-800L;
    for (; x > -0x1p-800L && x < 0x1p-800L && x != 0; k -= 800) x *= 0x1p800L;
    real sum = extend(static_cast<double>(x));
    while ((x -= static_cast<long double>(static_cast<double>(x))) != 0) sum = sum + extend(static_cast<double>(x));
    return scaled(sum, k);
}

/// The square root of a >= 0: 64 bits by Heron's method, then one step with 128 bits.
constexpr real sqrt(real a) {
    if (a.m == 0) return a;
    int const odd = (a.e & 1) != 0 ? 1 : 2;  // the remaining exponent is even
    auto const square = a.m >> odd;
    auto const number = static_cast<double>(static_cast<detail::bits64>(square >> 64));
    double root = number * 0x1p-32 + 0x1p30;
    for (int i = 0; i < 4; ++i) root = (root + number / root) / 2;
    auto estimate = static_cast<detail::bits128>(root * 0x1p32);
    estimate = (estimate + square / estimate) / 2;
    detail::bits128 const exact = estimate * estimate;
    real const rest = exact > square ? normal(exact - square, 0, true) : normal(square - exact, 0);
    return scaled(normal(estimate, 0) + rest / normal(estimate, 1), (a.e + odd) / 2);
}

}  // namespace leibniz::inline v0_1::arithmetic

namespace leibniz::inline v0_1::arithmetic::detail {

/// The fraction |a| < 1 in units of 2^-128.
constexpr bits128 fraction(real a) { return a.m == 0 || a.e <= -256 ? 0 : a.m >> (-a.e - 128); }

/// The nearest whole number, |a| < 2^60.
constexpr int nearest(real a) {
    if (a.m == 0 || a.e < -128) return 0;
    auto const n = static_cast<int>(((a.m >> (-a.e - 1)) + 1) >> 1);
    return a.negative ? -n : n;
}

}  // namespace leibniz::inline v0_1::arithmetic::detail
