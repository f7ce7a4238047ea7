#include <leibniz/solvers/tiny_solver.hpp>

#include "catch.hpp"

namespace {

using namespace leibniz;

constexpr symbol<"b1"> b1;
constexpr symbol<"b2"> b2;
constexpr symbol<"s"> s;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// NIST's Misra1a, from https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml.
Eigen::ArrayXd const xs{{77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0}};
Eigen::ArrayXd const ys{{10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78}};
constexpr auto residual = b1*(1_c - exp(-b2*x)) - y;

/// Rosenbrock's valley as two residuals, and the same by hand.
constexpr auto valley = outputs(s*(b2 - b1*b1), 1_c - b1);
struct by_hand {
    using Scalar = double;
    enum { NUM_RESIDUALS = 2, NUM_PARAMETERS = 2 };
    bool operator()(double const* p, double* r, double* j) const {
        r[0] = 10*(p[1] - p[0]*p[0]), r[1] = 1 - p[0];
        if (j != nullptr) j[0] = -20*p[0], j[1] = -1, j[2] = 10, j[3] = 0;  // column by column
        return true;
    }
};

template <class Function>
Eigen::VectorXd solved(Function const& function, Eigen::Matrix<double, 2, 1> start) {
    ceres::TinySolver<Function> solver;
    solver.options.gradient_tolerance = solver.options.parameter_tolerance = solver.options.function_tolerance = 1e-16;
    solver.options.cost_threshold = 1e-300;
    solver.options.max_num_iterations = 200;
    solver.Solve(function, &start);
    return start;
}

}  // namespace

TEST_CASE("TinySolver minimises residuals of numbers, whose sizes are known while compiling") {
    auto const function = tiny_solver_function(valley, wrt(b1, b2), s = 10.0);
    static_assert(decltype(function)::NUM_RESIDUALS == 2 && decltype(function)::NUM_PARAMETERS == 2);
    double const at[] = {-1.2, 0.7};
    double r[2], j[4], hand_r[2], hand_j[4];
    REQUIRE(function(at, r, j));
    by_hand()(at, hand_r, hand_j);
    for (int k = 0; k < 2; ++k) CHECK(r[k] == Approx(hand_r[k]).epsilon(1e-15));
    for (int k = 0; k < 4; ++k) CHECK(j[k] == Approx(hand_j[k]).epsilon(1e-15));
    r[0] = 0;
    REQUIRE(function(at, r, nullptr));
    CHECK(r[0] == Approx(hand_r[0]).epsilon(1e-15));
    CHECK(solved(function, {-1.2, 1.0}).isApprox(Eigen::Vector2d(1.0, 1.0), 1e-6));
    CHECK(solved(function, {-1.2, 1.0}).isApprox(solved(by_hand(), {-1.2, 1.0}), 1e-12));
}

TEST_CASE("TinySolver finds NIST's certified parameters of Misra1a over columns") {
    auto const function = tiny_solver_function(residual, wrt(b1, b2), x = xs, y = ys);
    CHECK(function.NumResiduals() == 14);
    for (Eigen::Vector2d const& start : {Eigen::Vector2d(500.0, 0.0001), Eigen::Vector2d(250.0, 0.0005)}) {
        Eigen::VectorXd const p = solved(function, start);
        CHECK(p[0] == Approx(2.3894212918e+02).epsilon(1e-9));
        CHECK(p[1] == Approx(5.5015643181e-04).epsilon(1e-9));
    }
}
