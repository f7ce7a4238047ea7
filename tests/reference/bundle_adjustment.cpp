// The residual of a bundle adjustment and its Jacobian by camera and point, in one program.

#include "reprojection.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace leibniz;

constexpr auto all = outputs(reprojection::residuals, jacobian(reprojection::residuals, reprojection::camera),
                             jacobian(reprojection::residuals, reprojection::point));

auto at(std::array<double, 9> const& c, std::array<double, 3> const& point, std::array<double, 2> const& seen) {
    using namespace reprojection;
    return evaluate(all, r = std::array{c[0], c[1], c[2]}, t = std::array{c[3], c[4], c[5]}, f = c[6], k1 = c[7], k2 = c[8], p = point, u = seen[0],
                    v = seen[1]);
}

TEST_CASE("A camera that is turned by a right angle sees a point where it stands") {
    // The point (1, 2, -5), turned about the third axis, is (-2, 1, -5): it is seen at (-0.4, 0.2).
    auto const [residuals, by_camera, by_point] = at({0, 0, std::acos(-1.0)/2, 0, 0, 0, 10, 0, 0}, {1, 2, -5}, {1, 3});
    CHECK(residuals[0_c] == Approx(-5.0));
    CHECK(residuals[1_c] == Approx(-1.0));
    CHECK(by_camera(0_c, reprojection::f) == Approx(-0.4));
    CHECK(by_camera(0_c, reprojection::k1) == Approx(-0.4*10*0.2));  // 0.2 is the square of the distance from the middle
    CHECK(by_point(1_c, reprojection::p[0_c]) == Approx(2.0));       // focal length over depth
    CHECK(std::abs(by_point(0_c, reprojection::p[0_c])) < 1e-15);
}

#ifdef LEIBNIZ_REFERENCE_DATA
/// The largest error relative to the largest number, as digits.
template <class Got>
double digits(Got const& got, std::string_view expected) {
    std::vector<std::string> const numbers = json_numbers(expected);
    REQUIRE(numbers.size() == std::size(got.values));
    double error = 0, largest = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        error = std::max(error, std::abs(got.values[i] - std::stod(numbers[i])));
        largest = std::max(largest, std::abs(std::stod(numbers[i])));
    }
    return error == 0 ? 16 : std::min(16.0, -std::log10(error/largest));
}

TEST_CASE("The residual of the problem dubrovnik-1-1-pre and its Jacobian agree to nine digits") {
    reprojection::one_observation const problem(read_file(LEIBNIZ_REFERENCE_DATA "/bal/dubrovnik-1-1-pre.txt"));
    std::string const expected = read_file(LEIBNIZ_REFERENCE_DATA "/bal/oracle.json");
    auto const [residuals, by_camera, by_point] = at(problem.camera, problem.point, problem.seen);
    double const r = digits(residuals, json_value(expected, "residual")), c = digits(by_camera, json_value(expected, "jac_cam_2x9")),
                 p = digits(by_point, json_value(expected, "jac_point_2x3"));
    std::printf("dubrovnik-1-1-pre: residual %.1f digits, Jacobian by camera %.1f, by point %.1f\n", r, c, p);
    CHECK(r >= 9);
    CHECK(c >= 9);
    CHECK(p >= 9);
}
#endif

}  // namespace
