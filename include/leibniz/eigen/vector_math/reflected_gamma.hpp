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

template <>
struct widened_value<gamma_function> {
    template <class P>
    [[gnu::always_inline]] static P value(P const& u) {
        auto const negative = u < P(0.0);
        P const result = tgamma(choose(negative, P(1.0) - u, u));
        if (!any(negative)) return result;
        P const sine = sine_of_half_turns(u), reflected = P(std::numbers::pi) / (sine * result);
        return choose(negative, choose(abs(sine) > P(0.0), reflected, P(std::numeric_limits<double>::quiet_NaN())), result);
    }
};

template <>
struct widened_value<log_gamma> {
    template <class P>
    [[gnu::always_inline]] static P value(P const& u) {
        auto const negative = u < P(0.0);
        P const result = lgamma(choose(negative, P(1.0) - u, u));
        if (!any(negative)) return result;
        P const sine = abs(sine_of_half_turns(u));
        auto const pole = !(sine > P(0.0));  // or -infinity
        P const reflected = log(P(std::numbers::pi) / choose(pole, P(1.0), sine)) - result;
        return choose(negative, choose(pole, P(std::numeric_limits<double>::infinity()), reflected), result);
    }
};

}  // namespace leibniz::inline v0_1::vector_math
