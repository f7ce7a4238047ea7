#pragma once

#include <leibniz/arithmetic/incomplete_beta.hpp>
#include <leibniz/arithmetic/incomplete_gamma.hpp>
#include <leibniz/arithmetic/inverse_error_function.hpp>
#include <leibniz/rules/functions.hpp>

#include <boost/hana/fwd/basic_tuple.hpp>

// The table of special functions that few models need, apart from the others so that these compile quickly. Names and
// order of arguments are SciPy's; values are computed in long double.

namespace leibniz::inline v0_1 {

// clang-format off

// ------------------------------------------------------------------------------------------------ special functions

/// exp(u^2) erfc(u), without the overflow of one and the underflow of the other.
struct scaled_complementary_error_function : unary {
    static constexpr char const *text = "erfcx", *latex = "\\operatorname{erfcx}";
    static constexpr char const *python = "special.erfcx", *sympy = "*exp(@1**2)*erfc(#1)";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::erfcx(u); }
    static constexpr term partial(auto u) { return 2 * u * erfcx(u) - 2 / sqrt(beside<circle_constant>(u)); }
};
template <class U> constexpr applied<scaled_complementary_error_function, U> erfcx(U u) { return apply<scaled_complementary_error_function>(u); }

/// log(normcdf(u)), in the lower tail too
struct log_normal_distribution : unary {
    static constexpr char const *text = "lognormcdf", *latex = "\\log\\Phi", *aliases = "log_ndtr";
    static constexpr char const *python = "special.log_ndtr", *sympy = "log(erfc(~1/sqrt(2))/2)";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::lognormcdf(u); }
    static constexpr term partial(auto u) { return sqrt(2 / beside<circle_constant>(u)) / erfcx(-u / sqrt(u.number(2))); }
};
template <class U> constexpr applied<log_normal_distribution, U> lognormcdf(U u) { return apply<log_normal_distribution>(u); }

/// The inverse of erf, for |u| < 1.
struct inverse_error_function : unary {
    static constexpr char const *text = "erfinv", *latex = "\\operatorname{erfinv}";
    static constexpr char const *python = "special.erfinv", *sympy = "erfinv";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = unit_interval;
    template <class T> static constexpr T value(T u) { return elementary::erfinv(u); }
    static constexpr term partial(auto u) { return sqrt(beside<circle_constant>(u)) * exp(pow<2>(erfinv(u))) / 2; }
};
template <class U> constexpr applied<inverse_error_function, U> erfinv(U u) { return apply<inverse_error_function>(u); }

/// The inverse of erfc, for 0 < u < 2.
struct inverse_complementary_error_function : unary {
    static constexpr char const *text = "erfcinv", *latex = "\\operatorname{erfcinv}";
    static constexpr char const *python = "special.erfcinv", *sympy = "erfcinv";
    static constexpr interval domain = {0, 2};
    template <class T> static constexpr T value(T u) { return elementary::erfcinv(u); }
    static constexpr term partial(auto u) { return -sqrt(beside<circle_constant>(u)) * exp(pow<2>(erfcinv(u))) / 2; }
};
template <class U> constexpr applied<inverse_complementary_error_function, U> erfcinv(U u) { return apply<inverse_complementary_error_function>(u); }

/// The inverse of normcdf, for 0 < u < 1: the quantile of the normal distribution.
struct normal_quantile : unary {
    static constexpr char const *text = "norminv", *latex = "\\operatorname{norminv}", *aliases = "ndtri";
    static constexpr char const *python = "special.ndtri", *sympy = "*sqrt(2)*erfinv(2*@1 - 1)";
    static constexpr interval domain = {0, 1};
    template <class T> static constexpr T value(T u) { return elementary::norminv(u); }
    static constexpr term partial(auto u) { return sqrt(2 * beside<circle_constant>(u)) * exp(pow<2>(norminv(u)) / 2); }
};
template <class U> constexpr applied<normal_quantile, U> norminv(U u) { return apply<normal_quantile>(u); }

/// The logarithm of the beta function of u and v, for u, v > 0.
struct log_beta : binary {
    static constexpr char const *text = "lbeta", *latex = "\\log\\operatorname{B}", *aliases = "betaln logbeta";
    static constexpr char const *python = "special.betaln", *sympy = "log(beta(#1, #2))";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u, T v) { return elementary::lbeta(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {digamma(u) - digamma(u + v), digamma(v) - digamma(u + v)}; }
};
template <class U, class V> constexpr applied<log_beta, U, V> lbeta(U u, V v) { return apply<log_beta>(u, v); }

/// The logarithm of the absolute value of the binomial coefficient "u over v", for u, v > -1.
struct log_binomial : binary {
    static constexpr char const *text = "lbinom", *latex = "\\operatorname{lbinom}", *aliases = "lchoose logbinom";
    static constexpr char const *python = "+special.gammaln(#1 + 1) - special.gammaln(#2 + 1) - special.gammaln(#1 - @2 + 1)", *sympy = "log(Abs(binomial(#1, #2)))";
    static constexpr interval domains[] = {{-1, infinity}, {-1, infinity}};
    static constexpr char const* kinks = "-infinity where v - u is 1, 2, ...";
    template <class T> static constexpr T value(T u, T v) { return elementary::lbinom(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {digamma(u + 1) - digamma(u - v + 1), digamma(u - v + 1) - digamma(v + 1)}; }
};
template <class U, class V> constexpr applied<log_binomial, U, V> lbinom(U u, V v) { return apply<log_binomial>(u, v); }

/// v^(u - 1)*exp(-v)/tgamma(u), for u > 0 and v >= 0: the density of the gamma distribution of shape u
struct density_of_gamma_distribution : binary {
    static constexpr char const *text = "gamma_density", *latex = "\\operatorname{gamma\\_density}", *aliases = "gamma_p_derivative";
    static constexpr char const *python = "np.exp(special.xlogy(#1 - 1, #2) - #2 - special.gammaln(#1))", *sympy = "*@2**(#1 - 1)*exp(~2)/gamma(#1)";
    static constexpr interval domains[] = {positive_half, nonnegative_half};
    static constexpr char const* kinks = "at v = 0 it is infinite for u < 1, 1 for u = 1, else 0";
    template <class T> static constexpr T value(T u, T v) { return elementary::gamma_density(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {gamma_density(u, v) * (log(v) - digamma(u)), gamma_density(u, v) * ((u - 1) / v - 1)}; }
};
template <class U, class V> constexpr applied<density_of_gamma_distribution, U, V> gamma_density(U u, V v) { return apply<density_of_gamma_distribution>(u, v); }

/// w^(u - 1)*(1 - w)^(v - 1)*exp(-lbeta(u, v)), for u, v > 0 and 0 <= w <= 1: the density of the beta distribution
struct density_of_beta_distribution : ternary {
    static constexpr char const *text = "beta_density", *latex = "\\operatorname{beta\\_density}", *aliases = "ibeta_derivative";
    static constexpr char const *python = "np.exp(special.xlogy(#1 - 1, #3) + special.xlogy(#2 - 1, 1 - @3) - special.betaln(#1, #2))";
    static constexpr char const *sympy = "*@3**(#1 - 1)*(1 - @3)**(#2 - 1)/beta(#1, #2)";
    static constexpr interval domains[] = {positive_half, positive_half, {0, 1, true, true}};
    template <class T> static constexpr T value(T u, T v, T w) { return elementary::beta_density(u, v, w); }
    static constexpr three_terms partials(auto u, auto v, auto w) {
        return {beta_density(u, v, w) * (log(w) - digamma(u) + digamma(u + v)), beta_density(u, v, w) * (log(1 - w) - digamma(v) + digamma(u + v)),
                beta_density(u, v, w) * ((u - 1) / w - (v - 1) / (1 - w))};
    }
};
template <class U, class V, class W> constexpr applied<density_of_beta_distribution, U, V, W> beta_density(U u, V v, W w) { return apply<density_of_beta_distribution>(u, v, w); }

/// The regularised lower incomplete gamma function P(u, v) (DLMF 8.2.4), for u > 0 and v >= 0: the share of the gamma
/// distribution of shape u below v. It has no derivative by u.
struct lower_incomplete_gamma : binary {
    static constexpr char const *text = "gammainc", *latex = "P", *aliases = "gamma_p";
    static constexpr char const *python = "special.gammainc", *sympy = "*lowergamma(#1, #2)/gamma(#1)";
    static constexpr interval domains[] = {positive_half, nonnegative_half};
    static constexpr char const* kinks = "at v = 0 the derivative by v is infinite for u < 1, 1 for u = 1, else 0";
    template <class T> static constexpr T value(T u, T v) { return elementary::gammainc(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {no_partial(u), gamma_density(u, v)}; }
};
template <class U, class V> constexpr applied<lower_incomplete_gamma, U, V> gammainc(U u, V v) { return apply<lower_incomplete_gamma>(u, v); }

/// The regularised upper incomplete gamma function Q(u, v) = 1 - P(u, v), exact where it is small. It has no derivative by u.
struct upper_incomplete_gamma : binary {
    static constexpr char const *text = "gammaincc", *latex = "Q", *aliases = "gamma_q";
    static constexpr char const *python = "special.gammaincc", *sympy = "*uppergamma(#1, #2)/gamma(#1)";
    static constexpr interval domains[] = {positive_half, nonnegative_half};
    static constexpr char const* kinks = "at v = 0 the derivative by v is -infinity for u < 1, -1 for u = 1, else 0";
    template <class T> static constexpr T value(T u, T v) { return elementary::gammaincc(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {no_partial(u), -gamma_density(u, v)}; }
};
template <class U, class V> constexpr applied<upper_incomplete_gamma, U, V> gammaincc(U u, V v) { return apply<upper_incomplete_gamma>(u, v); }

/// The regularised incomplete beta function I_w(u, v) (DLMF 8.17.2), for u, v > 0 and 0 <= w <= 1: the share of the beta
/// distribution of shapes u and v below w. It has no derivatives by u and v.
struct incomplete_beta : ternary {
    static constexpr char const *text = "betainc", *latex = "\\operatorname{betainc}", *aliases = "ibeta";
    static constexpr char const *python = "special.betainc", *sympy = "betainc_regularized(#1, #2, 0, #3)";
    static constexpr interval domains[] = {positive_half, positive_half, {0, 1, true, true}};
    template <class T> static constexpr T value(T u, T v, T w) { return elementary::betainc(u, v, w); }
    static constexpr three_terms partials(auto u, auto v, auto w) {
        return {no_partial(u), no_partial(v), beta_density(u, v, w)};
    }
};
template <class U, class V, class W> constexpr applied<incomplete_beta, U, V, W> betainc(U u, V v, W w) { return apply<incomplete_beta>(u, v, w); }

/// Every function of this table, for formulas that are read at run time, the law tests and the documentation.
using special_function_list = boost::hana::basic_tuple<
    scaled_complementary_error_function, log_normal_distribution, inverse_error_function, inverse_complementary_error_function, normal_quantile,
    log_beta, log_binomial, density_of_gamma_distribution, density_of_beta_distribution, lower_incomplete_gamma, upper_incomplete_gamma, incomplete_beta>;

// clang-format on

}  // namespace leibniz::inline v0_1
