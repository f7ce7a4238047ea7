// Bessel functions: values and first derivatives against 40-digit references to 1e-13 (and what the condition of the
// function makes of rounding), derivatives as formulas, text.
#include "../catch.hpp"
#include "../reference/table.hpp"

#include <leibniz/bessel.hpp>

#include <map>
#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"n"> n;
constexpr symbol<"x"> x;

// By a number that is 0 the next order alone, otherwise both neighbours.
static_assert(text(diff(cyl_bessel_j(0_c, x), x)) == "-cyl_bessel_j(1, x)");
static_assert(text(diff(cyl_neumann(0_c, x), x)) == "-cyl_neumann(1, x)");
static_assert(text(diff(cyl_bessel_i(0_c, x), x)) == "cyl_bessel_i(1, x)");
static_assert(text(diff(cyl_bessel_k(0_c, x), x)) == "-cyl_bessel_k(1, x)");
static_assert(text(diff(cyl_bessel_j(1_c, 2_c*x), x)) == "cyl_bessel_j(0, 2*x) - cyl_bessel_j(2, 2*x)");
static_assert(text(diff(cyl_bessel_j(n, x), x)) == "(cyl_bessel_j(n - 1, x) - cyl_bessel_j(n + 1, x))/2");
static_assert(formula<"cyl_bessel_j(n, x) + besselk(0, x)", bessel_function, macdonald_function> == cyl_bessel_j(n, x) + cyl_bessel_k(0_c, x));

struct value_and_slope {
    double value, slope;
};
template <class E>
value_and_slope both(E e, double order, double at) {
    auto const [value, slope] = evaluate(outputs(e, diff(e, x)), n = order, x = at);
    return {value, slope};
}
value_and_slope of_kind(char kind, double order, double at) {
    switch (kind) {
        case 'j': return both(cyl_bessel_j(n, x), order, at);
        case 'y': return both(cyl_neumann(n, x), order, at);
        case 'i': return both(cyl_bessel_i(n, x), order, at);
        default: return both(cyl_bessel_k(n, x), order, at);
    }
}

/// An error in units in the last place, over what is allowed.
double share(double error, double condition) {
    double const unit = std::numeric_limits<double>::epsilon();
    return error / (1e-13 / unit + 8 * std::min(condition, 1e30));
}

}  // namespace

TEST_CASE("values and slopes agree with 40-digit references") {
    std::map<char, int> points;
    for (reference_point const& p : reference_points()) {
        if (!p.function.starts_with("bessel")) continue;
        char const kind = p.function[6];
        double const order = p.at.size() > 1 ? p.at[0] : p.function[7] - '0';
        value_and_slope const got = of_kind(kind, order, p.at.back());
        CAPTURE(p.function, p.at, got.value, got.slope, p.value[0], p.first.back());
        CHECK(share(ulps(got.value, p.value[0]), condition_of(p)) <= 1);
        CHECK(share(ulps(got.slope, p.first.back()), condition_of_first(p, p.at.size() - 1)) <= 1);
        ++points[kind];
    }
    for (char kind : {'j', 'y', 'i', 'k'}) CHECK(points[kind] >= 80);
}

TEST_CASE("orders that are negative or no whole numbers, poles and limits") {
    CHECK(of_kind('j', -1, 2).value == -of_kind('j', 1, 2).value);
    CHECK(of_kind('y', -3, 2).value == -of_kind('y', 3, 2).value);
    CHECK(of_kind('y', -2, 2).value == of_kind('y', 2, 2).value);
    CHECK(of_kind('i', -1, 2).value == of_kind('i', 1, 2).value);
    CHECK(of_kind('k', -1, 2).value == of_kind('k', 1, 2).value);
    CHECK(of_kind('j', 0.5, 2).value == Approx(std::sqrt(1 / std::acos(-1.0)) * std::sin(2.0)).epsilon(1e-14));  // DLMF 10.16.1
    CHECK(of_kind('k', 0.5, 2).value == Approx(std::sqrt(std::acos(-1.0) / 4) * std::exp(-2.0)).epsilon(1e-14));
    CHECK(of_kind('j', 1, 0).slope == 0.5);
    CHECK(of_kind('y', 0, 0).value == -infinity);
    CHECK(of_kind('k', 0, 0).value == infinity);
    CHECK(std::isnan(of_kind('y', 0, -1).value));
    CHECK(std::isnan(of_kind('k', 0, -1).value));
    CHECK(of_kind('i', 0, 800).value == infinity);
    CHECK(of_kind('j', 0, infinity).value == 0);
    CHECK(of_kind('y', 1, infinity).value == 0);
    CHECK(of_kind('i', 1, infinity).value == infinity);
    CHECK(of_kind('k', 1, infinity).value == 0);
}

TEST_CASE("Bessel's equation holds") {
    auto const equation = pow<2>(x)*diff<2>(cyl_bessel_j(n, x), x) + x*diff(cyl_bessel_j(n, x), x) + (pow<2>(x) - pow<2>(n))*cyl_bessel_j(n, x);
    for (double order : {0.0, 1.0, 2.5, 4.0})
        for (double at : {0.3, 1.0, 7.7, 30.0}) CHECK(std::abs(evaluate(equation, n = order, x = at)) < 1e-13 * (1 + at * at));
}
