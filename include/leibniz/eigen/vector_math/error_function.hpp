#pragma once

#include <leibniz/arithmetic/normal_distribution.hpp>
#include <leibniz/eigen/vector_math/exponentials.hpp>

namespace leibniz::inline v0_1::vector_math {

// Error functions of doubles; floats are widened.

template <class P>
[[gnu::always_inline]] inline P limited(P u, double least, double most) {
    return choose(u > P(most), P(most), choose(u < P(least), P(least), u));
}
/// factor*exp(-share*u^2)*(tail.high + tail.low)
template <class P>
[[gnu::always_inline]] inline P times_gaussian(P u, double share, P factor, elementary::two_parts<P> const& tail) {
    packet<double, P::size, rounding::separate> const rows(u.rows), exact = rows * rows;
    P const square = exact.rows, weight(-share);
    reduced_exponential<P> const e(weight * square, weight * product_error(u, u, square));
    return e.scaled(factor * (multiply_add(e.minus_one, tail.high, multiply_add(e.minus_one, tail.low, tail.low)) + tail.high));
}

/// erfc(a) for a >= 0.47
template <class P>
[[gnu::always_inline]] inline P erfc_of_large(P size) {
    P const a = limited(size, 0.47, 28.0), twice = a + a, below = twice + P(1.0);
    return times_gaussian(a, 1.0, P(1.0), elementary::scaled_erfc(a, below, twice - (below - P(1.0))));
}
template <class P>
[[gnu::always_inline]] inline P erf(P u) {
    P const size = abs(u), near_zero = u * elementary::polynomial<elementary::error_function_core>(u * u);
    P const far = copysign(P(1.0) - erfc_of_large(size), u);
    return choose(size < P(0.5), near_zero, choose(size == size, far, u));
}
template <class P>
[[gnu::always_inline]] inline P erfc(P u) {
    P const size = abs(u), near_zero = P(1.0) - u * elementary::polynomial<elementary::error_function_core>(u * u),
            tail = erfc_of_large(size);
    return choose(size < P(0.475), near_zero, choose(size == size, choose(u < P(0.0), P(2.0) - tail, tail), u));
}

/// normcdf(u): the distribution function of the normal distribution
template <class P>
[[gnu::always_inline]] inline P normcdf_in_packets(P u) {
    P const size = abs(u), a = limited(size, 0.67, 39.5), tail = times_gaussian(a, 0.5, P(0.5), elementary::scaled_erfc_of_root(a));
    return choose(size < P(0.67), elementary::middle_of_normcdf(u), choose(size == size, choose(u < P(0.0), tail, P(1.0) - tail), u));
}
/// gelu(u) = u*normcdf(u)
template <class P>
[[gnu::always_inline]] inline P gelu_in_packets(P u) {
    P const size = abs(u), a = limited(size, 0.67, 39.5), tail = times_gaussian(a, 0.5, P(-0.5) * a, elementary::scaled_erfc_of_root(a));
    return choose(size < P(0.67), u * elementary::middle_of_normcdf(u), choose(size == size, choose(u < P(0.0), tail, u + tail), u));
}

}  // namespace leibniz::inline v0_1::vector_math
