#pragma once

#include <leibniz/eigen/lane.hpp>

#include <type_traits>

namespace leibniz::inline v0_1::detail {

// A block is in a list if the list is derived from its entry: found at once, where comparing it with each would take compilers longer.
template <class Block>
struct list_entry {};
template <class... Blocks>
struct list_of_blocks : list_entry<Blocks>... {};

/// Blocks whose value consists of operations of lanes; all others are computed row by row.
using blocks_in_lanes =
    list_of_blocks<absolute_value, signum, square_function, square_root, cube_root, hypotenuse, power, exponential, power_of_two,
                   exponential_minus_one, logarithm, binary_logarithm, decimal_logarithm, logarithm_one_plus, sine, cosine, tangent, cotangent,
                   secant, cosecant, arc_sine, arc_cosine, arc_tangent, arc_cotangent, arc_secant, arc_cosecant, angle, hyperbolic_sine,
                   hyperbolic_cosine, hyperbolic_tangent, hyperbolic_cotangent, hyperbolic_secant, inverse_hyperbolic_sine,
                   inverse_hyperbolic_cosine, inverse_hyperbolic_tangent, inverse_hyperbolic_cotangent, error_function,
                   complementary_error_function, normal_cumulative, mish_unit, sigmoid_linear_unit, gaussian_unit, integrality,
                   logical_conjunction, logical_disjunction, minimum, maximum, clamped, rounded_down, rounded_up, rounded, truncated, unit_step,
                   logistic, soft_plus, rectifier, leaky_rectifier, exponential_unit, normalized_exponential, product_with_logarithm,
                   held_constant, less_than, at_most, greater_than, at_least, numbers_equal, numbers_differ, choice, stable::logistic_decay,
                   stable::logistic_of_decay, stable::logistic_complement, stable::tangent_complement, stable::root_difference, stable::gaussian,
                   stable::product_with_power, stable::over_exponential, stable::root_of_squares, log_odds, relative_exponential, cardinal_sine, hyperbolic_cosecant,
                   inverse_hyperbolic_secant, inverse_hyperbolic_cosecant, remainder_of_division, floored_modulo, scaled_exponential_unit,
                   soft_sign, log_sum_exp, logical_negation, stable::ratio_to_hypotenuse, stable::odd_quotient, stable::log_cosh,
                   stable::log_expm1, stable::log_sinh, stable::over_expm1, stable::logistic_of_power, gamma_function,
                   log_gamma, factorial_function, digamma_function, polygamma_function>;
template <class Block>
inline constexpr bool in_lanes = std::is_base_of<list_entry<Block>, blocks_in_lanes>::value;

template <class Block, class T, int Packets, vector_math::rounding How>
[[gnu::always_inline]] inline lane<T, Packets, How> value_at(lane<T, Packets, How> const& u) {
    if constexpr (in_lanes<Block> && has_vector_math<T>) return Block::value(u);
    else return lane<T, Packets, How>::by_row(u, [](T first) { return Block::value(first); });
}
template <class Block, class T, int Packets, vector_math::rounding How>
[[gnu::always_inline]] inline lane<T, Packets, How> value_at(lane<T, Packets, How> const& u, lane<T, Packets, How> const& v,
                                                             lane<T, Packets, How> const& w) {
    if constexpr (in_lanes<Block> && has_vector_math<T>) return Block::value(u, v, w);
    using rows = lane<T, Packets, How>;
    T a[rows::width], b[rows::width], c[rows::width];
    u.store(a);
    v.store(b);
    w.store(c);
    for (int k = 0; k < rows::width; ++k) a[k] = Block::value(a[k], b[k], c[k]);
    return rows::load(a);
}
template <class Block, class T, int Packets, vector_math::rounding How>
[[gnu::always_inline]] inline lane<T, Packets, How> value_at(lane<T, Packets, How> const& u, lane<T, Packets, How> const& v) {
    if constexpr (in_lanes<Block> && has_vector_math<T>) return Block::value(u, v);
    else return lane<T, Packets, How>::by_row(u, v, [](T first, T second) { return Block::value(first, second); });
}

}  // namespace leibniz::inline v0_1::detail
