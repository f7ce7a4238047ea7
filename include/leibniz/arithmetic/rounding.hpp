#pragma once

#include <leibniz/arithmetic/real.hpp>

#include <concepts>

/// The functions of <cmath> for constant expressions, on every compiler: `arithmetic::exp(0.5)`, for float, double and long
/// double. Signed zeros, infinities and NaN follow annex F of C99; errno and floating-point flags are not set. Results are
/// within 0.51 units in the last place (the sine of a long double of more than 64 bits: to 64 bits). Slow at run time.
namespace leibniz::inline v0_1::arithmetic {

namespace detail {

inline constexpr bits64 infinite_bits = bits64{0x7ff} << 52;
/// As a double. Compilers that assume finite numbers would answer comparisons in advance, but no questions about bits.
template <std::floating_point T>
constexpr bits64 bits_of(T x) {
    return __builtin_bit_cast(bits64, static_cast<double>(x));
}

}  // namespace detail

template <std::floating_point T>
constexpr bool isnan(T x) {
    return detail::bits_of(x) << 1 > detail::infinite_bits << 1;
}
template <std::floating_point T>
constexpr bool isfinite(T x) {
    detail::bits64 const size = detail::bits_of(x) << 1;
    if constexpr (limits<T>::max_exponent > limits<double>::max_exponent)
        if (size == detail::infinite_bits << 1) return detail::bits_of(x * limits<T>::min) << 1 != size;  // infinite only as a double?
    return size < detail::infinite_bits << 1;
}
template <std::floating_point T>
constexpr bool isinf(T x) {
    return !isfinite(x) && !isnan(x);
}

/// True for negative x and for -0; false for every NaN.
template <std::floating_point T>
constexpr bool signbit(T x) {
    return x < 0 || (x == 0 && __builtin_bit_cast(detail::bits64, static_cast<double>(x)) != 0);
}
template <std::floating_point T>
constexpr T abs(T x) {
    return signbit(x) ? -x : x;
}
template <std::floating_point T>
constexpr T copysign(T x, T sign) {
    return signbit(x) == signbit(sign) ? x : -x;
}

/// The nearest whole number towards zero.
template <std::floating_point T>
constexpr T trunc(T x) {
    constexpr T all_whole = 1 / limits<T>::epsilon;
    if (!(x > -all_whole && x < all_whole)) return x;
    if constexpr (limits<T>::digits <= 64) return copysign(static_cast<T>(static_cast<long long>(x)), x);
    else {
        T const upper = static_cast<T>(static_cast<long long>(x * T(0x1p-60))) * T(0x1p60);
        return copysign(upper + static_cast<T>(static_cast<long long>(x - upper)), x);
    }
}
template <std::floating_point T>
constexpr T floor(T x) {
    T const t = trunc(x);
    return t > x ? t - 1 : t;
}
template <std::floating_point T>
constexpr T ceil(T x) {
    T const t = trunc(x);
    return t < x ? copysign(t + 1, x) : t;
}
/// The nearest whole number, halves away from zero.
template <std::floating_point T>
constexpr T round(T x) {
    T const t = trunc(x), rest = isfinite(x) ? abs(x - t) : 0;
    return rest < T(0.5) ? t : copysign(abs(t) + 1, x);
}

/// The remainder of x / y with the sign of x, exactly.
template <std::floating_point T>
constexpr T fmod(T x, T y) {
    if (isnan(x) || isnan(y) || isinf(x) || y == 0) return nan<T>;
    if (x == 0 || isinf(y)) return x;
    constexpr int unused = 128 - limits<T>::digits;
    real const a = extend(x), b = extend(y);
    if (a.order() < b.order()) return x;
    detail::bits128 const divisor = b.m >> unused;
    detail::bits128 rest = (a.m >> unused) % divisor;
    for (int shift = a.e - b.e; shift > 0 && rest != 0; shift -= unused) rest = (rest << (shift < unused ? shift : unused)) % divisor;
    return static_cast<T>(normal(rest, b.e + unused, a.negative));
}

}  // namespace leibniz::inline v0_1::arithmetic
