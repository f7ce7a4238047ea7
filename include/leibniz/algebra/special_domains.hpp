#pragma once

#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/graph/row.hpp>

// Where the special functions have a value, without their headers.

namespace leibniz::inline v0_1 {

struct inverse_error_function;
struct inverse_complementary_error_function;
struct normal_quantile;
struct log_beta;
struct log_binomial;
struct density_of_gamma_distribution;
struct density_of_beta_distribution;
struct lower_incomplete_gamma;
struct upper_incomplete_gamma;
struct incomplete_beta;
struct bessel_function;
struct neumann_function;
struct modified_bessel_function;
struct macdonald_function;

namespace detail {

/// An operand of a function lies above a number, or below it.
struct operand_bound {
    std::uint64_t function = 0;
    int operand = 0;
    bool above = false;  // the bound stands above the operand
    int bound = 0;
};

template <class F>
constexpr operand_bound least(int operand, int bound) {
    return {block_hash<F>, operand, false, bound};
}
template <class F>
constexpr operand_bound most(int operand, int bound) {
    return {block_hash<F>, operand, true, bound};
}

// clang-format off
inline constexpr operand_bound operand_bounds[] = {
    least<inverse_error_function>(0, -1),               most<inverse_error_function>(0, 1),
    least<inverse_complementary_error_function>(0, 0),  most<inverse_complementary_error_function>(0, 2),
    least<normal_quantile>(0, 0),                       most<normal_quantile>(0, 1),
    least<log_beta>(0, 0),                              least<log_beta>(1, 0),
    least<log_binomial>(0, -1),                         least<log_binomial>(1, -1),
    least<density_of_gamma_distribution>(0, 0),         least<density_of_gamma_distribution>(1, 0),
    least<density_of_beta_distribution>(0, 0),          least<density_of_beta_distribution>(1, 0),
    least<density_of_beta_distribution>(2, 0),          most<density_of_beta_distribution>(2, 1),
    least<lower_incomplete_gamma>(0, 0),                least<lower_incomplete_gamma>(1, 0),
    least<upper_incomplete_gamma>(0, 0),                least<upper_incomplete_gamma>(1, 0),
    least<incomplete_beta>(0, 0),                       least<incomplete_beta>(1, 0),
    least<incomplete_beta>(2, 0),                       most<incomplete_beta>(2, 1),
    least<bessel_function>(1, 0),                       least<neumann_function>(1, 0),
    least<modified_bessel_function>(1, 0),              least<macdonald_function>(1, 0),
};
// clang-format on

}  // namespace detail
}  // namespace leibniz::inline v0_1
