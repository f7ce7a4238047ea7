#pragma once

#include <leibniz/eigen/vector_math/exponentials.hpp>

namespace leibniz::inline v0_1::vector_math {

// Error functions of doubles; floats are widened.

/// erf(u)/u as a polynomial in u^2, for |u| <= 1/2; error 4e-18
inline constexpr double error_function_core[] = {0x1.20dd750429b6dp+0,  -0x1.812746b0379b4p-2,  0x1.ce2f21a03d7d9p-4,
                                                 -0x1.b82ce30f291fdp-6, 0x1.565bcbf854bfbp-8,   -0x1.c02d4f4607141p-11,
                                                 0x1.f98dace8138eep-14, -0x1.f22458d16a63fp-17, 0x1.8b46e196ddb44p-20};
/// (1 + 2*a)*exp(a^2)*erfc(a) as a polynomial in (a - 4)/(a + 4), for 0.47 <= a <= 28; error 4e-18
inline constexpr double error_function_tail[] = {
    0x1.3ba5916e9fd7fp+0,   -0x1.1df1ad154a290p-3,  0x1.f7f5df66fd585p-7,   0x1.16ecefcfa54f7p-4,   -0x1.9ddb23c3e7d7bp-4,
    0x1.7fee004e0f536p-4,   -0x1.0fb06dfe6a52dp-4,  0x1.3079edf6dec81p-5,   -0x1.0962387dd64aap-6,  0x1.49c6726faa9b9p-8,
    -0x1.8d4aa14ac5af0p-11, -0x1.a1df1a40dd8a0p-13, 0x1.3be0d38c91082p-13,  -0x1.9959b7ff2ffc2p-16, -0x1.78a34a47e3254p-17,
    0x1.7f21aa7fc44fcp-18,  0x1.4190012560fe4p-22,  -0x1.b9f339d1b039dp-21, 0x1.202b687af3330p-24,  0x1.c80127e73acdep-24,
    -0x1.a4ea5f199f568p-27, -0x1.6d91601470a69p-27};

/// erfc(a) for a >= 0.47
template <class P>
[[gnu::always_inline]] inline P erfc_of_large(P size) {
    P const a = choose(size > P(28.0), P(28.0), choose(size < P(0.47), P(0.47), size));
    P const square = a * a, lost = product_error(a, a, square);
    reduced_exponential<P> const e(-square, -lost);
    P const above = polynomial<error_function_tail>((a - P(4.0)) / (a + P(4.0)));
    P const twice = a + a, below = twice + P(1.0), inverse = P(1.0) / below, quotient = above * inverse;
    P const product = (packet<double, P::size, rounding::separate>(quotient.rows) * below.rows).rows;
    P const rest = ((above - product) - product_error(quotient, below, product)) - quotient * ((twice - below) + P(1.0));
    P const tail = multiply_add(rest, inverse, quotient);  // above/(1 + 2*a) without the errors of the sum and of the quotient
    return e.scaled(multiply_add(e.minus_one, tail, tail));
}
template <class P>
[[gnu::always_inline]] inline P erf(P u) {
    P const size = abs(u), near_zero = u * polynomial<error_function_core>(u * u);
    P const far = copysign(P(1.0) - erfc_of_large(size), u);
    return choose(size < P(0.5), near_zero, choose(size == size, far, u));
}
template <class P>
[[gnu::always_inline]] inline P erfc(P u) {
    P const size = abs(u), near_zero = P(1.0) - u * polynomial<error_function_core>(u * u), tail = erfc_of_large(size);
    return choose(size < P(0.5), near_zero, choose(size == size, choose(u < P(0.0), P(2.0) - tail, tail), u));
}

}  // namespace leibniz::inline v0_1::vector_math
