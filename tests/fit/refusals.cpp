// Bad input is refused before any work, each by one sentence.
#include "nist_lower.hpp"

using namespace leibniz;

namespace {

using numbers = std::vector<double>;
fit_data const line{{"x", numbers{1, 2, 3}}, {"y", numbers{2, 4, 7}}};
fit_start const start{{"a", 1}, {"b", 1}};

std::string refusal(std::string_view equation, fit_start const& from, fit_data const& data, fit_options const& options = {}) {
    try {
        fit(equation, from, data, options);
    } catch (std::invalid_argument const& e) {
        return e.what();
    }
    return "taken";
}
std::string of_options(fit_options const& options) { return refusal("y = a*x + b", start, line, options); }

}  // namespace

TEST_CASE("a fit of a few rows is taken") { CHECK(of_options({}) == "taken"); }

TEST_CASE("equations and names that are refused") {
    CHECK(refusal("a*x + b", start, line) == "fit: the formula has no =; write y = a + b*x, with the measured column on its left");
    CHECK(refusal("y = a*x + b", {}, line) == "fit: there is no parameter; give a start, such as b1 = 1");
    CHECK(refusal("y = a*x", start, line) == "fit: the model a*x does not mention b; it has the symbols a and x");
    CHECK(refusal("y = a*x + b + c", start, line) == "fit: c is neither a parameter nor a column; give it a start, such as c = 1, or a column of data");
    CHECK(refusal("y = a*x + b", {{"a", 1}, {"b", 1}, {"a", 2}}, line) == "fit: a has a start twice; give it once");
    CHECK(refusal("y = a*x + b", {{"a", 1}, {"b", 1}, {"x", 2}}, line) == "fit: x is a parameter and a column; one of them needs another name");
    CHECK(refusal("y*a = a*x + b", start, line) == "fit: the response a*y mentions the parameter a; the left side is of columns alone");
    CHECK(refusal("1 = a + b", start, {}) == "fit: the response 1 has no column; write the measured column on the left side");
    CHECK(refusal("y = a*x + b", {{"a", NAN}, {"b", 1}}, line) == "fit: the start of a is NaN");
}

TEST_CASE("data that are refused") {
    CHECK(refusal("y = a*x + b", start, {{"x", numbers{1, 2, 3}}, {"y", numbers{1, 2}}}) ==
          "fit: columns of different length: y has 2 rows, x has 3");
    CHECK(refusal("y = a*x + b", start, {{"x", numbers{1, NAN, 3}}, {"y", numbers{1, 2, 3}}}) ==
          "fit: x is NaN in row 1 (the first is row 0); leave the row out");
    CHECK(refusal("y = a*x + b", start, {{"x", numbers{1}}, {"y", numbers{1}}}) ==
          "fit: 1 row cannot determine 2 parameters; give more rows, or fix parameters");
    CHECK(refusal("log(y) = a*x + b", start, {{"x", numbers{1, 2, 3}}, {"y", numbers{1, -2, 3}}}) ==
          "fit: the response log(y) is NaN in row 1 (the first is row 0), where y = -2 and x = 2; leave the row out");
    CHECK(refusal("y = a/x + b", start, {{"x", numbers{1, 2, 0}}, {"y", numbers{1, 2, 3}}}) ==
          "fit: the model is infinite at the start in row 2 (the first is row 0), where y = 3 and x = 0; start elsewhere");
    CHECK(refusal("y = a*x^b", {{"a", 1}, {"b", 0.5}}, {{"x", numbers{1, 2, -1}}, {"y", numbers{1, 2, 3}}}) ==
          "fit: the model is NaN at the start in row 2 (the first is row 0), where y = 3 and x = -1; start elsewhere");
    CHECK(refusal("y = sqrt(a*x) + b", {{"a", 0}, {"b", 1}}, line) ==
          "fit: the derivative of the model by a is infinite at the start in row 0 (the first is row 0), where y = 2 and x = 1; start elsewhere");
}

TEST_CASE("options that are refused") {
    CHECK(of_options({.sigma = numbers{1, 2}}) == "fit: sigma has 2 rows, the data have 3");
    CHECK(of_options({.sigma = numbers{1, 0, 2}}) == "fit: sigma is 0 in row 1 (the first is row 0); standard deviations are positive");
    CHECK(of_options({.sigma_is_absolute = true}) == "fit: sigma_is_absolute without sigma; give the standard deviation of the responses");
    CHECK(of_options({.loss = huber(0)}) == "fit: the scale of the loss is 0; it is positive");
    CHECK(of_options({.lower = {{"a", 2}}}) == "fit: the start of a, 1, is out of its bounds: a lower bound is 2");
    CHECK(of_options({.upper = {{"q", 2}}}) == "fit: q has an upper bound, but is no parameter");
    CHECK(of_options({.upper = {{"a", 2}}, .fixed = {"a"}}) == "fit: a has an upper bound, but is not free");
    CHECK(of_options({.fixed = {"a", "b"}}) == "fit: no parameter is free; give one a start, and do not fix or tie it");
    CHECK(of_options({.fixed = {"q"}}) == "fit: q is fixed, but has no start; give it a value");
    CHECK(of_options({.tied = {{"b", "2*q"}}}) == "fit: b is tied to q, which is no parameter");
    CHECK(of_options({.tied = {{"b", "2*a"}, {"a", "b/2"}}}) == "fit: b is tied to itself");
    CHECK(of_options({.sigma = 1.0, .errors_in = {{"z", 1}}}) == "fit: z has errors, but is no column of the model a*x + b");
    CHECK(of_options({.errors_in = {{"x", 1}}}) ==
          "fit: errors_in without sigma; give that of the responses too, as its ratio to the errors of columns counts");
    CHECK(of_options({.loss = cauchy(1), .errors_in = {{"x", 1}}}) == "fit: errors_in takes squares; leave the loss out");
    CHECK(of_options({.level = 95}) == "fit: the level 95 of intervals is not between 0 and 1; write 0.95");
    CHECK(of_options({.iterations = 0}) == "fit: iterations is 0; allow at least one");
}

TEST_CASE("questions to a result that are refused") {
    fit_result const found = fit("y = a*x + b", start, line, {.sigma = numbers{1, 2, 1}});
    CHECK_THROWS_WITH(found["q"], "fit: the model has no parameter q");
    CHECK_THROWS_WITH(found.confidence_band({{"z", numbers{1}}}), "fit: x is neither a parameter nor a column; give it a start, such as x = 1, or a column of data");
    CHECK_THROWS_WITH(found.prediction_band({{"x", numbers{1}}}), "fit: prediction_band: sigma differs from row to row; give the sigma of the new responses");
    CHECK_THROWS_WITH(profile(fit("y = a*x + b", start, line, {.fixed = {"b"}}), "b"), "fit: profile: b is not free, or the data do not determine it");
    // As many rows as parameters: a curve, but no errors.
    fit_result const exact = fit("y = a*x + b", start, {{"x", numbers{1, 2}}, {"y", numbers{2, 4}}});
    CHECK(exact.converged());
    CHECK(std::isnan(exact["a"].standard_error));
    CHECK(exact.notes[0] == "there are as many parameters as rows: nothing is left that would tell a standard error");
}

TEST_CASE("numbers whose squares a double does not hold are refused") {
    auto const of_size = [](double size, fit_options const& options = {}) {
        return refusal("y = a*x + b", start, {{"x", numbers{1, 2, 3}}, {"y", numbers{2 * size, 4 * size, 7 * size}}}, options);
    };
    CHECK(of_size(1e160) == "fit: the response y reaches 2e+160, too large to be squared; use another unit");
    CHECK(of_size(1e-170) == "fit: the response y is 7e-170 at most, too small to be squared; use another unit");
    CHECK(of_size(1, {.sigma = 1e-160}) == "fit: sigma is 1e-160 at most, too small to be squared; use another unit");
    CHECK(of_size(1e90, {.sigma = 1e-90}) == "fit: the response divided by sigma reaches 2e+180, too large to be squared; use another unit");
    CHECK(of_size(1e140) == "taken");
    CHECK(of_size(1e-130) == "taken");
    CHECK(of_size(0) == "taken");
    CHECK(refusal("y = a*x + b", {{"a", 1e160}, {"b", 1}}, line) == "fit: the residual at the start reaches 1e+160, too large to be squared; start elsewhere");
    CHECK(refusal("y = 1e200*a*x + b", {{"a", 1e-200}, {"b", 1}}, line) ==
          "fit: the derivative of the model by a at the start reaches 1e+200, too large to be squared; use another unit for it");
}
