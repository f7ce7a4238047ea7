#include <leibniz/solvers/boost_math.hpp>

#include "catch.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <cmath>
#include <cstdint>

namespace {

using namespace leibniz;
using boost::math::tools::halley_iterate;
using boost::math::tools::newton_raphson_iterate;
using fifty_digits = boost::multiprecision::cpp_bin_float_50;

constexpr symbol<"E"> anomaly;
constexpr symbol<"M"> mean_anomaly;
constexpr symbol<"e"> eccentricity;

/// Kepler's equation: where a planet stands.
constexpr auto kepler = anomaly - eccentricity*sin(anomaly) - mean_anomaly;
auto newton_by_hand = [](double x) { return std::tuple(x - 0.2*std::sin(x) - 0.8, 1 - 0.2*std::cos(x)); };
auto halley_by_hand = [](double x) { return std::tuple(x - 0.2*std::sin(x) - 0.8, 1 - 0.2*std::cos(x), 0.2*std::sin(x)); };

TEST_CASE("Newton's and Halley's methods find the root in as many steps as by hand") {
    auto const newton = newton_function(kepler, anomaly, mean_anomaly = 0.8, eccentricity = 0.2);
    auto const halley = halley_function(kepler, anomaly, mean_anomaly = 0.8, eccentricity = 0.2);
    std::uintmax_t steps = 50, steps_by_hand = 50;
    double root = newton_raphson_iterate(newton, 0.8, 0.0, 3.0, 50, steps);
    double expected = newton_raphson_iterate(newton_by_hand, 0.8, 0.0, 3.0, 50, steps_by_hand);
    CHECK(root == Approx(0.96433388769522266).epsilon(1e-15));
    CHECK(root == Approx(expected).epsilon(1e-15));
    CHECK(steps == steps_by_hand);

    steps = steps_by_hand = 50;
    root = halley_iterate(halley, 0.8, 0.0, 3.0, 50, steps);
    expected = halley_iterate(halley_by_hand, 0.8, 0.0, 3.0, 50, steps_by_hand);
    CHECK(root == Approx(expected).epsilon(1e-15));
    CHECK(steps == steps_by_hand);

    for (double const x : {0.1, 0.9, 2.5}) {
        auto const [f, slope, second] = halley(x);
        auto const [f_hand, slope_hand, second_hand] = halley_by_hand(x);
        CHECK(f == Approx(f_hand).epsilon(1e-14));
        CHECK(slope == Approx(slope_hand).epsilon(1e-14));
        CHECK(second == Approx(second_hand).epsilon(1e-14));
    }
}

TEST_CASE("In fifty digits, and in the number type of the caller") {
    std::uintmax_t steps = 50;
    auto const newton = newton_function(kepler, anomaly, mean_anomaly = fifty_digits(8)/10, eccentricity = fifty_digits(2)/10);
    fifty_digits const root = newton_raphson_iterate(newton, fifty_digits(1), fifty_digits(0), fifty_digits(3), 160, steps);
    CHECK(abs(root - sin(root)/5 - fifty_digits(8)/10) < fifty_digits("1e-49"));

    constexpr symbol<"x"> x;
    constexpr auto cube = halley_function(pow<3>(x) - 2_c, x);
    static_assert(std::is_same_v<decltype(cube(1.0f)), std::tuple<float, float, float>>);
    static_assert(cube(2.0) == std::tuple(6.0, 12.0, 12.0));
}

TEST_CASE("What was bound may be gone: the function has copies") {
    auto const function = [] {
        double eccentric = 0.2;
        fifty_digits far = 0;
        return newton_function(kepler, anomaly, eccentricity = eccentric, mean_anomaly = far);
    }();
    CHECK(std::get<0>(function(fifty_digits(0))) == 0);
}

}  // namespace
