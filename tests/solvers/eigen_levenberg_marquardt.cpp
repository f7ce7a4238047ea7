#include <leibniz/solvers/eigen_levenberg_marquardt.hpp>

#include "catch.hpp"

namespace {

using namespace leibniz;
using Catch::Matchers::ContainsSubstring;

constexpr symbol<"b1"> b1;
constexpr symbol<"b2"> b2;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// NIST's Misra1a, from https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml.
Eigen::ArrayXd const xs{{77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0}};
Eigen::ArrayXd const ys{{10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78}};
constexpr auto residual = b1*(1_c - exp(-b2*x)) - y;

/// The same, written by hand.
struct by_hand : Eigen::DenseFunctor<double> {
    by_hand() : DenseFunctor(2, 14) {}
    int operator()(InputType const& p, ValueType& r) const {
        r = p[0] * (1.0 - exp(-p[1] * xs)) - ys;
        return 0;
    }
    int df(InputType const& p, JacobianType& j) const {
        j.col(0) = 1.0 - exp(-p[1] * xs);
        j.col(1) = p[0] * xs * exp(-p[1] * xs);
        return 0;
    }
};

template <class Problem>
Eigen::VectorXd solved(Problem problem, double first, double second) {
    Eigen::VectorXd p = Eigen::Vector2d(first, second);
    Eigen::LevenbergMarquardt<Problem> solver(problem);
    solver.setXtol(1e-14);
    solver.setFtol(1e-14);
    solver.minimize(p);
    return p;
}

double sum_of_squares(Eigen::VectorXd const& p) {
    Eigen::VectorXd r(xs.size());
    by_hand()(p, r);
    return r.squaredNorm();
}

TEST_CASE("Eigen's Levenberg-Marquardt finds NIST's certified parameters of Misra1a from both starts") {
    for (Eigen::Vector2d const& start : {Eigen::Vector2d(500.0, 0.0001), Eigen::Vector2d(250.0, 0.0005)}) {
        Eigen::VectorXd const p = solved(levenberg_marquardt(residual, wrt(b1, b2), x = xs, y = ys), start[0], start[1]);
        CHECK(p[0] == Approx(2.3894212918e+02).epsilon(1e-9));
        CHECK(p[1] == Approx(5.5015643181e-04).epsilon(1e-9));
        Eigen::VectorXd const hand = solved(by_hand(), start[0], start[1]);
        CHECK(p[0] == Approx(hand[0]).epsilon(1e-9));  // below, rounding decides where the two stop
        CHECK(sum_of_squares(p) == Approx(sum_of_squares(hand)).epsilon(1e-12).margin(0));
    }
}

TEST_CASE("The residuals and their Jacobian are those by hand") {
    auto const problem = levenberg_marquardt(residual, wrt(b1, b2), x = xs, y = ys);
    CHECK(problem.inputs() == 2);
    CHECK(problem.values() == 14);
    Eigen::VectorXd const at = Eigen::Vector2d(250.0, 0.0005);
    Eigen::VectorXd r(14), hand_r(14);
    Eigen::MatrixXd j(14, 2), hand_j(14, 2);
    problem(at, r), by_hand()(at, hand_r);
    problem.df(at, j), by_hand().df(at, hand_j);
    CHECK(r.isApprox(hand_r, 1e-14));
    CHECK(j.isApprox(hand_j, 1e-14));
}

TEST_CASE("Columns of different length are refused before anything is solved") {
    CHECK_THROWS_WITH(levenberg_marquardt(residual, wrt(b1, b2), x = xs, y = Eigen::ArrayXd(3)),
                      ContainsSubstring("x has 14 rows, y has 3"));
}

}  // namespace
