#pragma once

// What is checked of the problems of Moré, Garbow and Hillstrom: value, gradient and Hessian at two points each, and what the paper says of starts and minima.

#include "mgh_models.hpp"

#include "catch.hpp"
#include "json_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstdio>
#include <string>
#include <vector>

namespace mgh {

inline Eigen::ArrayXd rows(std::initializer_list<double> numbers) { return Eigen::Map<Eigen::ArrayXd const>(numbers.begin(), static_cast<Eigen::Index>(numbers.size())); }
inline Eigen::ArrayXd steps(Eigen::Index count, double by) { return Eigen::ArrayXd::LinSpaced(count, 1, static_cast<double>(count))*by; }

template <int N>
constexpr auto variables_of() {
    return [&]<int... I>(std::integer_sequence<int, I...>) {
        return wrt(x[constant<I>{}]...);
    }(std::make_integer_sequence<int, N>{});
}

struct values_at {
    double f = 0;
    std::vector<double> gradient, hessian;
};
template <int N, class E, class... Data>
values_at derived(E e, std::vector<double> const& at, Data const&... data) {
    constexpr auto by = variables_of<N>();
    auto const [f, g, h] = evaluate(outputs(e, gradient(e, by), hessian(e, by)), from_vector(by, Eigen::VectorXd::Map(at.data(), N)), data...);
    return {f, {std::begin(g.values), std::end(g.values)}, {std::begin(h.values), std::end(h.values)}};
}
/// The Hessian by complex steps of the gradient, which lose no digits: where the folder has none.
template <int N, class E>
std::vector<double> stepped(E e, std::vector<double> const& at) {
    constexpr auto by = variables_of<N>();
    constexpr double step = 1e-30;
    std::vector<double> hessian;
    for (int k = 0; k < N; ++k) {
        Eigen::VectorXcd moved = Eigen::VectorXd::Map(at.data(), N).template cast<std::complex<double>>();
        moved[k] += std::complex<double>(0, step);
        for (std::complex<double> const& each : evaluate(gradient(e, by), from_vector(by, moved)).values) hessian.push_back(each.imag()/step);
    }
    return hessian;
}

inline std::vector<double> as_doubles(std::vector<std::string> const& numbers) {
    std::vector<double> result;
    for (std::string const& each : numbers) result.push_back(std::strtod(each.c_str(), nullptr));
    return result;
}
/// How many digits agree, by the largest error and the largest number; 16 if all do.
inline double digits(std::vector<double> const& got, std::vector<double> const& expected) {
    REQUIRE(got.size() == expected.size());
    double error = 0, scale = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        error = std::max(error, std::isfinite(got[i]) ? std::abs(got[i] - expected[i]) : HUGE_VAL);
        scale = std::max(scale, std::abs(expected[i]));
    }
    return error == 0 ? 16 : std::min(16.0, -std::log10(error/scale));
}

using numbers = std::vector<double>;
inline constexpr double unknown = NAN;  // no number that can be stated by hand

struct problem {
    char const *name, *file;
    values_at (*derive)(std::vector<double> const&);
    std::vector<double> (*step)(std::vector<double> const&);
    std::vector<double> start, minimum;  // one of those known exactly, if there is one
    double f_at_start, f_at_minimum;
};

/// The values at the start and the minimum that can be stated by hand.
inline void check_known(problem const& p) {
    INFO(p.name);
    if (!std::isnan(p.f_at_start)) CHECK(p.derive(p.start).f == Approx(p.f_at_start).epsilon(1e-14));
    if (p.minimum.empty()) return;
    values_at const least = p.derive(p.minimum);
    CHECK(least.f == Approx(p.f_at_minimum).margin(1e-25));
    for (double const each : least.gradient) CHECK(std::abs(each) < 1e-12);
    for (std::size_t i = 0, n = p.start.size(); i < n; ++i) CHECK(least.hessian[i*n + i] >= 0);
}

#ifdef LEIBNIZ_REFERENCE_DATA
/// Value, gradient and Hessian at the two points of the folder: at least twelve digits.
inline void check_points(problem const& p) {
    INFO(p.name);
    std::string const text = read_file(std::string(LEIBNIZ_REFERENCE_DATA "/mgh/") + p.file + ".json");
    for (char const* const point : {"at_x0", "at_x1"}) {
        std::string_view const there = json_value(text, point);
        auto const given = [&](char const* key) { return as_doubles(json_numbers(json_value(there, key))); };
        numbers const at = given("x"), hessian = given("hess");
        REQUIRE(at.size() == p.start.size());
        REQUIRE((hessian.empty() == (p.step != nullptr)));
        values_at const got = p.derive(at);
        double const f = digits({got.f}, given("f")), g = digits(got.gradient, given("grad"));
        double const h = digits(got.hessian, p.step != nullptr ? p.step(at) : hessian);
        std::printf("%-28s %s: value %4.1f digits, gradient %4.1f, Hessian %4.1f%s\n", p.name, point + 3, f, g, h, p.step != nullptr ? " by complex steps" : "");
        CHECK(f >= 12);
        CHECK(g >= 12);
        CHECK(h >= 12);
    }
}
#else
inline void check_points(problem const&) {}
#endif

}  // namespace mgh
