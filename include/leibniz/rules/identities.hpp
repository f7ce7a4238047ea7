#pragma once

#include <leibniz/graph/identity.hpp>
#include <leibniz/rules/conditions.hpp>
#include <leibniz/rules/functions.hpp>

// The table of identities, grouped by the operation on the left. A rewrite agrees with the original wherever the
// original is defined. Where the right side is defined in more places, the third column is the condition under which
// the original was; it goes on record. What holds by the canonical form itself (commutation, association, like terms,
// equal factors, folded numbers, roots of even powers) stands in graph/canonical.hpp; whether a function is odd or even, in its block.

namespace leibniz::inline v0_1 {

namespace table {

inline constexpr wildcard<"u"> u;
inline constexpr wildcard<"v"> v;
inline constexpr number_wildcard<"n"> n;

// clang-format off
inline constexpr identity_rule identities[] = {
//   left               right               was defined only where

    {abs(abs(u)),       abs(u)},
    {max(u, -u),        abs(u)},
    {max(-u, u),        abs(u)},
    {min(u, -u),        -abs(u)},
    {min(-u, u),        -abs(u)},

    {square(u),         pow(u, 2_c)},
    {sqrt(u),           pow(u, 0.5_c)},
    {pow(pow(u, 2_c), 0.5_c), abs(u)},                    // not u: at -2 it is 2
    {cbrt(pow(u, 3_c)), u},

    {exp(0_c),          1_c},
    {exp(log(u)),       u,                  positive(u)},  // at -1 the left side has no value, the right -1

    {log(1_c),          0_c},
    {log(exp(u)),       u},

    {cos(0_c),          1_c},
    {sigmoid(0_c),      0.5_c},

    {where(0_c, u, v),  v},
    {where(1_c, u, v),  u},

    {mean(n),           n},
    {mean(mean(u)),     mean(u)},
    {mean(sum(u)),      sum(u)},
};
// clang-format on

}  // namespace table

/// The rules by which every graph of the library is built.
inline constexpr rulebook rules{
    detail::registered<addition>::descriptor,
    detail::registered<multiplication>::descriptor,
    detail::registered<power>::descriptor,
    detail::registered<summation>::descriptor,
    detail::registered<choice>::descriptor,
    detail::registered<absolute_value>::descriptor,
    detail::registered<signum>::descriptor,
    detail::registered<hypotenuse>::descriptor,
    detail::block_hash<logarithm>,
    detail::block_hash<product_with_logarithm>,
    detail::block_hash<logistic>,
    detail::block_hash<cube_root>,
    &detail::simplified<table::identities>,
};

}  // namespace leibniz::inline v0_1
