#pragma once

#include <leibniz/arithmetic/power.hpp>
#include <leibniz/arithmetic/real.hpp>
#include <leibniz/arithmetic/rounding.hpp>
#include <leibniz/arithmetic/two_over_pi.hpp>

#include <concepts>

namespace leibniz::inline v0_1::arithmetic::detail {

inline constexpr real pi{bits(0xc90fdaa22168c234, 0xc4c6628b80dc1cd1), -126};
inline constexpr real half_pi{pi.m, -127};

/// An angle in (-pi/4, pi/4), and the quarter turns to be added to it.
struct reduced_angle {
    real rest;
    unsigned quarters;
};

/// Adds m * 2^e, in turns, to a fraction of a turn: the product with those digits of 2/pi that neither make whole turns nor are negligible.
constexpr void add_turns(bits64 (&turns)[4], bits64 m, int e) {
    auto const digits = [at = e + 126](int k) {
        int const word = (at + 64 * k) / 64, bit = (at + 64 * k) % 64;
        return bit == 0 ? two_over_pi[word] : two_over_pi[word] << bit | two_over_pi[word + 1] >> (64 - bit);
    };
    bits128 sum = 0;
    for (int k = 3; k >= 0; --k, sum >>= 64) {
        sum += static_cast<bits128>(m) * digits(k) + turns[k];
        turns[k] = static_cast<bits64>(sum);
    }
}
/// The reduction of Payne and Hanek for x >= 1/2. 192 bits are left for angles close to a multiple of pi/2. Only a long double of more than
/// 64 bits has a lower word; its last two are zero.
constexpr reduced_angle reduce_magnitude(real x) {
    bits64 turns[4] = {};
    add_turns(turns, static_cast<bits64>(x.m >> 64), x.e + 64);
    if (auto const lower = static_cast<bits64>(x.m); lower != 0) add_turns(turns, lower >> 2, x.e + 2);
    bits128 upper = bits(turns[0] << 2 | turns[1] >> 62, turns[1] << 2 | turns[2] >> 62);
    bits128 lower = bits(turns[2] << 2 | turns[3] >> 62, turns[3] << 2);
    bool const above_half = upper >> 127 != 0;
    if (above_half) upper = ~upper, lower = ~lower;
    real const rest = normal(upper, -128, above_half) + normal(lower, -256, above_half);
    return {rest * half_pi, static_cast<unsigned>(turns[0] >> 62) + (above_half ? 1u : 0u)};
}
constexpr reduced_angle reduce(real x) {
    if (x.m == 0 || x.order() < -1) return {x, 0};
    reduced_angle angle = reduce_magnitude(x);
    return x.negative ? reduced_angle{-angle.rest, 0u - angle.quarters} : angle;
}

/// sin(r) and cos(r) for |r| < 1, by their Taylor series.
constexpr real sin_near_zero(real r) {
    bits128 const f = fraction(r * r), unit = bits(1ull << 63, 0);
    bits128 s = unit;
    for (unsigned k = 33; k > 1; k -= 2) s = unit - high(f, s) / (k * (k - 1));
    return r * normal(s, -127);
}
constexpr real cos_near_zero(real r) {
    bits128 const f = fraction(r * r), unit = bits(1ull << 63, 0);
    bits128 s = unit;
    for (unsigned k = 34; k > 0; k -= 2) s = unit - high(f, s) / (k * (k - 1));
    return normal(s, -127);
}
constexpr real sin(reduced_angle a) {
    real const s = a.quarters % 2 == 0 ? sin_near_zero(a.rest) : cos_near_zero(a.rest);
    return a.quarters % 4 < 2 ? s : -s;
}

/// atan(k/8) in units of 2^-128.
// clang-format off
inline constexpr bits128 atan_of_eighths[9] = {
    0, bits(0x1fd5ba9aac2f6dc6, 0x5912f313e7d111df), bits(0x3eb6ebf25901bac5, 0x5b71e7bd7de885f9),
    bits(0x5bd86507937bc239, 0xc55190916e7f2242), bits(0x76b19c1586ed3da2, 0xb7f222f65e1d4682),
    bits(0x8f005d5ef7f59f9b, 0x5c835e1665c43748), bits(0xa4bc7d1934f70924, 0x19a87f2a457dac9f),
    bits(0xb8053e2bc2319e73, 0xcb2da55210a4443d), bits(0xc90fdaa22168c234, 0xc4c6628b80dc1cd1),
};
// clang-format on

/// atan(x) for x >= 0: by its Taylor series around the nearest eighth, of x or of 1/x.
constexpr real atan_of_magnitude(real x) {
    bool const inverted = x.m != 0 && x.order() >= 0;
    if (inverted) x = one / x;
    int const eighths = nearest(scaled(x, 3));
    real const eighth = scaled(whole(eighths), -3);
    real const t = eighths == 0 ? x : (x - eighth) / (one + x * eighth);
    bits128 const f = fraction(t * t), unit = bits(1ull << 63, 0);
    bits128 s = 0;
    for (unsigned k = 17; k-- > 0;) s = unit / (2 * k + 1) - high(f, s);
    real const angle = normal(atan_of_eighths[eighths], -128) + t * normal(s, -127);
    return inverted ? half_pi - angle : angle;
}

}  // namespace leibniz::inline v0_1::arithmetic::detail

namespace leibniz::inline v0_1::arithmetic {

template <std::floating_point T>
constexpr T sin(T x) {
    if (x == 0 || !isfinite(x)) return x == 0 ? x : nan<T>;
    return static_cast<T>(detail::sin(detail::reduce(extend(x))));
}
template <std::floating_point T>
constexpr T cos(T x) {
    if (!isfinite(x)) return nan<T>;
    auto const [rest, quarters] = detail::reduce(extend(x));
    return static_cast<T>(detail::sin(detail::reduced_angle{rest, quarters + 1}));
}
template <std::floating_point T>
constexpr T tan(T x) {
    if (x == 0 || !isfinite(x)) return x == 0 ? x : nan<T>;
    auto const [rest, quarters] = detail::reduce(extend(x));
    return static_cast<T>(detail::sin(detail::reduced_angle{rest, quarters}) / detail::sin(detail::reduced_angle{rest, quarters + 1}));
}

/// The angle of the point (x, y) to the positive x axis, in [-pi, pi].
template <std::floating_point T>
constexpr T atan2(T y, T x) {
    if (isnan(x) || isnan(y)) return nan<T>;
    real angle = detail::half_pi;
    if (isinf(x) && isinf(y)) angle = scaled(angle, -1);
    else if (y == 0 || isinf(x)) angle = {};
    else if (x != 0 && !isinf(y)) angle = detail::atan_of_magnitude(magnitude(extend(y) / extend(x)));
    return copysign(static_cast<T>(signbit(x) ? detail::pi - angle : angle), y);
}
template <std::floating_point T>
constexpr T atan(T x) {
    return atan2(x, T(1));
}

template <std::floating_point T>
constexpr T acos(T x) {
    if (!(x >= -1 && x <= 1)) return nan<T>;
    if (x == 0) return static_cast<T>(detail::half_pi);
    real const a = extend(x), angle = detail::atan_of_magnitude(sqrt((one - a) * (one + a)) / magnitude(a));
    return static_cast<T>(x < 0 ? detail::pi - angle : angle);
}
template <std::floating_point T>
constexpr T asin(T x) {
    if (x == 0 || !(x >= -1 && x <= 1)) return x == 0 ? x : nan<T>;
    if (x == 1 || x == -1) return copysign(static_cast<T>(detail::half_pi), x);
    real const a = extend(x);
    return copysign(static_cast<T>(detail::atan_of_magnitude(magnitude(a) / sqrt((one - a) * (one + a)))), x);
}

}  // namespace leibniz::inline v0_1::arithmetic
