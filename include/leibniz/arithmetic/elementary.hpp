#pragma once

#include <leibniz/arithmetic/functions.hpp>
#include <leibniz/arithmetic/library.hpp>

#include <concepts>
#include <type_traits>

/// The functions of <cmath> for every number type, of which the values of the function table are made. For the machine's numbers
/// they are those of this folder in constant expressions, and those of the C library at run time; for other numbers
/// (std::complex, boost::multiprecision, lanes of columns) those found beside their type.
namespace leibniz::inline v0_1::elementary {

/// In constant expressions all three types use the functions of long double, a third of the compiler's work for three sets. The
/// second rounding costs a thousandth of a unit in the last place. (The square root has its own, to be correctly rounded.)
template <std::floating_point T>
constexpr long double wide(T u) {
    return static_cast<long double>(u);
}

/// Real numbers that can be compared one by one: neither complex numbers nor lanes.
template <class T>
concept ordered = requires(T const& a) {
    { a < a } -> std::convertible_to<bool>;
};

/// -|u| of real numbers.
template <ordered T>
constexpr T minus_abs(T u) {
    return u < T(0) ? u : T(-u);
}

/// Several rows of a column at once: comparisons give a condition for each. They bring `minus_abs` and `logistic_of`.
template <class T>
concept in_packets = !ordered<T> && requires(T const& u) { choose(u < u, u, u); };
template <class T>
concept real = ordered<T> || in_packets<T>;

/// a where the condition holds, else b.
template <class Condition, class T>
constexpr T where(Condition const& holds, T const& a, T const& b) {
    if constexpr (std::same_as<Condition, bool>) return holds ? a : b;
    else return choose(holds, a, b);
}

/// `rare()` where the condition holds, which is computed only if it holds in any row; else `common`.
template <in_packets T, class Condition, class F>
constexpr T where_rare(Condition const& holds, F const& rare, T const& common) {
    return any(holds) ? choose(holds, rare(), common) : common;
}

/// Whether u is infinite, of either sign.
template <class T>
constexpr bool is_infinite(T const& u) {
    if constexpr (std::floating_point<T>) return u > arithmetic::limits<T>::max || u < -arithmetic::limits<T>::max;
    else return u == u && T(u - u) != T(u - u);
}

// clang-format off
/// |u| of real numbers.
template <class T> constexpr T abs(T u)   { if constexpr (std::floating_point<T>) if (!__builtin_is_constant_evaluated()) return library::abs(u); if constexpr (std::floating_point<T>) return arithmetic::abs(u); else if constexpr (in_packets<T>) { using library::abs; return abs(u); } else return u < T(0) ? T(-u) : u; }

template <class T> constexpr T sqrt(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return arithmetic::sqrt(u);  using library::sqrt;  return sqrt(u); }
template <class T> constexpr T cbrt(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::cbrt(wide(u)));  using library::cbrt;  return cbrt(u); }

// Functions that <complex> lacks: exp(u) - 1 and log(1 + u) without cancellation (the latter by Kahan's quotient).
template <class T> constexpr T exp(T u)   { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::exp(wide(u)));   using library::exp;   return exp(u); }
template <class T> constexpr T exp2(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::exp2(wide(u)));  using library::exp2; if constexpr (requires { exp2(u); }) return exp2(u); else return exp(T(u * log(T(2)))); }
template <class T> constexpr T expm1(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::expm1(wide(u))); using library::expm1; if constexpr (requires { expm1(u); }) return expm1(u); else if constexpr (requires { sinh(u); }) return T(2) * sinh(T(u / T(2))) * exp(T(u / T(2))); else return exp(u) - T(1); }
template <class T> constexpr T log(T u)   { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::log(wide(u)));   using library::log;   return log(u); }
template <class T> constexpr T log2(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::log2(wide(u)));  using library::log2; if constexpr (requires { log2(u); }) return log2(u); else return log(u) / log(T(2)); }
template <class T> constexpr T log10(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::log10(wide(u))); using library::log10; return log10(u); }
template <class T> constexpr T log1p(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::log1p(wide(u))); using library::log1p; if constexpr (requires { log1p(u); }) return log1p(u); else if (T const v = T(1) + u; v == T(1)) return u; else return T(log(v) * (u / (v - T(1)))); }

template <class T> constexpr T sin(T u)   { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::sin(wide(u)));   using library::sin;   return sin(u); }
template <class T> constexpr T cos(T u)   { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::cos(wide(u)));   using library::cos;   return cos(u); }
template <class T> constexpr T tan(T u)   { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::tan(wide(u)));   using library::tan;   return tan(u); }
template <class T> constexpr T asin(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::asin(wide(u)));  using library::asin;  return asin(u); }
template <class T> constexpr T acos(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::acos(wide(u)));  using library::acos;  return acos(u); }
template <class T> constexpr T atan(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::atan(wide(u)));  using library::atan;  return atan(u); }

template <class T> constexpr T sinh(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::sinh(wide(u)));  using library::sinh;  return sinh(u); }
template <class T> constexpr T cosh(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::cosh(wide(u)));  using library::cosh;  return cosh(u); }
template <class T> constexpr T tanh(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::tanh(wide(u)));  using library::tanh;  return tanh(u); }
template <class T> constexpr T asinh(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::asinh(wide(u))); using library::asinh; return asinh(u); }
template <class T> constexpr T acosh(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::acosh(wide(u))); using library::acosh; return acosh(u); }
template <class T> constexpr T atanh(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::atanh(wide(u))); using library::atanh; return atanh(u); }

template <class T> constexpr T erf(T u)    { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::erf(wide(u)));    using library::erf;    return erf(u); }
template <class T> constexpr T erfc(T u)   { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::erfc(wide(u)));   using library::erfc;   return erfc(u); }
template <class T> constexpr T tgamma(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::tgamma(wide(u))); using library::tgamma; return tgamma(u); }
template <class T> constexpr T lgamma(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::lgamma(wide(u))); using library::lgamma; return lgamma(u); }

template <class T> constexpr T floor(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::floor(wide(u))); using library::floor; return floor(u); }
template <class T> constexpr T ceil(T u)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::ceil(wide(u)));  using library::ceil;  return ceil(u); }
template <class T> constexpr T round(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::round(wide(u))); using library::round; return round(u); }
template <class T> constexpr T trunc(T u) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::trunc(wide(u))); using library::trunc; return trunc(u); }

template <class T> constexpr T pow(T u, T v)   { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::pow(wide(u), wide(v)));   using library::pow;   return pow(u, v); }
template <class T> constexpr T atan2(T u, T v) { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::atan2(wide(u), wide(v))); using library::atan2; return atan2(u, v); }
template <class T> constexpr T fmod(T u, T v)  { if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::fmod(wide(u), wide(v)));  using library::fmod;  return fmod(u, v); }
/// For complex numbers the analytic continuation, so that complex-step derivatives are right.
template <class T> constexpr T hypot(T u, T v) {
    if constexpr (std::floating_point<T>) if (__builtin_is_constant_evaluated()) return T(arithmetic::hypot(wide(u), wide(v)));
    if constexpr (!real<T>) return sqrt(T(u * u + v * v));
    else { using library::hypot; return hypot(u, v); }
}

// Not in <cmath>.

/// 2^k, which splits a number of 2k or 2k - 1 digits into halves; 0 for other numbers.
template <class T> inline constexpr double splitter = 0;
template <std::floating_point T> inline constexpr double splitter<T> = static_cast<double>(1ull << (arithmetic::limits<T>::digits + 1) / 2);

/// The rounding error of u*u; NaN if |u| is very large. After Dekker 1971, but that the factor is a power of two: its product is exact, so
/// that it does not matter whether the compiler puts it together with the sum.
template <class T>
constexpr T square_error(T u, T square) {
    T const scaled = T(splitter<T>) * u, high = (scaled + u) - scaled, low = u - high;
    return ((high * high - square) + T(2) * high * low) + low * low;
}

/// a*b - product, where `product` is a*b but for its last places; after Dekker, too. Every product is exact, and may be put together with sums.
template <class T>
constexpr T product_error(T a, T b, T product) {
    T const a_scaled = T(splitter<T>) * a, a_high = (a_scaled + a) - a_scaled, a_low = a - a_high;
    T const b_scaled = T(splitter<T>) * b, b_high = (b_scaled + b) - b_scaled, b_low = b - b_high;
    return (((a_high * b_high - product) + a_high * b_low) + a_low * b_high) + a_low * b_low;
}

// These are functions of this folder at run time, too, but of lanes.
template <in_packets T> constexpr T digamma(T const& u) { return digamma(u); }
template <in_packets T> constexpr T polygamma(T const& n, T const& u) { return polygamma(n, u); }
template <std::floating_point T> constexpr T digamma(T u) { return T(arithmetic::digamma(wide(u))); }
/// NaN if the order n is no whole number.
template <std::floating_point T> constexpr T polygamma(T n, T u) { return arithmetic::trunc(n) == n && n >= 0 && n < 1000 ? T(arithmetic::polygamma(static_cast<int>(n), wide(u))) : arithmetic::nan<T>; }
// clang-format on

}  // namespace leibniz::inline v0_1::elementary
