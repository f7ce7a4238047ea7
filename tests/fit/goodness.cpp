// How good a fit is where that is no plain number: exact fits, constant responses, open directions, errors in columns.
#include "../catch.hpp"

#include <leibniz/fit.hpp>
#include <leibniz/fit/report_text.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

using numbers = std::vector<double>;
auto near(double expected, double digits = 1e-8) { return Catch::Matchers::WithinRel(expected, digits); }
numbers const xs{0, 1, 2, 3, 4, 5}, ys{1.1, 2.9, 5.2, 6.8, 9.1, 11.2};
fit_data const rows{{"x", xs}, {"y", ys}};
bool says(fit_result const& found, std::string const& note) {
    for (std::string const& each : found.notes)
        if (each.find(note) != std::string::npos) return true;
    return false;
}
bool shows(fit_result const& found, std::string const& words) { return std::string(text(found).view()).find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a column is any range of numbers") {
    constexpr double in_c[] = {0.5, 1.5};
    static_assert(!std::is_constructible_v<named_column, char const*, char const (&)[4]> && !std::is_constructible_v<named_column, char const*, std::string>);
    fit_data const ranges{{"a", std::vector<int>{1, 2}}, {"b", std::vector<float>{1.5f}}, {"c", in_c}, {"d", {3, 4}}, {"e", 5}};
    CHECK(ranges[0].values[1] == 2);
    CHECK(ranges[1].values[0] == 1.5);
    CHECK((ranges[2].values.size() == 2 && ranges[2].values[0] == 0.5));
    CHECK((ranges[3].values.size() == 2 && ranges[4].values.size() == 1));
}

TEST_CASE("a direction that the data do not determine counts as no parameter") {
    fit_result const plain = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, rows), open = fit("y = a + c + b*x", {{"a", 0}, {"b", 1}, {"c", 0}}, rows);
    CHECK(open.status == fit_status::undetermined);
    CHECK_THAT(open["b"].standard_error, near(plain["b"].standard_error));
    CHECK_THAT(open.aic, near(plain.aic, 1e-6));
    CHECK_THAT(open.bic, near(plain.bic, 1e-6));
    CHECK_THAT(open.adjusted_r_squared, near(plain.adjusted_r_squared));
}

TEST_CASE("a curve through every point has no AIC, BIC; equal responses have no R squared") {
    numbers exact;
    for (double x : xs) exact.push_back(0.1 + 0.3 * x);
    fit_result const through = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", exact}});
    CHECK(through.converged());
    CHECK(std::isnan(through.aic));
    CHECK(std::isnan(through.bic));
    CHECK_THAT(through.r_squared, near(1));
    CHECK(says(through, "the curve goes through every point"));
    CHECK_FALSE(shows(through, "AIC  "));
    CHECK_FALSE(shows(through, "nan"));
    fit_result const known = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", exact}}, {.sigma = 0.1, .sigma_is_absolute = true});
    CHECK(std::isfinite(known.aic));  // sigma is known: so is the likelihood
    for (double height : {0.0, 0.1}) {
        fit_result const flat = fit("y = a + b*x", {{"a", 1}, {"b", 1}}, {{"x", xs}, {"y", numbers(6, height)}});
        CHECK(std::isnan(flat.r_squared));
        CHECK(std::isnan(flat.adjusted_r_squared));
        CHECK(says(flat, "all responses are equal: there is no R squared"));
        CHECK_FALSE(shows(flat, "R squared  "));
    }
    fit_result const mean = fit("y = a + 0*x", {{"a", 1}}, rows);
    CHECK(mean.r_squared == 0);
    CHECK_FALSE(says(fit("y = a + b*x", {{"a", 0}, {"b", 1}}, rows), "every point"));
}

TEST_CASE("R squared with errors in columns is that of the columns as they were measured") {
    fit_result const plain = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, rows),
                     both = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, rows, {.sigma = 1.0, .errors_in = {{"x", 0.5}}});
    double left = 0, about = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        left += std::pow(ys[i] - both["a"].value - both["b"].value * xs[i], 2);
        about += std::pow(ys[i] - 6.05, 2);
    }
    CHECK_THAT(both.r_squared, near(1 - left / about));
    CHECK(both.r_squared < plain.r_squared);  // no line explains more than that of least squares
    CHECK(says(both, "R squared is that of the columns as they were measured"));
}

TEST_CASE("a parameter that is tied to fixed ones has no standard error, as these have none") {
    fit_result const found = fit("y = a + b*x + 0*c", {{"a", 0}, {"c", 1}, {"d", 1}}, rows, {.fixed = {"d"}, .tied = {{"b", "2*d"}, {"c", "a^2"}}});
    CHECK(found["b"].value == 2);
    CHECK(std::isnan(found["b"].standard_error));
    CHECK(std::isnan(found["b"].lower));
    CHECK_THAT(found["c"].standard_error, near(2 * found["a"].value * found["a"].standard_error));
    fit_result const held = fit("y = a + b*x + c", {{"a", 3}, {"b", 2}}, rows, {.lower = {{"a", 3}}, .tied = {{"c", "a/2"}}});
    REQUIRE(held["a"].state == parameter_state::at_lower_bound);
    CHECK(std::isnan(held["c"].standard_error));
}

TEST_CASE("as many rows as parameters: the errors are unknown, not the parameters") {
    fit_result const found = fit("y = a*x + b", {{"a", 1}, {"b", 1}}, {{"x", numbers{1, 2}}, {"y", numbers{2, 4}}});
    CHECK(found.status == fit_status::converged);
    CHECK_FALSE(shows(found, "determined"));
    CHECK_FALSE(shows(found, "nan"));
    CHECK(shows(found, "There are as many parameters as rows: nothing is left that would tell a standard error."));
    // Neither is a parameter whose error is rounding, beside one that is open.
    fit_result const exact = fit("y = a*x + 0*q", {{"a", 1}, {"q", 1}}, {{"x", numbers{1, 2, 3}}, {"y", numbers{0, 0, 0}}});
    REQUIRE(exact.status == fit_status::undetermined);
    CHECK_FALSE(shows(exact, "a          not"));
}
