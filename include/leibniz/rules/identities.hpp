#pragma once

#include <leibniz/graph/identity.hpp>
#include <leibniz/rules/functions.hpp>

// The table of identities, grouped by the operation on the left. A rewrite agrees with the original wherever the
// original is defined. Where the right side is defined in more places, the third column is the condition under which
// the original was; it goes on record. What holds by the canonical form itself (commutation, association, like terms,
// equal factors, folded numbers) stands in graph/graph.hpp.

namespace leibniz {

namespace table {

inline constexpr wildcard<"u"> u;
inline constexpr number_wildcard<"n"> n;

// clang-format off
inline constexpr identity identities[] = {
//   left               right               was defined only where

    {abs(-u),           abs(u)},
    {abs(abs(u)),       abs(u)},
    {sign(-u),          -sign(u)},

    {sqrt(u),           pow(u, 0.5_c)},
    {pow(pow(u, 2_c), 0.5_c), abs(u)},

    {exp(0_c),          1_c},
    {exp(log(u)),       u,                  positive(u)},
    {expm1(0_c),        0_c},
    {expm1(log1p(u)),   u,                  positive(1_c + u)},
    {exp2(log2(u)),     u,                  positive(u)},

    {log(1_c),          0_c},
    {log(exp(u)),       u},
    {log1p(0_c),        0_c},
    {log1p(expm1(u)),   u},
    {log2(exp2(u)),     u},

    {sin(0_c),          0_c},
    {sin(-u),           -sin(u)},
    {cos(0_c),          1_c},
    {cos(-u),           cos(u)},
    {tan(0_c),          0_c},
    {tan(-u),           -tan(u)},
    {asin(0_c),         0_c},
    {asin(-u),          -asin(u)},
    {atan(0_c),         0_c},
    {atan(-u),          -atan(u)},

    {sinh(0_c),         0_c},
    {sinh(-u),          -sinh(u)},
    {cosh(0_c),         1_c},
    {cosh(-u),          cosh(u)},
    {tanh(0_c),         0_c},
    {tanh(-u),          -tanh(u)},
    {asinh(0_c),        0_c},
    {asinh(-u),         -asinh(u)},
    {atanh(0_c),        0_c},
    {atanh(-u),         -atanh(u)},

    {erf(0_c),          0_c},
    {erf(-u),           -erf(u)},
    {polygamma(0_c, u), digamma(u)},

    {sigmoid(0_c),      0.5_c},

    {mean(n),           n},
    {mean(mean(u)),     mean(u)},
    {mean(sum(u)),      sum(u)},
};
// clang-format on

}  // namespace table

/// The rules by which every graph of the library is built.
inline constexpr rulebook rules{
    detail::enrolled<addition>::descriptor,
    detail::enrolled<multiplication>::descriptor,
    detail::enrolled<power>::descriptor,
    detail::enrolled<summation>::descriptor,
    &detail::simplified<table::identities>,
};

}  // namespace leibniz
