#pragma once

#include <leibniz/graph/identity.hpp>
#include <leibniz/rules/all.hpp>

// What functions are made of: exponentials, logarithms, powers, |u|, sine, cosine, and what is not elementary. A proof puts the
// right side in place of the left one. Both have the same values wherever the left one is defined, isolated points aside.

namespace leibniz::inline v0_1::table {

inline constexpr wildcard<"a"> a;
inline constexpr wildcard<"b"> b;
inline constexpr wildcard<"c"> c;

// clang-format off
inline constexpr identity_rule definitions[] = {
    {square(a),             pow(a, 2_c)},
    {sqrt(a),               pow(a, 0.5_c)},
    {cbrt(a),               a*pow(abs(a), constant<-2, 3>{})},
    {hypot(a, b),           sqrt(pow(a, 2_c) + pow(b, 2_c))},
    {sign(a),               a/abs(a)},

    {exp2(a),               pow(2_c, a)},
    {expm1(a),              exp(a) - 1_c},
    {log2(a),               log(a)/log(2_c)},
    {log10(a),              log(a)/log(10_c)},
    {log1p(a),              log(1_c + a)},
    {logit(a),              log(a) - log(1_c - a)},
    {exprel(a),             (exp(a) - 1_c)/a},
    {xlogy(a, b),           a*log(b)},

    {tan(a),                sin(a)/cos(a)},
    {cot(a),                cos(a)/sin(a)},
    {sec(a),                1_c/cos(a)},
    {csc(a),                1_c/sin(a)},
    {sinc(a),               sin(a)/a},
    {acos(a),               pi/2_c - asin(a)},
    {acot(a),               atan(1_c/a)},
    {asec(a),               pi/2_c - asin(1_c/a)},
    {acsc(a),               asin(1_c/a)},

    {sinh(a),               (exp(a) - exp(-a))/2_c},
    {cosh(a),               (exp(a) + exp(-a))/2_c},
    {tanh(a),               (exp(2_c*a) - 1_c)/(exp(2_c*a) + 1_c)},
    {coth(a),               (exp(2_c*a) + 1_c)/(exp(2_c*a) - 1_c)},
    {sech(a),               2_c*exp(a)/(exp(2_c*a) + 1_c)},
    {csch(a),               2_c*exp(a)/(exp(2_c*a) - 1_c)},
    {asinh(a),              log(a + sqrt(pow(a, 2_c) + 1_c))},
    {acosh(a),              log(a + sqrt(a - 1_c)*sqrt(a + 1_c))},
    {atanh(a),              (log(1_c + a) - log(1_c - a))/2_c},
    {acoth(a),              log((a + 1_c)/(a - 1_c))/2_c},
    {asech(a),              acosh(1_c/a)},
    {acsch(a),              asinh(1_c/a)},

    {erfc(a),               1_c - erf(a)},
    {normcdf(a),            (1_c + erf(a/sqrt(2_c)))/2_c},
    {factorial(a),          tgamma(a + 1_c)},
    {polygamma(0_c, a),     digamma(a)},

    {max(a, b),             (a + b + abs(a - b))/2_c},
    {min(a, b),             (a + b - abs(a - b))/2_c},
    {clamp(a, b, c),        min(max(a, b), c)},
    {relu(a),               (a + abs(a))/2_c},
    {leaky_relu(a),         (101_c*a + 99_c*abs(a))/200_c},

    {sigmoid(a),            exp(a)/(1_c + exp(a))},
    {softplus(a),           log(1_c + exp(a))},
    {softsign(a),           a/(1_c + abs(a))},
    {silu(a),               a*sigmoid(a)},
    {gelu(a),               a*normcdf(a)},
    {mish(a),               a*tanh(softplus(a))},
    {logsumexp(a, b),       log(exp(a) + exp(b))},
    {softmax(a, b),         exp(a)/(exp(a) + exp(b))},
    {stop_gradient(a),      a},
};
// clang-format on

}  // namespace leibniz::inline v0_1::table
