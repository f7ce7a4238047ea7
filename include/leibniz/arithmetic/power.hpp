#pragma once

#include <leibniz/arithmetic/exponential.hpp>
#include <leibniz/arithmetic/real.hpp>
#include <leibniz/arithmetic/rounding.hpp>

#include <concepts>

namespace leibniz::inline v0_1::arithmetic {

/// a^n for n >= 0, by squaring.
constexpr real power(real a, unsigned n) {
    real result = one;
    for (; n != 0; n /= 2, a = a * a)
        if (n % 2 != 0) result = result * a;
    return result;
}

template <std::floating_point T>
constexpr T sqrt(T x) {
    if (x == 0 || !(x > 0) || !isfinite(x)) return x < 0 ? nan<T> : x;
    return static_cast<T>(sqrt(extend(x)));
}
template <std::floating_point T>
constexpr T cbrt(T x) {
    if (x == 0 || !isfinite(x)) return x;
    real const root = exp(log(magnitude(extend(x))) / whole(3));
    return static_cast<T>(x < 0 ? -root : root);
}
/// The length of (x, y); infinite if either is, even if the other is NaN.
template <std::floating_point T>
constexpr T hypot(T x, T y) {
    if (isinf(x) || isinf(y)) return infinity<T>;
    if (isnan(x) || isnan(y)) return nan<T>;
    real const a = extend(x), b = extend(y);
    return static_cast<T>(sqrt(a * a + b * b));
}

/// x to the power y. pow(x, 0) and pow(1, y) are 1, even for a NaN; a negative x has powers with whole exponents only.
template <std::floating_point T>
constexpr T pow(T x, T y) {
    if (y == 0 || x == 1) return 1;
    if (isnan(x) || isnan(y)) return nan<T>;
    bool const is_whole = trunc(y) == y, is_odd = is_whole && !isinf(y) && trunc(y / 2) != y / 2;
    bool const negative = is_odd && signbit(x);
    if (x == 0 || isinf(x) || isinf(y)) {
        if (x == -1) return 1;
        bool const grows = isinf(y) ? (abs(x) > 1) == (y > 0) : (x == 0) == (y < 0);
        T const limit = grows ? infinity<T> : 0;
        return negative ? -limit : limit;
    }
    if (x < 0 && !is_whole) return nan<T>;
    real const a = magnitude(extend(x)), b = extend(y);
    real result;
    if (is_whole && abs(y) <= 64) {  // exact for short numbers
        result = power(a, static_cast<unsigned>(abs(y)));
        if (y < 0) result = one / result;
    } else result = exp(b * log(a));
    return static_cast<T>(negative ? -result : result);
}

}  // namespace leibniz::inline v0_1::arithmetic
