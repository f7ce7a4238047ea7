// A bundle adjustment by Ceres, with the derivatives of Leibniz and with those of Ceres' own automatic differentiation.

#include <leibniz/solvers/ceres.hpp>

#include "reprojection_by_hand.hpp"

#include <ceres/ceres.h>

#undef CHECK  // of glog; Catch has its own
#include "catch.hpp"

#include <cstdio>
#include <string>

namespace {

using namespace leibniz;

struct solution {
    double start = 0, end = 0;
    int steps = 0;
    reprojection::one_observation problem;
};
solution solved(reprojection::one_observation problem, ceres::CostFunction* cost) {
    ceres::Problem all;
    all.AddResidualBlock(cost, nullptr, problem.camera.data(), problem.point.data());
    ceres::Solver::Options options;
    options.linear_solver_type = ceres::DENSE_QR;
    options.logging_type = ceres::SILENT;
    options.function_tolerance = options.gradient_tolerance = options.parameter_tolerance = 1e-14;
    ceres::Solver::Summary summary;
    Solve(options, &all, &summary);
    return {summary.initial_cost, summary.final_cost, summary.num_successful_steps, problem};
}

void check(reprojection::one_observation const& problem, double cost_at_start) {
    using namespace reprojection;
    solution const got = solved(problem, ceres_cost_function(residuals, reprojection::camera, reprojection::point, u = problem.seen[0], v = problem.seen[1]));
    solution const expected = solved(problem, new ceres::AutoDiffCostFunction<by_hand, 2, 9, 3>(new by_hand{problem.seen}));
    CHECK(got.start == Approx(cost_at_start).epsilon(1e-12));
    CHECK(expected.start == Approx(cost_at_start).epsilon(1e-12));
    CHECK(got.end < 1e-20);
    CHECK(got.steps == expected.steps);
    for (std::size_t i = 0; i < 9; ++i) CHECK(got.problem.camera[i] == Approx(expected.problem.camera[i]).epsilon(1e-9).margin(1e-12));
    for (std::size_t i = 0; i < 3; ++i) CHECK(got.problem.point[i] == Approx(expected.problem.point[i]).epsilon(1e-9));
    std::printf("bundle adjustment: cost %.6f at the start, %.1e after %d steps\n", got.start, got.end, got.steps);
}

TEST_CASE("Ceres adjusts a camera and a point with derivatives of both kinds alike") {
    // Turned by a right angle about the third axis, the point stands at (-2, 1, -5): the residuals are -5 and -1.
    check(reprojection::one_observation("1 1 1  0 0  1 3  0 0 1.5707963267948966  0 0 0  10 0 0  1 2 -5"), 13);
}

#ifdef LEIBNIZ_REFERENCE_DATA
TEST_CASE("Ceres adjusts the problem dubrovnik-1-1-pre with derivatives of both kinds alike") {
    std::string const expected = read_file(LEIBNIZ_REFERENCE_DATA "/bal/oracle.json");
    check(reprojection::one_observation(read_file(LEIBNIZ_REFERENCE_DATA "/bal/dubrovnik-1-1-pre.txt")),
          std::stod(json_numbers(json_value(expected, "cost_half_sum_sq")).at(0)));
}
#endif

}  // namespace
