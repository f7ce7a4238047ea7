#pragma once

#include <leibniz/arithmetic/elementary.hpp>

namespace leibniz::inline v0_1::elementary::detail {

constexpr long double sqrt_of_pi = 1.77245385090551602729816748334114518L;

/// exp(x^2) erfc(x) for x >= 4, by the even part of its continued fraction (DLMF 7.9.2).
constexpr long double scaled_tail(long double x) {
    long double const square = x * x;
    int k = x < 8 ? 24 : 12;
    long double f = square + 2 * k + 0.5L;
    for (; k > 0; --k) f = square + (4 * k - 3) / 2.0L - k * (2 * k - 1) / 2.0L / f;
    return x / (sqrt_of_pi * f);
}

/// exp(x^2) erfc(x).
constexpr long double scaled_erfc(long double x) { return x < 4 ? exp(x * x) * erfc(x) : scaled_tail(x); }

/// The root x >= 0 of erfc(x) = q for 0 < q <= 1, by Newton's method for the logarithms of both, which is quick even far
/// out: log(erfc) is nearly a parabola.
constexpr long double inverse_of_erfc(long double q) {
    long double const log_of_q = log(q);
    long double x = q > 0.5L ? (1 - q) * sqrt_of_pi / 2 : sqrt(abs(-log_of_q - log(sqrt_of_pi * sqrt(1 + abs(log_of_q)))));
    for (int step = 0; step < 12; ++step) {
        long double const scaled = scaled_erfc(x), miss = x < 4 ? log(erfc(x) / q) : log(scaled) - x * x - log_of_q;
        long double const change = miss * scaled * sqrt_of_pi / 2;
        x += change;
        if (abs(change) <= 4e-20L * x) break;
    }
    return x;
}
/// The root of erf(x) = p for |p| <= 1/2.
constexpr long double inverse_of_erf(long double p) {
    long double x = p * sqrt_of_pi / 2;
    for (int step = 0; step < 8; ++step) {
        long double const change = (p - erf(x)) * exp(x * x) * sqrt_of_pi / 2;
        x += change;
        if (abs(change) <= 4e-20L * abs(x)) break;
    }
    return x;
}

}  // namespace leibniz::inline v0_1::elementary::detail

namespace leibniz::inline v0_1::elementary {

/// exp(u^2) erfc(u), without the overflow of one and the underflow of the other.
template <std::floating_point T>
constexpr T erfcx(T u) {
    if (!(u == u) || u > arithmetic::limits<T>::max) return u == u ? T(0) : u;
    return u * u > arithmetic::limits<T>::max_exponent && u < 0 ? arithmetic::infinity<T> : T(detail::scaled_erfc(wide(u)));
}

/// The inverse of erf on [-1, 1]: infinite at the ends, NaN outside.
template <std::floating_point T>
constexpr T erfinv(T u) {
    T const size = abs(u);
    if (!(size < 1)) return size == 1 ? (u < 0 ? -arithmetic::infinity<T> : arithmetic::infinity<T>) : arithmetic::nan<T>;
    if (u == 0) return u;
    if (size <= T(0.5)) return T(detail::inverse_of_erf(wide(u)));
    T const x = T(detail::inverse_of_erfc(1 - wide(size)));
    return u < 0 ? -x : x;
}

/// The inverse of erfc on [0, 2]: infinite at the ends, NaN outside.
template <std::floating_point T>
constexpr T erfcinv(T u) {
    if (!(u > 0 && u < 2)) return u == 0 ? arithmetic::infinity<T> : u == 2 ? -arithmetic::infinity<T> : arithmetic::nan<T>;
    if (u >= T(0.5) && u <= T(1.5)) return T(detail::inverse_of_erf(1 - wide(u)));
    return u < 1 ? T(detail::inverse_of_erfc(wide(u))) : T(-detail::inverse_of_erfc(2 - wide(u)));
}

/// The inverse of the normal distribution function on [0, 1].
template <std::floating_point T>
constexpr T norminv(T u) {
    constexpr long double root_of_2 = 1.41421356237309504880168872420969808L;
    if (!(u > 0 && u < 1)) return u == 0 ? -arithmetic::infinity<T> : u == 1 ? arithmetic::infinity<T> : arithmetic::nan<T>;
    if (u >= T(0.25) && u <= T(0.75)) return T(root_of_2 * detail::inverse_of_erf(2 * wide(u) - 1));
    return u < T(0.5) ? T(-root_of_2 * detail::inverse_of_erfc(2 * wide(u))) : T(root_of_2 * detail::inverse_of_erfc(2 * (1 - wide(u))));
}

/// The logarithm of the normal distribution function, in its lower tail too.
template <std::floating_point T>
constexpr T lognormcdf(T u) {
    constexpr long double half_root = 0.707106781186547524400844362104849039L;
    if (!(u == u) || is_infinite(u)) return u > 0 ? T(0) : u;
    long double const x = wide(u) * half_root;
    if (u > 0) return T(log1p(-erfc(x) / 2));
    if (x > -4) return T(log(erfc(-x) / 2));
    return T(log(detail::scaled_tail(-x) / 2) - x * x);
}

}  // namespace leibniz::inline v0_1::elementary
