#pragma once

#include <leibniz/arithmetic/exponential.hpp>
#include <leibniz/arithmetic/power.hpp>
#include <leibniz/arithmetic/real.hpp>
#include <leibniz/arithmetic/rounding.hpp>
#include <leibniz/arithmetic/trigonometric.hpp>

#include <concepts>

namespace leibniz::inline v0_1::arithmetic::detail {

inline constexpr real half_log_of_2_pi{bits(0xeb3f8e4325f5a534, 0x94bc900144192024), -128};

/// |B(2k)| / (2k (2k-1) 384^(k-1)) in units of 2^-128 for k = 1, 2, ...: the coefficients of Stirling's series.
// clang-format off
inline constexpr bits128 stirling_coefficients[17] = {
    bits(0x1555555555555555, 0x5555555555555555), bits(0x0000795ceb240795, 0xceb240795ceb2408),
    bits(0x000000171de3a556, 0xc7338faac1c88e50), bits(0x000000000b8ef1d2, 0xab6399c7d560e447),
    bits(0x00000000000ae593, 0xd1d0fc7fbd41d69b), bits(0x000000000000108c, 0x7aa74b7316641028),
    bits(0x0000000000000024, 0xe1a58b121b88f6b7), 0x7158b5d4e9eddab8, 0x01cb5ef2f01f1902, 0x000945bcc28f24f7,
    0x00003b804805594a, 0x000001d03624712b, 0x00000010e72b8148, 0xb9890396, 0x0940a129, 0x0087eee4, 0x0008e51f,
};
// clang-format on

/// Sum of B(2k)/(2k (2k-1)) (s+1)(s+2)...(s+2k-2)/(2k-2)! x^(2-2k) over k >= 1, for x >= 20 + s: the tail of Stirling's
/// series for s = 0, and of its derivatives of order s.
constexpr real stirling_tail(real x, unsigned s) {
    bits128 const f = fraction(whole(384) / (x * x));
    bits128 sum = 0;
    for (unsigned k = 17; k > 0; --k)
        sum = stirling_coefficients[k - 1] - high(f, sum) * ((s + 2 * k - 1) * (s + 2 * k)) / ((2 * k - 1) * (2 * k));
    return normal(sum, -128);
}

/// log(gamma(x)) = log_of_shifted - log(product) for x > 0: x is shifted up to where Stirling's series gives 120 bits.
struct shifted_gamma {
    real log_of_shifted, product;
};
constexpr shifted_gamma shift_gamma(real x) {
    real product = one;
    for (; x.order() < 5 && nearest(x) < 21; x = x + one) product = product * x;
    real const log_of_x = log(x), half = scaled(one, -1);
    return {(x - half) * log_of_x - x + half_log_of_2_pi + stirling_tail(x, 0) / x, product};
}

/// The coefficients of log(gamma(1 + d)) and log(gamma(2 + d)), from d on (DLMF 5.7.3): minus Euler's constant, zeta(2)/2, -zeta(3)/3,
/// zeta(4)/4; and 1 minus Euler's constant, the others with zeta(k) - 1.
inline constexpr real log_gamma_beside_1[] = {
    {bits(0x93c467e37db0c7a4, 0xd1be3f810152cb57), -128, true},
    {bits(0xd28d3312983e9918, 0x73d8912200bace5f), -128},
    {bits(0xcd26aadf5596b7ac, 0xf64b92e699b5aa12), -129, true},
    {bits(0x8a8991563ec241b5, 0xf91211196e5235fc), -129}};
inline constexpr real log_gamma_beside_2[] = {
    {bits(0xd8773039049e70b6, 0x5c8380fdfd5a6953), -129},
    {bits(0xa51a6625307d3230, 0xe7b1224401759cbd), -129},
    {bits(0x89f000d2abb03409, 0x2e83a0efbc2bfd9e), -131, true},
    {bits(0xa8991563ec241b5f, 0x91211196e5235fbc), -133}};

/// log(gamma(1 + d)) or log(gamma(2 + d)) for |d| < 2^-32.
constexpr real log_gamma_beside_zero(real d, real const (&of)[4]) {
    return d * (of[0] + d * (of[1] + d * (of[2] + d * of[3])));
}

/// The sum of (x + k)^-s over k >= 0, for s > 1 and x > 0, by the Euler-Maclaurin formula (DLMF 25.11.5).
constexpr real hurwitz_zeta(unsigned s, real x) {
    real sum;
    for (; x.order() < 30 && nearest(x) < static_cast<int>(s + 21); x = x + one) {
        real const term = one / power(x, s);
        if (sum.order() - term.order() > 130 && sum.m != 0) return sum;
        sum = sum + term;
    }
    real const first = one / power(x, s);
    return sum + first * (x / whole(s - 1) + scaled(one, -1) + whole(s) * stirling_tail(x, s) / x);
}

/// The angle pi * x, reduced, for finite x.
template <std::floating_point T>
constexpr reduced_angle half_turns(T x) {
    T const n = round(2 * fmod(x, T(2)));
    return {(scaled(extend(fmod(x, T(2))), 1) - whole(static_cast<int>(n))) * half_pi, static_cast<unsigned>(static_cast<int>(n))};
}

template <std::floating_point T>
constexpr bool is_pole(T x) {
    return x <= 0 && trunc(x) == x;
}

}  // namespace leibniz::inline v0_1::arithmetic::detail

namespace leibniz::inline v0_1::arithmetic {

/// The gamma function: infinite at ±0, NaN at negative whole numbers.
template <std::floating_point T>
constexpr T tgamma(T x) {
    if (x == 0) return copysign(infinity<T>, x);
    if (detail::is_pole(x) || !isfinite(x)) return x > 0 ? x : nan<T>;
    if (abs(x) > 3000) return x > 0 ? infinity<T> : fmod(x, T(2)) < -1 ? T(0) : -T(0);
    real const a = extend(x);
    auto const [log_of_shifted, product] = detail::shift_gamma(x > 0 ? a : one - a);
    if (x > 0) return static_cast<T>(exp(log_of_shifted) / product);
    return static_cast<T>(detail::pi * product * exp(-log_of_shifted) / detail::sin(detail::half_turns(x)));
}

/// log(|gamma(x)|): infinite at 0 and at negative whole numbers.
template <std::floating_point T>
constexpr T lgamma(T x) {
    if (isnan(x)) return x;
    if (detail::is_pole(x) || isinf(x)) return infinity<T>;
    if (x == 1 || x == 2) return 0;
    real const a = extend(x);
    if (abs(x - 1) < T(0x1p-32)) return static_cast<T>(detail::log_gamma_beside_zero(a - one, detail::log_gamma_beside_1));
    if (abs(x - 2) < T(0x1p-32)) return static_cast<T>(detail::log_gamma_beside_zero(a - whole(2), detail::log_gamma_beside_2));
    auto const [log_of_shifted, product] = detail::shift_gamma(x > 0 ? a : one - a);
    if (x > 0) return static_cast<T>(log_of_shifted - log(product));
    return static_cast<T>(log(detail::pi * product / magnitude(detail::sin(detail::half_turns(x)))) - log_of_shifted);
}

/// The logarithmic derivative of the gamma function: infinite at ±0 with the sign of -x, NaN at negative whole
/// numbers.
template <std::floating_point T>
constexpr T digamma(T x) {
    if (x == 0) return copysign(infinity<T>, -x);
    if (detail::is_pole(x) || !isfinite(x)) return x > 0 ? x : nan<T>;
    real a = x > 0 ? extend(x) : one - extend(x), sum;
    if (x < 0) {
        auto const [rest, quarters] = detail::half_turns(x);
        real const cosine = detail::sin(detail::reduced_angle{rest, quarters + 1});
        sum = detail::pi * cosine / detail::sin(detail::reduced_angle{rest, quarters});
    }
    for (; a.order() < 5 && detail::nearest(a) < 21; a = a + one) sum = sum + one / a;
    return static_cast<T>(log(a) - (scaled(one, -1) + detail::stirling_tail(a, 1) / a) / a - sum);
}

/// The derivative of order n >= 0 of digamma; NaN for n < 0. At 0 and negative whole numbers infinite for odd n, NaN
/// for even n > 0. Its cost grows with n.
template <std::floating_point T>
constexpr T polygamma(int n, T x) {
    if (n == 0) return digamma(x);
    bool const is_even = n % 2 == 0;
    if (n < 0 || isnan(x) || x == -infinity<T> || (is_even && detail::is_pole(x))) return nan<T>;
    if (detail::is_pole(x)) return infinity<T>;
    if (isinf(x)) return is_even ? -T(0) : T(0);
    unsigned const s = static_cast<unsigned>(n) + 1;
    real sum;
    if (x > 0) sum = detail::hurwitz_zeta(s, extend(x));
    else {  // the positive terms of the series, and the negative ones as the difference of two series
        real const a = extend(x), below = extend(floor(x));
        real const negative = detail::hurwitz_zeta(s, below + one - a) - detail::hurwitz_zeta(s, one - a);
        sum = detail::hurwitz_zeta(s, a - below) + (is_even ? -negative : negative);
    }
    for (unsigned k = 2; k < s; ++k) sum = sum * whole(k);
    return static_cast<T>(is_even ? -sum : sum);
}

}  // namespace leibniz::inline v0_1::arithmetic
