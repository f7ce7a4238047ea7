// What evaluate returns over columns: one value per row where something varies by row, one number where nothing does.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>

#include <cfenv>
#include <cmath>
#include <limits>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr column<"c"> c;

Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(23, -1.0, 2.0);
Eigen::ArrayXd const ys = xs.square() + 0.5;

bool near(Eigen::ArrayXd const& value, Eigen::ArrayXd const& expected) {
    return value.size() == expected.size() && (value - expected).abs().maxCoeff() < 1e-12;
}

}  // namespace

TEST_CASE("symbols bound to numbers are the same in every row, symbols bound to columns vary") {
    CHECK(near(evaluate(w * x + b, w = 2.0, x = xs, b = 1.0), 2 * xs + 1));
    CHECK(near(evaluate(w * x + b, w = ys, x = xs, b = 1.0), ys * xs + 1));
    CHECK(near(evaluate(w * x + b, w = ys, x = 2.0, b = xs), 2 * ys + xs));
    CHECK(near(evaluate(x, x = xs), xs));
    CHECK(near(evaluate(x * x, x = xs), xs * xs));
    CHECK(near(evaluate(w * c, w = 2.0, c = xs), 2 * xs));
}

TEST_CASE("reductions give numbers, and numbers enter rows again") {
    CHECK(evaluate(sum(x), x = xs) == Approx(xs.sum()));
    CHECK(evaluate(mean(x * y), x = xs, y = ys) == Approx((xs * ys).mean()));
    CHECK(evaluate(mean(x) * mean(y) + w, x = xs, y = ys, w = 3.0) == Approx(xs.mean() * ys.mean() + 3));
    CHECK(evaluate(log(sum(exp(x))), x = xs) == Approx(std::log(xs.exp().sum())));
    CHECK(near(evaluate(x - mean(x), x = xs), xs - xs.mean()));
    CHECK(near(evaluate(exp(x) / sum(exp(x)), x = xs), xs.exp() / xs.exp().sum()));
    CHECK(near(evaluate((x - mean(x)) / sqrt(mean(pow<2>(x - mean(x)))), x = xs),
               (xs - xs.mean()) / std::sqrt((xs - xs.mean()).square().mean())));
    CHECK(evaluate(mean(pow<2>(x - mean(x))), x = xs) == Approx((xs - xs.mean()).square().mean()));
    CHECK(evaluate(sum(mean(x)), x = xs) == Approx(xs.sum()));
}

TEST_CASE("what does not vary counts once for every row") {
    CHECK(evaluate(sum(w) + sum(x), w = 2.0, x = xs) == Approx(46 + xs.sum()));
    CHECK(evaluate(mean(w) + mean(x), w = 2.0, x = xs) == Approx(2 + xs.mean()));
    CHECK(evaluate(sum(1_c) * mean(x), x = xs) == Approx(xs.sum()));
    CHECK(evaluate(sum(w * exp(b)) + 0_c * x, w = 2.0, b = 0.0, x = xs) == Approx(46));
}

TEST_CASE("derivatives over columns") {
    constexpr auto loss = mean(pow<2>(w * x + b - y));
    Eigen::ArrayXd const rest = 0.3 * xs + 0.1 - ys;
    CHECK(evaluate(loss, w = 0.3, b = 0.1, x = xs, y = ys) == Approx(rest.square().mean()));
    CHECK(evaluate(diff(loss, w), w = 0.3, b = 0.1, x = xs, y = ys) == Approx((2 * xs * rest).mean()));
    CHECK(evaluate(diff(loss, b), w = 0.3, b = 0.1, x = xs, y = ys) == Approx((2 * rest).mean()));
    CHECK(evaluate(diff(loss, w, b), w = 0.3, b = 0.1, x = xs, y = ys) == Approx(2 * xs.mean()));
    CHECK(evaluate(diff<2>(loss, w), w = 0.3, b = 0.1, x = xs, y = ys) == Approx(2 * xs.square().mean()));
    CHECK(near(evaluate(diff(pow<2>(w * x - y), w), w = 0.3, x = xs, y = ys), 2 * xs * (0.3 * xs - ys)));
}

TEST_CASE("the lesson's mean by each entry of an array") {
    Eigen::ArrayXd const ones = Eigen::ArrayXd::Ones(4);
    constexpr auto out = mean(3_c * pow<2>(c + 2_c));
    CHECK(evaluate(out, c = ones) == 27);
    CHECK(near(evaluate(diff(out, c), c = ones), Eigen::ArrayXd::Constant(4, 4.5)));
}

TEST_CASE("derivatives of reductions by each entry of a column agree with differences") {
    auto const check = [](auto model) {
        Eigen::ArrayXd at = xs;
        Eigen::ArrayXd const derived = evaluate(diff(model, c) + 0_c * c, c = at);
        REQUIRE(derived.size() == at.size());
        for (Eigen::Index k = 0; k < at.size(); ++k) {
            double const h = 1e-5, before = at[k];
            at[k] = before + h;
            double const more = evaluate(model, c = at);
            at[k] = before - h;
            double const less = evaluate(model, c = at);
            at[k] = before;
            CAPTURE(k);
            CHECK(derived[k] == Approx((more - less) / (2 * h)).epsilon(1e-6).margin(1e-8));
        }
    };
    check(sum(pow<2>(c)));
    check(mean(exp(c) * c));
    check(pow<2>(mean(c)) + sum(sin(c)));
    check(log(sum(exp(c))));
    check(mean(pow<2>(c - mean(c))));
    check(sum(pow<3>(c - mean(c))) / sum(1_c + pow<2>(c)));
    check(mean(exp(c / sum(pow<2>(c)))));
}

TEST_CASE("no value arises that no row has: the last rows raise no flag of their own") {
    Eigen::ArrayXd const positive = xs + 1.5;  // 23 rows fill no whole number of lanes
    std::feclearexcept(FE_ALL_EXCEPT);
    double const total = evaluate(sum(log(x) / x), x = positive);
    CHECK(std::fetestexcept(FE_DIVBYZERO | FE_INVALID | FE_OVERFLOW) == 0);
    CHECK(total == Approx((positive.log() / positive).sum()));
}

TEST_CASE("numbers that are none, or infinite, stay in their rows") {
    Eigen::ArrayXd const positive = xs + 1.5;
    Eigen::ArrayXd with_hole = positive;
    with_hole[7] = std::numeric_limits<double>::quiet_NaN();
    Eigen::ArrayXd const values = evaluate(log(x), x = with_hole);
    for (Eigen::Index k = 0; k < values.size(); ++k) CHECK(std::isnan(values[k]) == (k == 7));
    CHECK(std::isnan(evaluate(sum(x), x = with_hole)));
    Eigen::ArrayXd with_infinity = positive;
    with_infinity[0] = std::numeric_limits<double>::infinity();
    CHECK(evaluate(sum(x), x = with_infinity) == std::numeric_limits<double>::infinity());
}
