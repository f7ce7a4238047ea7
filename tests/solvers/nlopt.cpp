#include <leibniz/solvers/nlopt.hpp>

#include "catch.hpp"

#include <cmath>
#include <vector>

namespace {

using namespace leibniz;
using Catch::Matchers::ContainsSubstring;

constexpr symbols<"x", 4> x;
constexpr auto x1 = x[0_c];
constexpr auto x2 = x[1_c];
constexpr auto x3 = x[2_c];
constexpr auto x4 = x[3_c];
constexpr symbol<"a"> a;
constexpr symbol<"b"> b;

/// Problem 71 of Hock and Schittkowski: the expressions, and the same by hand.
constexpr auto cost = x1*x4*(x1 + x2 + x3) + x3;
constexpr auto product = a - x1*x2*x3*x4;
constexpr auto sphere = pow<2>(x1) + pow<2>(x2) + pow<2>(x3) + pow<2>(x4) - b;

double cost_by_hand(unsigned, double const* p, double* g, void*) {
    if (g != nullptr) {
        g[0] = p[3]*(2*p[0] + p[1] + p[2]);
        g[1] = p[0]*p[3];
        g[2] = p[0]*p[3] + 1;
        g[3] = p[0]*(p[0] + p[1] + p[2]);
    }
    return p[0]*p[3]*(p[0] + p[1] + p[2]) + p[2];
}
double product_by_hand(unsigned, double const* p, double* g, void*) {
    if (g != nullptr) {
        g[0] = -p[1]*p[2]*p[3];
        g[1] = -p[0]*p[2]*p[3];
        g[2] = -p[0]*p[1]*p[3];
        g[3] = -p[0]*p[1]*p[2];
    }
    return 25 - p[0]*p[1]*p[2]*p[3];
}
double sphere_by_hand(unsigned, double const* p, double* g, void*) {
    for (int i = 0; g != nullptr && i < 4; ++i) g[i] = 2*p[i];
    return p[0]*p[0] + p[1]*p[1] + p[2]*p[2] + p[3]*p[3] - 40;
}

nlopt::opt bounded() {
    nlopt::opt problem(nlopt::LD_SLSQP, 4);
    problem.set_lower_bounds(1.0);
    problem.set_upper_bounds(5.0);
    problem.set_ftol_rel(1e-10);
    return problem;
}
nlopt::opt derived() {
    nlopt::opt problem = bounded();
    set_min_objective(problem, cost, wrt(x));
    add_inequality_constraint(problem, product, wrt(x), 1e-10, a = 25.0);
    add_equality_constraint(problem, sphere, wrt(x), 1e-10, b = 40.0);
    return problem;
}

struct solution {
    std::vector<double> at{1.0, 5.0, 5.0, 1.0};
    double least = 0;
};
solution solved(nlopt::opt problem) {
    solution s;
    problem.optimize(s.at, s.least);
    return s;
}

TEST_CASE("NLopt solves HS071 with derived gradients as with those by hand") {
    nlopt::opt hand = bounded();
    hand.set_min_objective(cost_by_hand, nullptr);
    hand.add_inequality_constraint(product_by_hand, nullptr, 1e-10);
    hand.add_equality_constraint(sphere_by_hand, nullptr, 1e-10);
    solution const expected = solved(hand), got = solved(derived());
    CHECK(got.least == Approx(expected.least).epsilon(1e-13));
    CHECK(got.least == Approx(17.0140173).epsilon(1e-8));  // Hock and Schittkowski, 1981
    for (std::size_t i = 0; i < 4; ++i) CHECK(got.at[i] == Approx(expected.at[i]).epsilon(1e-10));
}

TEST_CASE("Values and gradients are those by hand; without a place for it, no gradient is written") {
    using objective = detail::nlopt_functions<decltype(outputs(cost)), decltype(wrt(x)), decltype(detail::copied_values())>;
    objective of{detail::copied_values()};
    double const p[] = {1.1, 4.7, 3.8, 1.4};
    double g[4], expected[4];
    CHECK(objective::call(4, p, g, &of) == Approx(cost_by_hand(4, p, expected, nullptr)).epsilon(1e-15));
    for (int i = 0; i < 4; ++i) CHECK(g[i] == Approx(expected[i]).epsilon(1e-15));
    CHECK(objective::call(4, p, nullptr, &of) == Approx(cost_by_hand(4, p, nullptr, nullptr)).epsilon(1e-15));

    using constraints = detail::nlopt_functions<decltype(outputs(product, sphere)), decltype(wrt(x)), decltype(detail::copied_values(a = 25.0, b = 40.0))>;
    constraints both{detail::copied_values(a = 25.0, b = 40.0)};
    double values[2], rows[8];
    constraints::write(2, values, 4, p, rows, &both);
    CHECK(values[0] == Approx(product_by_hand(4, p, expected, nullptr)).epsilon(1e-14));
    for (int i = 0; i < 4; ++i) CHECK(rows[i] == Approx(expected[i]).epsilon(1e-14));
    CHECK(values[1] == Approx(sphere_by_hand(4, p, expected, nullptr)).epsilon(1e-14));
    for (int i = 0; i < 4; ++i) CHECK(rows[4 + i] == Approx(expected[i]).epsilon(1e-14));
}

TEST_CASE("Rosenbrock's function is minimised, several constraints are one program, and a maximum is found") {
    constexpr auto rosenbrock = pow<2>(a - x1) + b*pow<2>(x2 - pow<2>(x1));
    nlopt::opt problem(nlopt::LD_LBFGS, 2);
    set_min_objective(problem, rosenbrock, wrt(x1, x2), a = 1, b = 100.0);
    problem.set_ftol_rel(1e-15);
    std::vector<double> at{-1.2, 1.0};
    double least = 1;
    problem.optimize(at, least);
    CHECK(least < 1e-20);
    CHECK(at[0] == Approx(1.0).epsilon(1e-9));

    // The problem of NLopt's tutorial: sqrt(x2) over two cubics.
    nlopt::opt tutorial(nlopt::LD_MMA, 2);
    tutorial.set_lower_bounds({-10.0, 1e-6});
    set_min_objective(tutorial, sqrt(x2), wrt(x1, x2));
    add_inequality_constraint(tutorial, outputs(pow<3>(2_c*x1) - x2, pow<3>(1_c - x1) - x2), wrt(x1, x2), 1e-8);
    tutorial.set_xtol_rel(1e-6);
    at = {1.234, 5.678};
    tutorial.optimize(at, least);
    CHECK(at[0] == Approx(1.0/3).epsilon(1e-5));
    CHECK(least == Approx(std::sqrt(8.0/27)).epsilon(1e-5));

    nlopt::opt highest(nlopt::LD_SLSQP, 2);
    set_max_objective(highest, -pow<2>(x1 - 2_c) - pow<2>(x2), wrt(x1, x2));
    highest.set_xtol_rel(1e-10);
    at = {0.0, 1.0};
    highest.optimize(at, least);
    CHECK(at[0] == Approx(2.0).epsilon(1e-8));
}

TEST_CASE("A problem owns what it minimises, and so does its copy") {
    nlopt::opt copy;
    {
        nlopt::opt const problem = derived();
        copy = problem;
    }
    CHECK(solved(copy).least == Approx(17.0140173).epsilon(1e-8));
}

TEST_CASE("Another number of variables is refused") {
    nlopt::opt problem(nlopt::LD_SLSQP, 3);
    CHECK_THROWS_WITH(set_min_objective(problem, cost, wrt(x)), ContainsSubstring("the problem has 3 variables, wrt(...) 4"));
}

}  // namespace
