#pragma once

#include <leibniz/rules/conditions.hpp>
#include <leibniz/rules/functions.hpp>
#include <leibniz/rules/stable_forms.hpp>

#include <boost/hana/fwd/basic_tuple.hpp>

namespace leibniz::inline v0_1 {

/// Every function of the table, for formulas as text, the law tests and the documentation. The engine needs no list: a block is
/// registered by being used. (The types stay incomplete here; as values they are in rules/listed.hpp.)
// clang-format off
using function_list = boost::hana::basic_tuple<
    addition, subtraction, negation, multiplication, division, power, absolute_value, signum, square_function, square_root,
    cube_root, hypotenuse, exponential, power_of_two, exponential_minus_one, logarithm, binary_logarithm,
    decimal_logarithm, logarithm_one_plus, log_odds,
    relative_exponential, relative_exponential_derivative, sine, cosine, tangent, cotangent, secant, cosecant, cardinal_sine, spherical_bessel_function, arc_sine,
    arc_cosine, arc_tangent, arc_cotangent, arc_secant, arc_cosecant, angle, hyperbolic_sine, hyperbolic_cosine,
    hyperbolic_tangent, hyperbolic_cotangent, hyperbolic_secant, hyperbolic_cosecant, inverse_hyperbolic_sine, inverse_hyperbolic_cosine,
    inverse_hyperbolic_tangent, inverse_hyperbolic_cotangent, inverse_hyperbolic_secant, inverse_hyperbolic_cosecant, error_function, complementary_error_function,
    normal_cumulative, gamma_function, log_gamma, factorial_function, digamma_function, polygamma_function, minimum, maximum, clamped, rounded_down,
    rounded_up, rounded, truncated, remainder_of_division, floored_modulo, unit_step, logistic, soft_plus, rectifier,
    leaky_rectifier, exponential_unit, scaled_exponential_unit, soft_sign, gaussian_unit, sigmoid_linear_unit, mish_unit, log_sum_exp, normalized_exponential,
    product_with_logarithm, less_than, at_most, greater_than, at_least, numbers_equal, numbers_differ, integrality, logical_conjunction, logical_disjunction,
    logical_negation, choice, held_constant, summation, averaging>;

/// All stable forms, which only evaluation uses.
using stable_form_list = boost::hana::basic_tuple<
    stable::logistic_decay, stable::logistic_of_decay, stable::logistic_complement, stable::tangent_complement, stable::gaussian,
    stable::product_with_power, stable::ratio_to_hypotenuse, stable::log_cosh, stable::log_expm1, stable::log_sinh,
    stable::over_exponential, stable::over_expm1, stable::logistic_of_power, stable::power_logistic_slope,
    stable::share_of_powers, stable::root_of_squares, stable::root_difference, stable::odd_quotient>;
// clang-format on

/// Every constant of the table.
using constant_list = boost::hana::basic_tuple<circle_constant>;

}  // namespace leibniz::inline v0_1
