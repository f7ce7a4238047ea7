// The functions of constant expressions, here at run time, agree with 50 digits at seeded points of their whole range,
// subnormal numbers, ends and neighbours of zeros included, for float, double and long double.
#include <leibniz/arithmetic/functions.hpp>

#include "../catch.hpp"
#include "cases.hpp"
#include "constant_formulas.hpp"
#include "constant_points.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

namespace a = leibniz::arithmetic;

namespace {

/// The distance from the exact value in units of the last place of T there; 0 where both lie beyond the range of T,
/// or neither is a number.
template <class T>
double distance(T computed, number const& exact) {
    using limits = std::numeric_limits<T>;
    if (std::isnan(computed) || isnan(exact)) return std::isnan(computed) && isnan(exact) ? 0 : 1e30;
    if (exact == 0) return computed == 0 ? 0 : 1e30;
    int exponent;
    frexp(exact, &exponent);
    if (exponent > limits::max_exponent || std::isinf(computed)) {
        number const beyond = ldexp(number(1) - ldexp(number(1), -limits::digits - 1), limits::max_exponent);
        return std::isinf(computed) && abs(exact) >= beyond * (1 - limits::epsilon()) && (exact > 0) == (computed > 0)
                   ? 0
                   : 1e30;
    }
    number const unit = ldexp(number(1), std::max(exponent, limits::min_exponent) - limits::digits);
    return static_cast<double>(number(abs(number(computed) - exact) / unit));
}

struct record {
    double worst = 0;
    int count = 0;
};

/// A long double of more than 64 bits agrees to 64 bits: so many are left over.
template <class T> constexpr int left_over = std::numeric_limits<T>::digits > 64 ? std::numeric_limits<T>::digits - 64 : 0;

/// An error up to `negligible` is not counted.
template <class T, class Ours, class Reference>
void examine(std::string const& name, range const& r, Ours ours, Reference reference, double bound, int count, double negligible) {
    record seen;
    T at = 0;
    for (T x : points<T>(r, count, 20240229)) {
        T const computed = ours(x);
        number exact = reference(x);
        if (negligible > 0 && std::isfinite(computed) && isfinite(exact))
            exact += std::clamp(number(number(computed) - exact), number(-negligible), number(negligible));
        double const d = distance<T>(computed, exact);
        if (!(d <= seen.worst)) seen.worst = d, at = x;
        ++seen.count;
    }
    std::printf("%-14s %3d bits %6d points, worst %.4f ulp at %.20Lg\n", name.c_str(), std::numeric_limits<T>::digits,
                seen.count, seen.worst, static_cast<long double>(at));
    INFO(name << ", " << std::numeric_limits<T>::digits << " bits, at " << at << ": " << ours(at) << ", exactly "
              << reference(at));
    CHECK(seen.count >= count);
    CHECK(seen.worst <= std::ldexp(bound, left_over<T>));
}

template <class T, class Ours, class Reference>
void examine_pairs(std::string const& name, range const& rx, range const& ry, Ours ours, Reference reference,
                   double bound, int count) {
    std::vector<T> const xs = points<T>(rx, count, 1), ys = points<T>(ry, count, 2);
    record seen;
    T x_at = 0, y_at = 0;
    for (std::size_t i = 0; i < xs.size() + ys.size(); ++i) {
        T const x = xs[i % xs.size()], y = ys[(i + i / 7) % ys.size()];
        double const d = distance<T>(ours(x, y), reference(x, y));
        if (!(d <= seen.worst)) seen.worst = d, x_at = x, y_at = y;
        ++seen.count;
    }
    std::printf("%-14s %3d bits %6d points, worst %.4f ulp at %.20Lg, %.20Lg\n", name.c_str(),
                std::numeric_limits<T>::digits, seen.count, seen.worst, static_cast<long double>(x_at),
                static_cast<long double>(y_at));
    INFO(name << ", " << std::numeric_limits<T>::digits << " bits, at " << x_at << ", " << y_at << ": "
              << ours(x_at, y_at) << ", exactly " << reference(x_at, y_at));
    CHECK(seen.count >= count);
    CHECK(seen.worst <= std::ldexp(bound, left_over<T>));
}

template <class Ours, class Reference>
void examine(std::string const& name, range const& r, Ours ours, Reference reference, int count = cases(1200),
             double negligible = 0) {
    examine<float>(name, r, ours, reference, 0.501, count, negligible);
    examine<double>(name, r, ours, reference, 0.501, count, negligible);
    examine<long double>(name, r, ours, reference, 0.51, count, negligible);
}

template <class Ours, class Reference>
void examine_pairs(std::string const& name, range const& rx, range const& ry, Ours ours, Reference reference) {
    examine_pairs<float>(name, rx, ry, ours, reference, 0.501, cases(3000));
    examine_pairs<double>(name, rx, ry, ours, reference, 0.501, cases(3000));
    examine_pairs<long double>(name, rx, ry, ours, reference, 0.51, cases(3000));
}

}  // namespace

#define OURS(function) [](auto x) { return a::function(x); }
#define REFERENCE(formula) [](number x) -> number { return formula; }

namespace {

range const positive{0, infinite, 100}, near{-infinite, infinite, 5};

}  // namespace

TEST_CASE("exponentials and logarithms") {
    namespace constants = boost::math::constants;
    examine("exp", everything, OURS(exp), REFERENCE(exponential(x)));
    examine("exp2", everything, OURS(exp2), REFERENCE(exponential(number(x * constants::ln_two<number>()))));
    examine("expm1", everything, OURS(expm1), REFERENCE(exponential_minus_one(x)));
    examine("log", positive, OURS(log), REFERENCE(logarithm(x)));
    examine("log2", positive, OURS(log2), REFERENCE(logarithm(x) / constants::ln_two<number>()));
    examine("log10", positive, OURS(log10), REFERENCE(logarithm(x) / constants::ln_ten<number>()));
    examine("log1p", {-1 + 1e-19L, infinite, 2}, OURS(log1p), REFERENCE(logarithm_one_plus(x)));
}

TEST_CASE("roots and powers") {
    examine("sqrt", positive, OURS(sqrt), REFERENCE(sqrt(x)));
    examine("cbrt", everything, OURS(cbrt), REFERENCE((x < 0 ? -1 : 1) * exp(log(abs(x)) / 3)));
    examine_pairs(
        "hypot", near, near, [](auto x, auto y) { return a::hypot(x, y); },
        [](number x, number y) -> number { return sqrt(number(x * x + y * y)); });
    auto const ours = [](auto x, auto y) { return a::pow(x, y); };
    auto const reference = [](number x, number y) -> number { return exponential(number(y * logarithm(x))); };
    examine_pairs("pow", positive, near, ours, reference);
    examine_pairs("pow, moderate", {0, 100, 10}, {-1000, 1000, 100}, ours, reference);
    examine_pairs("pow, near 1", {0.5L, 2, 1, {1}}, everything, ours, reference);
    examine_pairs(
        "pow, negative", {-infinite, 0, 10}, {-1000, 1000, 100},
        [](auto x, auto y) { return a::pow(x, std::round(y)); },
        [](auto x, auto y) -> number {
            number const value = exponential(number(std::round(y) * logarithm(number(-x))));
            return std::fmod(std::round(y), 2) == 0 ? value : number(-value);
        });
}

TEST_CASE("trigonometric functions and their inverses") {
    double const quarter = 1.5707963267948966;
    range const angles{-infinite, infinite, 100, {quarter, 2 * quarter, 3 * quarter, 4 * quarter, 1e5 * quarter}},
        unit{-1, 1, 1};
    examine("sin", angles, OURS(sin), [](auto x) { return wave(x, 0); });
    examine("cos", angles, OURS(cos), [](auto x) { return wave(x, 1); });
    examine("tan", angles, OURS(tan), [](auto x) -> number { return wave(x, 0) / wave(x, 1); });
    examine("asin", unit, OURS(asin), REFERENCE(arc_tangent(x, sqrt(number((1 - x) * (1 + x))))));
    examine("acos", unit, OURS(acos), REFERENCE(arc_tangent(sqrt(number((1 - x) * (1 + x))), x)));
    examine("atan", near, OURS(atan), REFERENCE(arc_tangent(x)));
    examine_pairs(
        "atan2", near, near, [](auto y, auto x) { return a::atan2(y, x); },
        [](number y, number x) { return arc_tangent(y, x); });
}

TEST_CASE("hyperbolic functions and their inverses") {
    examine("sinh", everything, OURS(sinh),
            REFERENCE((exponential_minus_one(x) - exponential_minus_one(number(-x))) / 2));
    examine("cosh", everything, OURS(cosh), REFERENCE((exponential(x) + exponential(number(-x))) / 2));
    examine("tanh", near, OURS(tanh),
            REFERENCE(x > 100 ? number(1)
                              : exponential_minus_one(number(2 * x)) / (exponential_minus_one(number(2 * x)) + 2)));
    examine("asinh", near, OURS(asinh),
            REFERENCE((x < 0 ? -1 : 1) * logarithm_one_plus(number(abs(x) + x * x / (1 + sqrt(number(1 + x * x)))))));
    examine("acosh", {1, infinite, 10, {1}}, OURS(acosh),
            REFERENCE(logarithm_one_plus(number(x - 1 + sqrt(number((x - 1) * (x + 1)))))));
    examine("atanh", {-1 + 1e-19L, 1 - 1e-19L, 1}, OURS(atanh),
            REFERENCE(logarithm_one_plus(number(2 * x / (1 - x))) / 2));
}

TEST_CASE("error function") {
    range const bell{-infinite, infinite, 30, {4, 8}};
    examine("erf", bell, OURS(erf), REFERENCE(abs(x) > 20 ? number(x < 0 ? -1 : 1) : boost::math::erf(x)));
    examine("erfc", bell, OURS(erfc),
            REFERENCE(x < -20   ? number(2)
                      : x > 150 ? ldexp(number(1), -100000)
                                : boost::math::erfc(x)));
}

TEST_CASE("gamma function and its logarithmic derivatives") {
    number const undefined = std::numeric_limits<number>::quiet_NaN(), far = ldexp(number(1), 100000);
    auto const pole = [](number const& x) { return x <= 0 && floor(x) == x; };
    range const wide{-infinite, infinite, 180, {1, 2, -1, -2, -3, -2.4570247382208006, -3.1435808883499798}},
        moderate{-1e6L, infinite, 30, {1.4616321449683622, -0.5040830082644554, -1, -2}};
    auto const log_gamma = [](number const& x) -> number {
        if (x > number("1e4936")) return x;
        return x > 0 && x < 1e-30 ? number(-log(x)) : boost::math::lgamma(x);
    };
    examine("tgamma", wide, OURS(tgamma), [&](number x) -> number {
        if (x < 0 && pole(x)) return undefined;
        if (abs(x) > 3000) return x > 0 ? far : wave_of_half_turns(x, 0) / far;
        if (abs(x) < 1e-50) return 1 / x;
        if (x < 0)
            return boost::math::constants::pi<number>() /
                   (wave_of_half_turns(x, 0) * boost::math::tgamma(number(1 - x)));
        return boost::math::tgamma(x);
    });
    examine(
        "lgamma", wide, OURS(lgamma),
        [&](number x) -> number {
            if (x <= 0 && pole(x)) return far;
            if (x < 0)
                return log(number(boost::math::constants::pi<number>() / abs(wave_of_half_turns(x, 0)))) -
                       log_gamma(number(1 - x));
            return log_gamma(x);
        },
        400, 0x1p-118);  // beside zeros below 0, where terms of 40 and more, of 120 bits, cancel
    auto const digamma = [](number const& x) -> number {
        if (x < 1e-25) return -1 / x - boost::math::constants::euler<number>();
        return x > 1e30 ? log(x) : boost::math::digamma(x);
    };
    examine("digamma", wide, OURS(digamma), [&](number x) -> number {
        if (pole(x)) return undefined;
        if (x > 0) return digamma(x);
        return digamma(number(1 - x)) -
               boost::math::constants::pi<number>() * wave_of_half_turns(x, 1) / wave_of_half_turns(x, 0);
    });
    for (int n : {1, 2, 3, 8, 20})
        examine(
            "polygamma(" + std::to_string(n) + ")", {-40, 1e30L, 20, {1, -1.5, -1, -2}},
            [n](auto x) { return a::polygamma(n, x); },
            [&](number x) -> number {
                if (pole(x)) return n % 2 == 0 ? undefined : far;
                return derivative_of_digamma(n, x);
            },
            100);
}
