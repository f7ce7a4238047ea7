// Errors are measured rightly: those of the C++ library's functions in double precision, against the table of reference
// values, are the few units in the last place that are known of them; and the measures are right where one can count.
#include "../catch.hpp"
#include "../reference/table.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iomanip>
#include <iostream>
#include <limits>
#include <map>
#include <string>

namespace {

/// A function of the C++ library, or a short composition, and its error in ulps. A composition rounds in between, so
/// its error grows with the condition of the function.
struct double_function {
    std::function<double(double, double)> value;
    double ulps;
    bool composed = false;
};

constexpr double exact = 1e-20;  // equal to all 40 digits

double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }
double logistic(double x) { return x > 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x)); }

std::map<std::string, double_function> const double_functions{
    {"abs",   {[](double x, double) { return std::abs(x); }, exact}},
    {"sqrt",  {[](double x, double) { return std::sqrt(x); }, 0.5 + exact}},
    {"cbrt",  {[](double x, double) { return std::cbrt(x); }, 4}},
    {"hypot", {[](double x, double y) { return std::hypot(x, y); }, 1}},
    {"pow",   {[](double x, double y) { return std::pow(x, y); }, 1}},
    {"exp",   {[](double x, double) { return std::exp(x); }, 1}},
    {"exp2",  {[](double x, double) { return std::exp2(x); }, 1}},
    {"expm1", {[](double x, double) { return std::expm1(x); }, 2}},
    {"log",   {[](double x, double) { return std::log(x); }, 1}},
    {"log2",  {[](double x, double) { return std::log2(x); }, 2}},
    {"log10", {[](double x, double) { return std::log10(x); }, 2}},
    {"log1p", {[](double x, double) { return std::log1p(x); }, 2}},
    {"sin",   {[](double x, double) { return std::sin(x); }, 1}},
    {"cos",   {[](double x, double) { return std::cos(x); }, 1}},
    {"tan",   {[](double x, double) { return std::tan(x); }, 1}},
    {"cot",   {[](double x, double) { return 1 / std::tan(x); }, 2}},
    {"sec",   {[](double x, double) { return 1 / std::cos(x); }, 2}},
    {"csc",   {[](double x, double) { return 1 / std::sin(x); }, 2}},
    {"asin",  {[](double x, double) { return std::asin(x); }, 1}},
    {"acos",  {[](double x, double) { return std::acos(x); }, 1}},
    {"atan",  {[](double x, double) { return std::atan(x); }, 1}},
    {"acot",  {[](double x, double) { return std::atan(1 / x); }, 2, true}},
    {"asec",  {[](double x, double) { return std::acos(1 / x); }, 2, true}},
    {"acsc",  {[](double x, double) { return std::asin(1 / x); }, 2, true}},
    {"atan2", {[](double y, double x) { return std::atan2(y, x); }, 1}},
    {"sinh",  {[](double x, double) { return std::sinh(x); }, 3}},
    {"cosh",  {[](double x, double) { return std::cosh(x); }, 3}},
    {"tanh",  {[](double x, double) { return std::tanh(x); }, 3}},
    {"coth",  {[](double x, double) { return 1 / std::tanh(x); }, 4}},
    {"sech",  {[](double x, double) { return 2 * std::exp(-std::abs(x)) / (1 + std::exp(-2 * std::abs(x))); }, 4, true}},
    {"csch",  {[](double x, double) { return std::copysign(2 * std::exp(-std::abs(x)) / -std::expm1(-2 * std::abs(x)), x); }, 4, true}},
    {"asinh", {[](double x, double) { return std::asinh(x); }, 3}},
    {"acosh", {[](double x, double) { return std::acosh(x); }, 3}},
    {"atanh", {[](double x, double) { return std::atanh(x); }, 3}},
    {"acoth", {[](double x, double) { return std::atanh(1 / x); }, 3, true}},
    {"asech", {[](double x, double) { return x < 1e-300 ? std::log(2.0) - std::log(x) : std::acosh(1 / x); }, 3, true}},
    {"acsch", {[](double x, double) { return std::abs(x) < 1e-300 ? std::copysign(std::log(2.0) - std::log(std::abs(x)), x) : std::asinh(1 / x); }, 3, true}},
    {"erf",   {[](double x, double) { return std::erf(x); }, 2}},
    {"erfc",  {[](double x, double) { return std::erfc(x); }, 6}},
    {"tgamma", {[](double x, double) { return std::tgamma(x); }, 12}},
    {"lgamma", {[](double x, double) { return std::lgamma(x); }, 12}},
    {"min",   {[](double x, double y) { return std::fmin(x, y); }, exact}},
    {"max",   {[](double x, double y) { return std::fmax(x, y); }, exact}},
    {"floor", {[](double x, double) { return std::floor(x); }, exact}},
    {"ceil",  {[](double x, double) { return std::ceil(x); }, exact}},
    {"round", {[](double x, double) { return std::round(x); }, exact}},
    {"trunc", {[](double x, double) { return std::trunc(x); }, exact}},
    {"fmod",  {[](double x, double y) { return std::fmod(x, y); }, exact}},
    {"sigmoid",    {[](double x, double) { return logistic(x); }, 4}},
    {"softplus",   {[](double x, double) { return softplus(x); }, 4}},
    {"relu",       {[](double x, double) { return std::fmax(x, 0); }, exact}},
    {"leaky_relu", {[](double x, double) { return x > 0 ? x : x / 100; }, 0.5}},
    {"elu",        {[](double x, double) { return x > 0 ? x : std::expm1(x); }, 2}},
    {"gelu",       {[](double x, double) { return x / 2 * std::erfc(-x / std::sqrt(2.0)); }, 6, true}},
    {"silu",       {[](double x, double) { return x * logistic(x); }, 6, true}},
    {"xlogy",      {[](double x, double y) { return x == 0 ? 0 : x * std::log(y); }, 2}},
};

/// What is counted for one function.
struct tally {
    int points = 0;
    double worst = -1;  // ulps, where the function is among double_functions
};

}  // namespace

TEST_CASE("the functions of the C++ library agree with the table to a few units in the last place") {
    std::map<std::string, tally> tallies;
    for (reference_point const& p : reference_points()) {
        tally& t = tallies[p.function];
        ++t.points;
        auto const found = double_functions.find(p.function);
        if (found == double_functions.end()) continue;
        double_function const& f = found->second;
        double const error = ulps(f.value(p.at[0], p.at.back()), p.value[0]) / (f.composed ? 1 + condition_of(p) : 1);
        t.worst = std::max(t.worst, error);
        CAPTURE(p.function, p.at, p.value[0]);
        CHECK(error <= f.ulps);
    }
    std::cout << "function    points  worst error in ulps\n";
    for (auto const& [name, t] : tallies) {
        std::cout << std::left << std::setw(12) << name << std::right << std::setw(6) << t.points;
        if (t.worst >= 0) std::cout << "  " << t.worst;
        std::cout << '\n';
        CAPTURE(name);
        CHECK(t.points >= 40);
    }
    CHECK(tallies.size() == 86);
}

TEST_CASE("errors are counted in units in the last place of the exact value") {
    using limits = std::numeric_limits<double>;
    reference_number const one = 1, tiny("1e-400"), large("1e400");
    CHECK(ulps(1.0, one) == 0);
    CHECK(ulps(1 + limits::epsilon(), one) == 1);
    CHECK(ulps(1 - limits::epsilon() / 2, one) == 0.5);
    CHECK(ulps(1.0f + std::numeric_limits<float>::epsilon(), one) == 1);
    CHECK(ulps(1.0L + std::numeric_limits<long double>::epsilon(), one) == 1);
    CHECK(ulps(limits::denorm_min(), reference_number(0)) == 1);
    CHECK(ulps(3 * limits::denorm_min(), reference_number(limits::denorm_min())) == 2);
    CHECK(ulps(0.0, tiny) < 1e-70);
    CHECK(ulps(limits::infinity(), large) == 0);
    CHECK(ulps(limits::max(), large) == limits::infinity());
    CHECK(ulps(-limits::infinity(), large) == limits::infinity());
    CHECK(ulps(limits::quiet_NaN(), one) == limits::infinity());
    CHECK(ulps(limits::quiet_NaN(), reference_number(limits::quiet_NaN())) == 0);
}

TEST_CASE("conditions are read from the derivatives of the point") {
    reference_point const cube{.function = "cube", .at = {2}, .value = {8}, .first = {12}, .second = {12}};
    CHECK(condition_of(cube) == 3);
    CHECK(condition_of_first(cube, 0) == 2);
    reference_point const p{.function = "x*y^2*z^3",
                            .at = {1, 2, -1},
                            .value = {-4},
                            .first = {-4, -4, 12},
                            .second = {0, -4, 12, -2, 12, -24}};
    CHECK(condition_of(p) == 6);
    CHECK(condition_of_first(p, 0) == 5);
    CHECK(condition_of_first(p, 1) == 5);
    CHECK(condition_of_first(p, 2) == 5);
    reference_point const root{.function = "zero", .at = {1}, .value = {0}, .first = {1}, .second = {0}};
    CHECK(condition_of(root) == std::numeric_limits<double>::infinity());
}
