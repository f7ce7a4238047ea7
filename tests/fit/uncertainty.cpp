// What is said of uncertainty: sigma, bounds, ties, directions that data do not determine, profiles, influence.
#include "nist_higher.hpp"
#include "nist_lower.hpp"

#include <sstream>

using namespace leibniz;

namespace {

constexpr symbol<"b1"> b1;
constexpr symbol<"b2"> b2;
constexpr symbol<"b3"> b3;

nist::problem const& misra = nist::misra1a;
fit_result fitted(fit_options const& options = {}) { return fit(misra.equation, misra.start(false), misra.data, options); }
auto near(double expected, double digits = 1e-8) { return Catch::Matchers::WithinRel(expected, digits); }

}  // namespace

TEST_CASE("numbers of the parameters have the uncertainty of these") {
    fit_result const found = fitted();
    derived_number const half = found.derive(log(leibniz::constant<2>{})/b2);
    CHECK_THAT(half.value, near(std::log(2) / found[b2].value));
    CHECK_THAT(half.standard_error, near(std::log(2) / std::pow(found[b2].value, 2) * found[b2].standard_error));
    // The initial slope b1*b2 is far better known than its factors.
    Eigen::Vector2d const g(found[b2].value, found[b1].value);
    derived_number const slope = found.derive("b1*b2");
    CHECK_THAT(slope.standard_error, near(std::sqrt(g.dot(found.covariance * g)), 1e-6));
    CHECK(slope.standard_error / slope.value < 0.2 * found[b1].standard_error / found[b1].value);
    CHECK_THAT(slope.upper - slope.value, near(2.178812829667229 * slope.standard_error, 1e-9));  // Student, 12 degrees
    CHECK_THROWS_WITH(found.derive("b1*q"), "fit: derive(b1*q): q is no parameter; the parameters are b1 and b2");
}

TEST_CASE("sigma is relative or absolute, and the result says which") {
    fit_result const none = fitted(), relative = fitted({.sigma = 7.0}), absolute = fitted({.sigma = 0.2, .sigma_is_absolute = true});
    CHECK_THAT(relative[b1].standard_error, near(none[b1].standard_error));
    CHECK_THAT(relative.chi_squared, near(none.chi_squared / 49));
    CHECK_THAT(absolute[b1].standard_error, near(none[b1].standard_error * 0.2 / none.residual_deviation));
    CHECK_THAT(absolute[b1].upper - absolute[b1].value, near(1.959963984540054 * absolute[b1].standard_error));
    CHECK(relative.notes[0].find("sigma is relative") == 0);
    CHECK(absolute.notes[0].find("sigma is absolute") == 0);
    CHECK(none.notes[0].find("no sigma was given") == 0);
    // Weights: a row of twice the deviation counts as a quarter of a row.
    Eigen::ArrayXd const deviations = Eigen::ArrayXd::LinSpaced(14, 1, 2);
    fit_result const weighted = fitted({.sigma = deviations});
    CHECK((weighted.jacobian.transpose() * (weighted.residuals / deviations.square()).matrix()).norm() <
          1e-9 * weighted.jacobian.norm() * weighted.residuals.matrix().norm());
}

TEST_CASE("a parameter at a bound counts as fixed there") {
    fit_result const bounded = fitted({.upper = {b2 = 5e-4}}), held = fit(misra.equation, {b1 = 250.0, b2 = 5e-4}, misra.data, {.fixed = {b2}});
    CHECK(bounded[b2].state == parameter_state::at_upper_bound);
    CHECK(bounded[b2].value == 5e-4);
    CHECK(std::isnan(bounded[b2].standard_error));
    CHECK_THAT(bounded[b1].value, near(held[b1].value));
    CHECK_THAT(bounded[b1].standard_error, near(held[b1].standard_error));
    CHECK(bounded.covariance(1, 1) == 0);
    CHECK(bounded.degrees_of_freedom == 13);
    CHECK(bounded.notes[2] == "b2 is at its upper bound 0.0005: it has no standard error, and the others have theirs as if it were fixed there");
    // A bound that is not reached changes nothing.
    CHECK_THAT(fitted({.lower = {b1 = 0.0}, .upper = {{"b2", 1}}})[b1].standard_error, near(fitted()[b1].standard_error));
    fit_result const both = fitted({.lower = {b1 = 250.0, b2 = 4e-4}, .upper = {b2 = 6e-4}});
    CHECK(both[b1].state == parameter_state::at_lower_bound);
    CHECK(both[b2].state == parameter_state::free);
}

TEST_CASE("tied parameters follow from others") {
    fit_result const plain = fitted();
    fit_result const tied = fit("y = (b3/2)*(1 - exp(-b2*x))", {b1 = 250.0, b2 = 5e-4}, misra.data, {.tied = {b3 = leibniz::constant<2>{}*b1}});
    CHECK_THAT(tied[b1].value, near(plain[b1].value));
    CHECK_THAT(tied[b3].value, near(2 * plain[b1].value));
    CHECK_THAT(tied[b3].standard_error, near(2 * plain[b1].standard_error));
    CHECK(tied[b3].tied_to == "2*b1");
    CHECK(tied.free_parameters == 2);
    fit_result const curved = fit("y = b1*(1 - exp(-b2*x))", {{"k", 40}, b2 = 5e-4}, misra.data, {.tied = {{"b1", "k^2/8"}}, .geodesic = true});
    CHECK_THAT(curved[b1].value, near(plain[b1].value));
    CHECK_THAT(curved[b1].standard_error, near(plain[b1].standard_error));
}

TEST_CASE("a direction that data do not determine is named, and has no figures") {
    fit_result const open = fit("y = a*b*x + c", {{"a", 1}, {"b", 2}, {"c", 0}}, misra.data), line = fit("y = a*x + c", {{"a", 1}, {"c", 0}}, misra.data);
    REQUIRE(open.undetermined.size() == 1);
    CHECK(open.undetermined[0].find("the data do not determine a and b apart: the curve stays where a changes by 1 and b changes by -") == 0);
    CHECK(open.status == fit_status::undetermined);
    CHECK(std::isnan(open["a"].standard_error));
    CHECK(std::isinf(open.condition));
    CHECK_THAT(open["c"].standard_error, near(line["c"].standard_error));          // what they do determine has its figure
    CHECK_THAT(open.derive("a*b").standard_error, near(line["a"].standard_error));
    CHECK(std::isnan(open.derive("a + b").standard_error));
    fit_data const at{{"x", std::vector<double>{100, 900}}};
    CHECK_THAT(open.confidence_band(at).standard_error[1], near(line.confidence_band(at).standard_error[1]));
    fit_result const idle = fit("y = a*x + 0*q", {{"a", 1}, {"q", 3}}, misra.data);
    REQUIRE(idle.undetermined.size() == 1);
    CHECK(idle.undetermined[0] == "the data do not determine q: the curve does not change with it here");
    CHECK(std::isnan(idle["q"].standard_error));
    std::ostringstream out;
    out << idle;
    CHECK(out.str().find("not determined") != std::string::npos);
}

TEST_CASE("profiles are where the sum of squares rises as far as Student's quantile allows") {
    fit_result const line = fit("y = b1 + b2*x + b3*x^2", {b1 = 1.0, b2 = 1.0, b3 = 1.0}, misra.data);
    profile_interval const straight = profile(line, b2);
    CHECK_THAT(straight.lower, near(line[b2].lower));
    CHECK_THAT(straight.upper, near(line[b2].upper));
    fit_result const found = fit(nist::boxbod.equation, nist::boxbod.start(false), nist::boxbod.data);
    profile_interval const curved = profile(found, b2);
    double const quantile = 2.776445105197793;  // Student, 4 degrees
    for (double end : {curved.lower, curved.upper}) {
        fit_result const held = fit(nist::boxbod.equation, {b1 = 200.0, b2 = end}, nist::boxbod.data, {.fixed = {b2}});
        CHECK_THAT(held.chi_squared - found.chi_squared, near(quantile * quantile * found.reduced_chi_squared, 1e-6));
    }
    CHECK(curved.upper - found[b2].value > 1.3 * (found[b2].value - curved.lower));
    CHECK(profile(fit(nist::boxbod.equation, nist::boxbod.start(false), nist::boxbod.data, {.upper = {b2 = 0.76}}), b2).upper_is_bound);
}

TEST_CASE("influence is that of a row left out, sensitivity that of a response moved") {
    fit_data const& data = misra.data;
    fit_start const start{b1 = 1.0, b2 = 1.0, b3 = 1.0};
    fit_result const all = fit("y = b1 + b2*x + b3*x^2", start, data);
    for (Eigen::Index row : {0, 6, 13}) {
        fit_data less = data, moved = data;
        for (named_column& each : less) {
            Eigen::ArrayXd rest(13);
            rest << each.values.head(row), each.values.tail(13 - row);
            each.values = rest;
        }
        moved[0].values[row] += 0.5;
        fit_result const without = fit("y = b1 + b2*x + b3*x^2", start, less), with = fit("y = b1 + b2*x + b3*x^2", start, moved);
        for (int k = 0; k < 3; ++k) {
            double const fall = all.parameters[static_cast<std::size_t>(k)].value - without.parameters[static_cast<std::size_t>(k)].value;
            double const unit = all.parameters[static_cast<std::size_t>(k)].standard_error * without.residual_deviation / all.residual_deviation;
            CHECK_THAT(all.influence(row, k), near(fall / unit, 1e-6));
            CHECK_THAT(all.sensitivity(row, k), near((with.parameters[static_cast<std::size_t>(k)].value - all.parameters[static_cast<std::size_t>(k)].value) / 0.5, 1e-6));
        }
    }
    CHECK_THAT(all.leverage.sum(), near(3));
}
