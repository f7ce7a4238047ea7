// At infinite arguments every function of one argument, its first derivative, and what is made of exponentials in the
// second, have their limits, where there are any: what they approach at 1e30 and at 1e300. Floats have them, too, and
// columns have what scalars have, at zeros of both signs and the least numbers as well.
#include <leibniz/eigen/parse.hpp>

#include "../catch.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

using namespace leibniz;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// What a function approaches that has these values at 1e30 and at 1e300; no number where that cannot be seen.
double limit_of(double far, double farther) {
    if (std::abs(farther - far) <= 1e-12 * std::abs(farther)) return farther;
    if (std::abs(far) < 1e-10 && std::abs(farther) <= std::abs(far)) return 0;
    if (std::abs(farther) > 4 * std::abs(far) && std::abs(far) > 10) return std::copysign(infinite, farther);
    return std::nan("");
}

template <class T>
T value(model const& m, T at) { return evaluate(m, std::vector<named_binding<T>>{{"u", at}}); }

template <class T>
bool close(T a, T b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return a == b || std::abs(a - b) <= 64 * std::numeric_limits<T>::epsilon() * std::abs(b) + 8 * std::numeric_limits<T>::min();
}

struct tally {
    int limits = 0, at_columns = 0;
};

void check_limits(std::string const& name, model const& m, tally& t) {
    for (double sign : {1.0, -1.0}) {
        double const limit = limit_of(value(m, sign * 1e30), value(m, sign * 1e300));
        if (std::isnan(limit)) continue;
        double const at_infinity = value(m, sign * infinite);
        float const of_floats = value(m, static_cast<float>(sign * infinite));
        INFO(name << " at " << sign * infinite << ": " << at_infinity << " and " << of_floats << ", not " << limit);
        CHECK(close(at_infinity, limit));
        CHECK(close(of_floats, static_cast<float>(limit)));
        ++t.limits;
    }
}

template <class T>
void check_columns(std::string const& name, model const& m, tally& t) {
    constexpr T least = std::numeric_limits<T>::denorm_min(), normal = std::numeric_limits<T>::min(), most = std::numeric_limits<T>::max();
    std::array const at{-T(infinite), -most, T(-1e30), T(-800), T(-20), T(-1), -normal, -least, -T(0), T(0), least, normal, T(1), T(20), T(800), T(1e30), most, T(infinite), T(std::nan(""))};
    Eigen::Array<T, Eigen::Dynamic, 1> const us = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1> const>(at.data(), static_cast<Eigen::Index>(at.size()));
    Eigen::Array<T, Eigen::Dynamic, 1> const column = evaluate(m, bind("u", us))[0].column;
    for (Eigen::Index i = 0; i < us.size(); ++i) {
        T const scalar = value(m, us[i]);
        INFO(name << " at " << us[i] << ": in a column " << column[i] << ", else " << scalar);
        CHECK(close(column[i], scalar));
        ++t.at_columns;
    }
}

}  // namespace

TEST_CASE("infinite arguments have limits, columns what scalars have") {
    tally t;
    for (function const* row : detail::rows_of<every_function_list, constant_list>::all) {
        if (row->arity != 1 || row->meaning != role::none) continue;
        std::string const name = std::string(row->name) + "(u)";
        model const m = parse(name), slope = diff(m, "u");
        check_limits(name, m, t);
        check_columns<double>(name, m, t), check_columns<float>(name, m, t);
        if (slope.symbols().empty()) continue;
        if (name != "erfcx(u)")  // its derivative is infinity times 0 there
            check_limits("the derivative of " + name, slope, t);
        check_columns<double>("the derivative of " + name, slope, t), check_columns<float>("the derivative of " + name, slope, t);
    }
    for (char const* smooth : {"erf(u)", "erfc(u)", "gelu(u)", "exp(-u^2)", "u^3*exp(-u^2/2)"}) {
        model const curvature = diff(diff(parse(smooth), "u"), "u");
        check_limits(std::string("the second derivative of ") + smooth, curvature, t);
    }
    std::printf("infinite arguments: %d limits; %d values of columns\n", t.limits, t.at_columns);
    CHECK(t.limits > 130);
    CHECK(t.at_columns > 3000);
}

TEST_CASE("what merely looks like a decay is no number far out") {
    for (char const* none : {"u*exp(-v^2)", "u*v*sigmoid(-u)", "u*sigmoid(v)*(1 - sigmoid(u))"}) {
        model const m = parse(none);
        INFO(none);
        CHECK(std::isnan(double(evaluate(m, bind("u", infinite), bind("v", -infinite)))));
    }
    CHECK(double(evaluate(parse("u*exp(-u^2/2)/sqrt(2*pi)"), bind("u", infinite))) == 0);
}
