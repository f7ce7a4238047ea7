#pragma once

#include <leibniz/arithmetic/real.hpp>
#include <leibniz/arithmetic/rounding.hpp>

#include <concepts>

namespace leibniz::inline v0_1::arithmetic::detail {

inline constexpr real log_of_2{bits(0xb17217f7d1cf79ab, 0xc9e3b39803f2f6af), -128};
inline constexpr real inverse_log_of_2{bits(0xb8aa3b295c17f0bb, 0xbe87fed0691d3e89), -127};
inline constexpr real inverse_log_of_10{bits(0xde5bd8a937287195, 0x355baaafad33dc32), -129};

/// exp(r) - 1 for |r| < 1/2, by its Taylor series.
constexpr real expm1_near_zero(real r) {
    bits128 const f = fraction(r), unit = bits(1ull << 62, 0);
    bits128 s = unit;
    for (unsigned k = 26; k > 1; --k) s = r.negative ? unit - high(f, s) / k : unit + high(f, s) / k;
    return r * normal(s, -126);
}

/// exp(x) - subtracted, for subtracted 0 or 1. |x| >= 2^20 is out of range for every number type.
constexpr real exp_minus(real x, real subtracted) {
    if (x.m != 0 && x.order() >= 20) return x.negative ? whole(subtracted.m == 0 ? 0 : -1) : scaled(one, 1 << 20);
    int const k = nearest(x * inverse_log_of_2);
    real const p = expm1_near_zero(x - whole(k) * log_of_2);
    if (k == 0 && subtracted.m != 0) return p;
    return scaled(one + p, k) - subtracted;
}

/// log((1 + t)/(1 - t)) for |t| <= 0.172, by its series in t^2 (DLMF 4.6.4).
constexpr real log_of_ratio(real t) {
    bits128 const f = fraction(t * t), unit = bits(1ull << 63, 0);
    bits128 s = 0;
    for (unsigned k = 26; k-- > 0;) s = unit / (2 * k + 1) + high(f, s);
    return t * normal(s, -126);
}

/// x = c * 2^k with c between sqrt(1/2) and sqrt(2), and log(c).
struct logarithm {
    int k;
    real log_of_c;
};
constexpr logarithm split_logarithm(real x) {
    int const k = x.order() + (x.m > bits(0xb504f333f9de6484, 0) ? 1 : 0);
    real const c{x.m, x.e - k, false};
    return {k, log_of_ratio((c - one) / (c + one))};
}

}  // namespace leibniz::inline v0_1::arithmetic::detail

namespace leibniz::inline v0_1::arithmetic {

constexpr real exp(real x) { return detail::exp_minus(x, {}); }
constexpr real expm1(real x) { return detail::exp_minus(x, one); }

/// log(x) for x > 0, to full relative precision near 1.
constexpr real log(real x) {
    auto const [k, log_of_c] = detail::split_logarithm(x);
    return whole(k) * detail::log_of_2 + log_of_c;
}
/// log(1 + x) for x > -1.
constexpr real log1p(real x) { return x.m == 0 || x.order() < -2 ? detail::log_of_ratio(x / (whole(2) + x)) : log(one + x); }

template <std::floating_point T>
constexpr T exp(T x) {
    if (!isfinite(x)) return x < 0 ? 0 : x;
    return static_cast<T>(exp(extend(x)));
}
template <std::floating_point T>
constexpr T expm1(T x) {
    if (x == 0 || !isfinite(x)) return x < 0 ? -1 : x;
    return static_cast<T>(expm1(extend(x)));
}
template <std::floating_point T>
constexpr T exp2(T x) {
    if (!isfinite(x)) return x < 0 ? 0 : x;
    if (x > 100000 || x < -100000) return x < 0 ? 0 : infinity<T>;
    T const whole_part = round(x);
    return static_cast<T>(scaled(exp(extend(x - whole_part) * detail::log_of_2), static_cast<int>(whole_part)));
}

template <std::floating_point T>
constexpr T log(T x) {
    if (!(x > 0) || !isfinite(x)) return x == 0 ? -infinity<T> : x > 0 ? x : nan<T>;
    return static_cast<T>(log(extend(x)));
}
template <std::floating_point T>
constexpr T log1p(T x) {
    if (!(x > -1) || x == 0 || !isfinite(x)) return x == -1 ? -infinity<T> : x >= 0 ? x : nan<T>;
    return static_cast<T>(log1p(extend(x)));
}
template <std::floating_point T>
constexpr T log2(T x) {
    if (!(x > 0) || !isfinite(x)) return x == 0 ? -infinity<T> : x > 0 ? x : nan<T>;
    auto const [k, log_of_c] = detail::split_logarithm(extend(x));
    return static_cast<T>(whole(k) + log_of_c * detail::inverse_log_of_2);
}
template <std::floating_point T>
constexpr T log10(T x) {
    if (!(x > 0) || !isfinite(x)) return x == 0 ? -infinity<T> : x > 0 ? x : nan<T>;
    return static_cast<T>(log(extend(x)) * detail::inverse_log_of_10);
}

}  // namespace leibniz::inline v0_1::arithmetic
