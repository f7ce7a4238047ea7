// Fits that end at bounds, in rounding, or where the model has no value.
#include "../catch.hpp"

#include <leibniz/fit.hpp>

#include <cmath>

using namespace leibniz;

namespace {
auto near(double expected, double digits) { return Catch::Matchers::WithinRel(expected, digits); }
}  // namespace

TEST_CASE("a fit with every parameter at a bound has an end, and no standard errors") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(6, 0, 5), ys = 1 + 2 * xs;
    fit_result const held = fit("y = a + b*x", {{"a", 6}, {"b", 6}}, {{"x", xs}, {"y", ys}}, {.lower = {{"a", 5}, {"b", 5}}});
    CHECK(held.converged());
    CHECK(held.free_parameters == 0);
    CHECK(held["a"].state == parameter_state::at_lower_bound);
    CHECK(std::isnan(held["b"].standard_error));
    CHECK(held.covariance.isZero(0));
    CHECK(held.degrees_of_freedom == 6);
}

TEST_CASE("a line far from the origin of its column is found") {
    Eigen::ArrayXd const xs = 1e9 + Eigen::ArrayXd::LinSpaced(6, 0, 5);
    fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", std::vector<double>{0, 1, 2.2, 3, 4, 5}}});
    CHECK(found.converged());
    CHECK_THAT(found["b"].value, near(0.9942857142857142, 1e-6));
    CHECK_THAT(found.chi_squared, near(0.0327619047619048, 1e-5));
}

TEST_CASE("a profile ends where the model does, and there is none of a curve through every point") {
    std::vector<double> const xs{0, 1, 2, 3};
    fit_result const exact = fit("y = abs(a - x)", {{"a", 0.3}}, {{"x", xs}, {"y", std::vector<double>{2.5, 1.5, 0.5, 0.5}}});
    REQUIRE(exact["a"].standard_error == 0);
    CHECK_THROWS_WITH(profile(exact, "a"), "fit: profile: the curve goes through every point; no interval follows from that");
    fit_result const domain = fit("y = log(a - x)", {{"a", 6}}, {{"x", xs}, {"y", std::vector<double>{1, 3, 5, 7}}});
    profile_interval const ends = profile(domain, "a");
    CHECK(ends.lower > 3);  // log(a - 3) ends there
    CHECK(ends.lower < domain["a"].value);
}
