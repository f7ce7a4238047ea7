#pragma once

#include <leibniz/arithmetic/polynomial.hpp>
#include <leibniz/eigen/vector_math/packet.hpp>
#include <leibniz/eigen/vector_math/square_root.hpp>

#include <limits>

namespace leibniz::inline v0_1::vector_math {

// Angles of doubles; floats are widened.

/// (atan(t) - t)/t^3 as a polynomial in t^2, for |t| <= sqrt(2) - 1; error 1e-18
inline constexpr double arc_tangent_tail[] = {-0x1.5555555555555p-2, 0x1.9999999999952p-3, -0x1.249249248d739p-3, 0x1.c71c71c2fc236p-4,
                                              -0x1.745d165c497f3p-4, 0x1.3b1392a9c2d8bp-4, -0x1.110e84aa36d9dp-4, 0x1.e199c62156609p-5,
                                              -0x1.ac7858539e493p-5, 0x1.74d3a7b43351ap-5, -0x1.1b1992aa413c9p-5, 0x1.0a997ba33c1dbp-6};
/// (asin(t) - t)/t^3 as a polynomial in t^2, for |t| <= 1/2; error 2e-17
inline constexpr double arc_sine_tail[] = {0x1.5555555555556p-3, 0x1.3333333332eaap-4, 0x1.6db6db6e35217p-5, 0x1.f1c71c1baf1c5p-6,
                                           0x1.6e8bb21b0d9bap-6, 0x1.1c4d2df172182p-6, 0x1.c9cff8af3076fp-7, 0x1.781cd742184c7p-7,
                                           0x1.52816d4983b43p-7, 0x1.637b7e101b0dap-8, 0x1.1e9d59329c4d3p-6, -0x1.eb83e904a1bfcp-7,
                                           0x1.d8dbb348232e7p-6};

inline constexpr double half_pi = 0x1.921fb54442d18p0, half_pi_low = 0x1.1a62633145c07p-54;

/// The angle of the point (x, y) in the first octant, 0 <= y <= x: atan(t), or pi/4 + atan of the turned point.
template <class P>
[[gnu::always_inline]] inline P angle_in_octant(P y, P x, P& base) {
    auto const turned = y > P(0x1.a827999fcef32p-2) * x;  // sqrt(2) - 1
    P const t = choose(turned, y - x, y) / choose(turned, y + x, x), square = t * t;
    base = choose(turned, P(0.5), P(0.0));  // in units of pi/2
    return multiply_add(t * square, elementary::polynomial<arc_tangent_tail>(square), t);
}
/// quarters*pi/2 + angle
template <class P>
[[gnu::always_inline]] inline P angle_from(P quarters, P angle) {
    return multiply_add(quarters, P(half_pi), multiply_add(quarters, P(half_pi_low), angle));
}

template <class P>
[[gnu::always_inline]] inline P atan(P u) {
    P const size = abs(u), one(1.0);
    auto const large = size > one;
    P base;
    P const angle = angle_in_octant(choose(large, one, size), choose(large, size, one), base);
    return copysign(angle_from(choose(large, one - base, base), choose(large, -angle, angle)), u);
}

template <class P>
[[gnu::always_inline]] inline P atan2(P v, P u) {
    P const infinity(std::numeric_limits<double>::infinity()), one(1.0), zero(0.0);
    P height = abs(v), width = abs(u);
    auto const steep = height > width;
    P small = choose(steep, width, height), large = choose(steep, height, width);
    small = choose(large == infinity, choose(small == infinity, one, zero), small);
    P const scale = choose(large > P(0x1p1000), P(0x1p-100), choose(large < P(0x1p-900), P(0x1p100), one));
    large = choose(large == infinity, one, choose(large == zero, one, large * scale));
    P base;
    P angle = angle_in_octant(small * choose(large == one, one, scale), large, base);
    base = choose(steep, one - base, base), angle = choose(steep, -angle, angle);
    auto const left = copysign(one, u) < zero;
    base = choose(left, P(2.0) - base, base), angle = choose(left, -angle, angle);
    P const result = copysign(angle_from(base, angle), v);
    return choose((u != u) | (v != v), u + v, result);
}

/// asin(t) - t of 0 <= t <= 1/2
template <class P>
[[gnu::always_inline]] inline P arc_sine_beyond(P t, P square) {
    return t * square * elementary::polynomial<arc_sine_tail>(square);
}
template <class P>
[[gnu::always_inline]] inline P asin(P u) {
    P const size = abs(u), half(0.5);
    auto const large = size > half;
    P const square = choose(large, half * (P(1.0) - size), size * size), t = choose(large, sqrt(square), size);
    P const beyond = arc_sine_beyond(t, square);
    P const result = choose(large, P(half_pi) - (P(2.0) * (t + beyond) - P(half_pi_low)), t + beyond);
    return copysign(result, u);
}
template <class P>
[[gnu::always_inline]] inline P acos(P u) {
    P const size = abs(u), half(0.5);
    auto const large = size > half, left = u < P(0.0);
    P const square = choose(large, half * (P(1.0) - size), size * size), t = choose(large, sqrt(square), u);
    P const beyond = arc_sine_beyond(t, square);
    P const twice = P(2.0) * (t + beyond);
    return choose(large, choose(left, P(2 * half_pi) - (twice - P(2 * half_pi_low)), twice), P(half_pi) - (t + (beyond - P(half_pi_low))));
}

}  // namespace leibniz::inline v0_1::vector_math
