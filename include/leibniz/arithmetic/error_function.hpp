#pragma once

#include <leibniz/arithmetic/exponential.hpp>
#include <leibniz/arithmetic/real.hpp>
#include <leibniz/arithmetic/rounding.hpp>

#include <concepts>

namespace leibniz::inline v0_1::arithmetic::detail {

inline constexpr real inverse_sqrt_of_pi{bits(0x906eba8214db688d, 0x71d48a7f6bfec344), -128};

/// erf(x) for 0 <= x < 4, by its series of positive terms (DLMF 7.6.2).
constexpr real erf_by_series(real x) {
    real const square = x * x;
    bits128 const f = fraction(scaled(square, -4));
    bits128 term = bits(1ull << 38, 0), sum = 0;  // units of 2^-102: the sum is below 2^23
    for (unsigned k = 3; term != 0; k += 2) {
        sum += term;
        term = (high(f, term) << 5) / k;
    }
    return normal(sum, -101) * x * exp(-square) * inverse_sqrt_of_pi;
}

/// erfc(x) for x >= 4, by the even part of its continued fraction (DLMF 7.9.2), to 72 bits.
constexpr real erfc_by_fraction(real x) {
    real const square = x * x;
    int k = x.order() < 3 ? 16 : 8;
    real f = square + whole(2 * k);
    for (; k > 0; --k) f = square + scaled(whole(4 * k - 3), -1) - scaled(whole(k * (2 * k - 1)), -1) / f;
    return x * exp(-square) * inverse_sqrt_of_pi / f;
}

}  // namespace leibniz::inline v0_1::arithmetic::detail

namespace leibniz::inline v0_1::arithmetic {

template <std::floating_point T>
constexpr T erf(T x) {
    if (x == 0 || isnan(x)) return x;
    if (abs(x) > 10) return copysign(T(1), x);
    real const a = magnitude(extend(x));
    return copysign(static_cast<T>(a.order() < 2 ? detail::erf_by_series(a) : one - detail::erfc_by_fraction(a)), x);
}

/// 1 - erf(x), to full relative precision where it is small.
template <std::floating_point T>
constexpr T erfc(T x) {
    if (isnan(x)) return x;
    if (abs(x) > 200) return x < 0 ? 2 : 0;
    real const a = extend(x);
    if (a.order() < 2) return static_cast<T>(one - (x < 0 ? -detail::erf_by_series(-a) : detail::erf_by_series(a)));
    real const tail = detail::erfc_by_fraction(magnitude(a));
    return static_cast<T>(x < 0 ? whole(2) - tail : tail);
}

}  // namespace leibniz::inline v0_1::arithmetic
