#include <leibniz/solvers/ceres.hpp>

#include "reprojection_by_hand.hpp"

#include <ceres/ceres.h>

#undef CHECK  // of glog; Catch has its own
#include "catch.hpp"

#include <array>
#include <memory>

namespace {

using namespace leibniz;

constexpr symbol<"b1"> b1;
constexpr symbol<"b2"> b2;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// NIST's Misra1a, from https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml.
Eigen::ArrayXd const xs{{77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0}};
Eigen::ArrayXd const ys{{10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78}};
constexpr auto residual = b1*(1_c - exp(-b2*x)) - y;

void solve(ceres::Problem& problem) {
    ceres::Solver::Options options;
    options.function_tolerance = options.gradient_tolerance = options.parameter_tolerance = 1e-16;
    options.max_num_iterations = 200;
    options.logging_type = ceres::SILENT;
    ceres::Solver::Summary summary;
    Solve(options, &problem, &summary);
}

}  // namespace

TEST_CASE("Ceres finds NIST's certified parameters of Misra1a, row by row and over columns") {
    for (auto const& start : {std::array{500.0, 0.0001}, std::array{250.0, 0.0005}}) {
        double height = start[0], rate = start[1];
        ceres::Problem by_points;
        for (Eigen::Index i = 0; i < xs.size(); ++i)
            by_points.AddResidualBlock(ceres_cost_function(residual, wrt(b1), wrt(b2), x = xs[i], y = ys[i]), nullptr, &height, &rate);
        solve(by_points);
        CHECK(height == Approx(2.3894212918e+02).epsilon(1e-9));
        CHECK(rate == Approx(5.5015643181e-04).epsilon(1e-9));

        std::array<double, 2> both = start;
        ceres::Problem by_columns;
        by_columns.AddResidualBlock(ceres_cost_function(residual, wrt(b1, b2), x = xs, y = ys), nullptr, both.data());
        solve(by_columns);
        CHECK(both[0] == Approx(2.3894212918e+02).epsilon(1e-9));
        CHECK(both[1] == Approx(5.5015643181e-04).epsilon(1e-9));
    }
}

TEST_CASE("the reprojection residual and its Jacobians are those by hand, also where a block is not asked for") {
    std::array<double, 9> const camera{0.3, -0.2, 0.5, 0.1, -0.4, -5.0, 400.0, -0.02, 0.003};
    std::array<double, 3> const point{0.7, 0.9, -1.1};
    double const* const at[] = {camera.data(), point.data()};
    std::unique_ptr<ceres::CostFunction> const cost(ceres_cost_function(reprojection::residuals, reprojection::camera, reprojection::point, reprojection::u = 60.0, reprojection::v = 100.0));
    ceres::AutoDiffCostFunction<reprojection::by_hand, 2, 9, 3> const expected(new reprojection::by_hand{{60.0, 100.0}});
    CHECK(dynamic_cast<ceres::SizedCostFunction<2, 9, 3>*>(cost.get()) != nullptr);
    CHECK(cost->parameter_block_sizes() == expected.parameter_block_sizes());
    CHECK(cost->num_residuals() == 2);

    Eigen::Vector2d right_residuals;
    Eigen::Matrix<double, 2, 9, Eigen::RowMajor> right_camera;
    Eigen::Matrix<double, 2, 3, Eigen::RowMajor> right_point;
    double* right[] = {right_camera.data(), right_point.data()};
    REQUIRE(expected.Evaluate(at, right_residuals.data(), right));
    for (bool by_camera : {false, true})
        for (bool by_point : {false, true}) {
            Eigen::Vector2d residuals = Eigen::Vector2d::Zero();
            auto of_camera = decltype(right_camera)::Zero().eval();
            auto of_point = decltype(right_point)::Zero().eval();
            double* jacobians[] = {by_camera ? of_camera.data() : nullptr, by_point ? of_point.data() : nullptr};
            REQUIRE(cost->Evaluate(at, residuals.data(), by_camera || by_point ? jacobians : nullptr));
            CHECK(residuals.isApprox(right_residuals, 1e-12));
            if (by_camera) CHECK(of_camera.isApprox(right_camera, 1e-12));
            else CHECK(of_camera.isZero(0));
            if (by_point) CHECK(of_point.isApprox(right_point, 1e-12));
            else CHECK(of_point.isZero(0));
        }
}

TEST_CASE("a residual for each row fills the blocks that Ceres asks for") {
    std::unique_ptr<ceres::CostFunction> const cost(ceres_cost_function(residual, wrt(b1), wrt(b2), x = xs, y = ys));
    CHECK(cost->num_residuals() == 14);
    double const height = 250.0, rate = 0.0005;
    double const* const at[] = {&height, &rate};
    Eigen::VectorXd residuals(14), by_height(14), by_rate = Eigen::VectorXd::Zero(14);
    Eigen::ArrayXd const e = exp(-rate*xs);
    double* only_height[] = {by_height.data(), nullptr};
    cost->Evaluate(at, residuals.data(), only_height);
    CHECK(residuals.isApprox((height*(1.0 - e) - ys).matrix(), 1e-14));
    CHECK(by_height.isApprox((1.0 - e).matrix(), 1e-14));
    CHECK(by_rate.isZero(0));
    double* both[] = {by_height.data(), by_rate.data()};
    cost->Evaluate(at, residuals.data(), both);
    CHECK(by_rate.isApprox((height*xs*e).matrix(), 1e-14));
    residuals.setZero();
    cost->Evaluate(at, residuals.data(), nullptr);
    CHECK(residuals.isApprox((height*(1.0 - e) - ys).matrix(), 1e-14));
    CHECK_THROWS_AS(ceres_cost_function(residual, wrt(b1, b2), x = xs, y = Eigen::ArrayXd(3)), std::invalid_argument);
}
