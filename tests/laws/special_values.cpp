// Special functions in double precision over wide ranges of their arguments, against 50 digits: incomplete gamma and beta
// functions to 1e-13 in both tails, the others to a few units in the last place, or what the condition makes of one.
#include "../catch.hpp"
#include "all.hpp"
#include "formulas.hpp"
#include "numbers/programs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace leibniz;

namespace {

/// The worst relative error of a function at some points.
template <class F>
class comparison {
public:
    explicit comparison(double bound) : bound_(bound), exact_(compiled(graph_, lowered(graph_, of_symbols<F>()))) {}
    ~comparison() { std::printf("%-18s %4d points, worst relative error %.2g\n", F::text, points_, worst_); }

    void at(double u, double v = 0, double w = 0) {
        double const expected = numbers::value(exact_, {u, v, w}), value = stated_value<F>(std::array{u, v, w});
        if (std::abs(expected) < 1e-290) return;  // of which a double has fewer digits
        double const error = std::abs(value - expected) / std::abs(expected);
        ++points_;
        worst_ = std::max(worst_, error);
        if (error <= bound_) return;
        CAPTURE(F::text, u, v, w, value, expected, error);
        CHECK(error <= bound_);
    }
    int points() const { return points_; }

private:
    double bound_, worst_ = 0;
    graph graph_{rules};
    program exact_;
    int points_ = 0;
};

std::vector<double> const shapes{1e-10, 1e-3, 0.1, 0.5, 0.9, 1, 1.5, 3, 7.3, 9.99, 10, 25, 100, 333.3, 2000};
std::vector<double> const shares{1e-10, 1e-3, 0.1, 0.3, 0.5, 0.7, 0.74, 0.76, 0.9, 0.99, 1 - 1e-6};

constexpr double few_units = 5e-16;

}  // namespace

TEST_CASE("incomplete gamma functions have 13 digits in both tails") {
    comparison<lower_incomplete_gamma> lower(1e-13);
    comparison<upper_incomplete_gamma> upper(1e-13);
    comparison<density_of_gamma_distribution> density(1e-13);
    for (double a : shapes)
        for (double share : {1e-8, 1e-3, 0.1, 0.3, 0.7, 0.9, 0.99, 1.0, 1.001, 1.05, 1.2, 1.5, 2.0, 5.0, 20.0}) lower.at(a, a * share), upper.at(a, a * share), density.at(a, a * share);
    for (double a : {1e-10, 0.01, 0.5, 0.99, 2.0})
        for (double x : {1e-100, 1e-5, 0.01, 0.3, 0.9, 1.4, 1.6, 3.0, 30.0, 300.0}) lower.at(a, x), upper.at(a, x), density.at(a, x);
    CHECK(lower.points() > 200);
    CHECK(upper.points() > 200);
}

TEST_CASE("the incomplete beta function has 13 digits") {
    comparison<incomplete_beta> share(1e-13);
    comparison<density_of_beta_distribution> density(1e-13);
    for (double a : {1e-8, 0.01, 0.5, 1.0, 2.5, 9.0, 11.0, 50.0, 300.0})
        for (double b : {1e-8, 0.01, 0.5, 1.0, 2.5, 9.0, 11.0, 50.0, 300.0})
            for (double x : shares) share.at(a, b, x), density.at(a, b, x);
    CHECK(share.points() > 600);
}

TEST_CASE("inverse error functions, and the normal distribution far out, to a few units in the last place") {
    comparison<inverse_error_function> erfinv(few_units);
    comparison<inverse_complementary_error_function> erfcinv(few_units);
    comparison<normal_quantile> quantile(few_units);
    for (double u : {1e-300, 1e-10, 0.01, 0.1, 0.3, 0.49, 0.5, 0.51, 0.7, 0.9, 0.99, 0.999999, 1 - 1e-15}) erfinv.at(u), erfinv.at(-u);
    for (double u : {1e-300, 1e-100, 1e-10, 0.01, 0.1, 0.3, 0.49, 0.51, 0.7, 0.9, 0.99, 1.2, 1.49, 1.6, 1.9999999}) erfcinv.at(u);
    for (double u : {1e-300, 1e-100, 1e-10, 0.01, 0.1, 0.24, 0.26, 0.4, 0.49, 0.51, 0.7, 0.74, 0.76, 0.99, 1 - 1e-10}) quantile.at(u);
    comparison<normal_cumulative> distribution(few_units);
    comparison<log_normal_distribution> logarithm(few_units);
    comparison<scaled_complementary_error_function> scaled(few_units);
    for (double u = -37; u <= 37; u += 0.703125) distribution.at(u);
    for (double u = -100; u <= 5; u += 1.203125) logarithm.at(u);  // beyond, 50 digits of its argument do not tell
    for (double u = -26; u <= 100; u += 0.703125) scaled.at(u);
    CHECK(distribution.points() > 100);
}

TEST_CASE("logarithms of beta functions and binomial coefficients of unlike arguments keep their digits") {
    comparison<log_beta> beta(few_units);
    comparison<log_binomial> binomial(few_units);
    for (double a : shapes)
        for (double b : shapes)
            if (a != 1 || b != 1) beta.at(a, b);
    for (double n : {2.0, 5.0, 10.0, 52.0, 1e3, 1e6})
        for (double k : {0.5, 1.0, 1.75, 4.25, 9.5}) binomial.at(n, k);
    CHECK(beta.points() > 200);
}

TEST_CASE("spherical Bessel functions and derivatives of exprel to a few units in the last place") {
    comparison<spherical_bessel_function> bessel(1e-14);  // zeros are near some points
    comparison<relative_exponential_derivative> moment(few_units);
    for (double n : {1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0})
        for (double x : {1e-5, 0.1, 0.5, 1.0, 1.3, 2.0, 3.1, 5.0, 7.7, 9.9, 10.0, 14.0, 19.0, 21.0, 25.0, 30.0, 49.0, 52.0, 77.0}) bessel.at(n, x), bessel.at(n, -x), moment.at(n, x), moment.at(n, -x);
    CHECK(moment.points() > 200);
}
