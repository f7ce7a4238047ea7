#pragma once

#include <leibniz/eigen/vector_math/gamma.hpp>
#include <leibniz/eigen/vector_math/trigonometric.hpp>

#include <limits>
#include <numbers>

namespace leibniz::inline v0_1 {

struct gamma_function;
struct log_gamma;

}  // namespace leibniz::inline v0_1

namespace leibniz::inline v0_1::vector_math {

// The gamma function of floats, and its logarithm, below 0 by reflection: gamma(u)*gamma(1 - u) = pi/sin(pi*u) (DLMF 5.5.3). In doubles
// enough digits are left for a float beside the zeros of the logarithm, too; for a double they would not be.

/// sin(pi*u) for doubles that were floats: 0 for whole numbers.
template <class P>
[[gnu::always_inline]] inline P sine_of_half_turns(P u) {
    P const shifted = u + P(0x1.8p52), rest = u - (shifted - P(0x1.8p52)), size = abs(rest);
    auto const beyond = size > P(0.25);
    P const r = choose(beyond, P(0.5) - size, size) * P(std::numbers::pi), square = r * r;
    P const sine = multiply_add(r * square, elementary::polynomial<sine_tail>(square), r);
    P const cosine = multiply_add(square * square, elementary::polynomial<cosine_tail>(square), multiply_add(square, P(-0.5), P(1.0)));
    return P::from_bits(copysign(choose(beyond, cosine, sine), rest).bits() ^ (shifted.bits() << 63));  // an odd number of half turns
}

/// f(u), where f knows only numbers from 0 on: below, what `reflected` makes of sin(pi*u) and f(1 - u).
template <class P, class F, class Reflected>
[[gnu::always_inline]] inline P by_reflection(P u, F f, Reflected reflected) {
    auto const negative = u < P(0.0);
    P const result = f(choose(negative, P(1.0) - u, u));
    return any(negative) ? choose(negative, reflected(sine_of_half_turns(u), result), result) : result;
}

template <>
struct widened_value<gamma_function> {
    template <class P>
    [[gnu::always_inline]] static P value(P const& u) {
        return by_reflection(
            u, [](P v) { return tgamma(v); },
            [](P sine, P mirrored) {
                P const none(std::numeric_limits<double>::quiet_NaN());
                return choose(abs(sine) > P(0.0), P(std::numbers::pi) / (sine * mirrored), none);
            });
    }
};

template <>
struct widened_value<log_gamma> {
    template <class P>
    [[gnu::always_inline]] static P value(P const& u) {
        return by_reflection(
            u, [](P v) { return lgamma(v); },
            [](P sine, P mirrored) {
                auto const pole = !(abs(sine) > P(0.0));  // or u is -infinity
                P const finite = log(P(std::numbers::pi) / choose(pole, P(1.0), abs(sine))) - mirrored;
                return choose(pole, P(std::numeric_limits<double>::infinity()), finite);
            });
    }
};

}  // namespace leibniz::inline v0_1::vector_math
