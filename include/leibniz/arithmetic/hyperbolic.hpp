#pragma once

#include <leibniz/arithmetic/exponential.hpp>
#include <leibniz/arithmetic/real.hpp>
#include <leibniz/arithmetic/rounding.hpp>

#include <concepts>

namespace leibniz::inline v0_1::arithmetic {

template <std::floating_point T>
constexpr T sinh(T x) {
    if (x == 0 || !isfinite(x)) return x;
    real const p = expm1(magnitude(extend(x)));
    return copysign(static_cast<T>(scaled(p + p / (one + p), -1)), x);
}
template <std::floating_point T>
constexpr T cosh(T x) {
    if (!isfinite(x)) return abs(x);
    real const p = exp(magnitude(extend(x)));
    return static_cast<T>(scaled(p + one / p, -1));
}
template <std::floating_point T>
constexpr T tanh(T x) {
    if (x == 0 || !isfinite(x)) return isinf(x) ? copysign(T(1), x) : x;
    real const p = expm1(scaled(magnitude(extend(x)), 1));
    return copysign(static_cast<T>(p / (p + whole(2))), x);
}

template <std::floating_point T>
constexpr T asinh(T x) {
    if (x == 0 || !isfinite(x)) return x;
    real const a = magnitude(extend(x)), square = a * a;
    return copysign(static_cast<T>(log1p(a + square / (one + sqrt(one + square)))), x);
}
template <std::floating_point T>
constexpr T acosh(T x) {
    if (!(x >= 1) || !isfinite(x)) return x > 0 && !(x < 1) ? x : nan<T>;
    real const above = extend(x) - one;
    return static_cast<T>(log1p(above + sqrt(above * (extend(x) + one))));
}
template <std::floating_point T>
constexpr T atanh(T x) {
    if (x == 0 || !(x > -1 && x < 1)) return x == 0 ? x : x == 1 || x == -1 ? copysign(infinity<T>, x) : nan<T>;
    real const a = extend(x);
    return static_cast<T>(scaled(log1p(scaled(a, 1) / (one - a)), -1));
}

}  // namespace leibniz::inline v0_1::arithmetic
