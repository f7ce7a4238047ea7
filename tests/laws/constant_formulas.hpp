#pragma once

#include <boost/math/special_functions.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <cmath>

// The functions of constant expressions in 60 digits, where those of Boost lose some or take long.

template <unsigned Bits>
using binary =
    boost::multiprecision::number<boost::multiprecision::cpp_bin_float<Bits, boost::multiprecision::digit_base_2>,
                                  boost::multiprecision::et_off>;
using number = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<60>, boost::multiprecision::et_off>;

/// exp(x) wherever the result is of interest; far beyond every range elsewhere.
inline number exponential(number const& x) {
    if (abs(x) > 20000) return ldexp(number(1), x > 0 ? 100000 : -100000);
    return exp(x);
}
inline number exponential_minus_one(number const& x) {
    return abs(x) < 0.5 ? boost::math::expm1(x) : number(exponential(x) - 1);
}
inline number logarithm_one_plus(number const& x) { return abs(x) < 0.1 ? boost::math::log1p(x) : log(number(1 + x)); }
inline number logarithm(number const& x) { return abs(x - 1) < 0.1 ? boost::math::log1p(number(x - 1)) : log(x); }
inline number arc_tangent(number const& x) {
    return abs(x) < 1e-15 ? number(x * (1 - x * x / 3 * (1 - x * x * 3 / 5))) : atan(x);
}
inline number arc_tangent(number const& y, number const& x) {
    number const angle = arc_tangent(number(abs(y / x))),
                 folded = x < 0 ? number(boost::math::constants::pi<number>() - angle) : angle;
    return y < 0 ? number(-folded) : folded;
}

/// The sine (quarters = 0) or cosine (quarters = 1) of x, reduced with Bits digits of pi.
template <unsigned Bits>
inline number wave(long double x, int quarters) {
    using wide = binary<Bits>;
    wide const turns = floor(wide(x / boost::math::constants::half_pi<wide>() + 0.5));
    number const rest(wide(x - turns * boost::math::constants::half_pi<wide>()));
    int const q = static_cast<int>(wide(turns - 4 * floor(wide(turns / 4)))) + quarters;
    number const tiny_or_sine =
        abs(rest) < 1e-15 ? number(rest * (1 - rest * rest / 6 * (1 - rest * rest / 20))) : sin(rest);
    number const value = q % 2 == 0 ? tiny_or_sine : cos(rest);
    return q % 4 < 2 ? value : number(-value);
}
template <class T>
inline number wave(T x, int quarters) {
    return std::abs(x) < 1e300 ? wave<1300>(x, quarters) : wave<17000>(x, quarters);
}

/// The sine of pi * x.
inline number wave_of_half_turns(number const& x, int quarters) {
    number const turns = floor(number(2 * x + 0.5)), rest = (2 * x - turns) * boost::math::constants::half_pi<number>();
    int const q = static_cast<int>(number(turns - 4 * floor(number(turns / 4)))) + quarters;
    number const sine = abs(rest) < 1e-15 ? number(rest * (1 - rest * rest / 6 * (1 - rest * rest / 20))) : sin(rest);
    number const value = q % 2 == 0 ? sine : cos(rest);
    return q % 4 < 2 ? value : number(-value);
}

/// The sum of (x + k)^-s over k >= 0 for x > 0, from 80 terms and Euler's and Maclaurin's formula.
inline number zeta(int s, number x) {
    number sum = 0;
    for (; x < 80 + s; ++x) sum += pow(x, -s);
    number term = pow(x, -s - 1) * s;
    sum += pow(x, 1 - s) / (s - 1) + pow(x, -s) / 2;
    for (int k = 1; k <= 20; ++k) {
        sum +=
            term * boost::math::bernoulli_b2n<number>(k) / boost::math::factorial<number>(static_cast<unsigned>(2 * k));
        term *= number(s + 2 * k - 1) * (s + 2 * k) / (x * x);
    }
    return sum;
}
inline number derivative_of_digamma(int n, number const& x) {
    number sum = 0, shifted = x;
    for (; shifted < 0; ++shifted) sum += pow(shifted, -n - 1);
    sum += zeta(n + 1, shifted);
    return (n % 2 == 0 ? -sum : sum) * boost::math::factorial<number>(static_cast<unsigned>(n));
}
