// Every function of the table over columns agrees with its scalar value: floats and doubles, whatever vector function
// computes it, at every length of a last lane.
#include <leibniz/eigen.hpp>
#include <leibniz/rules/all.hpp>

#include "../catch.hpp"

#include <boost/hana/for_each.hpp>

#include <cmath>
#include <limits>

using namespace leibniz;

namespace {

constexpr symbol<"u"> u;
constexpr symbol<"v"> v;
constexpr symbol<"w"> w;

/// Equal to a few units in the last place, or both infinite, or both no number.
template <class T>
bool close(T a, T b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    if (std::isinf(a) || std::isinf(b)) return a == b;
    return std::abs(a - b) <= 8 * std::numeric_limits<T>::epsilon() * std::abs(b) + std::numeric_limits<T>::min();
}

template <class T, class F>
int compare(F) {
    int compared = 0;
    for (int length : {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 100}) {
        using column = Eigen::Array<T, Eigen::Dynamic, 1>;
        interval const first = F::domain;
        T const low = first.low < -20 ? T(-20) : T(first.low + 0.01), high = first.high > 20 ? T(20) : T(first.high - 0.01);
        column us = column::LinSpaced(length, low, high);
        if (std::same_as<F, polygamma_function>) us = us.round();
        column const vs = column::LinSpaced(length, T(0.1), T(3)), ws = vs.reverse();
        for (int i = 0; i < length; ++i) {
            T column_value, scalar_value;
            if constexpr (F::arity == 1) {
                constexpr call<F, symbol<"u">> e;
                column_value = evaluate(e, u = us)[i];
                scalar_value = evaluate(e, u = us[i]);
            } else if constexpr (F::arity == 2) {
                constexpr call<F, symbol<"u">, symbol<"v">> e;
                column_value = evaluate(e, u = us, v = vs)[i];
                scalar_value = evaluate(e, u = us[i], v = vs[i]);
            } else {
                constexpr call<F, symbol<"u">, symbol<"v">, symbol<"w">> e;
                column_value = evaluate(e, u = us, v = vs, w = ws)[i];
                scalar_value = evaluate(e, u = us[i], v = vs[i], w = ws[i]);
            }
            INFO(F::text << " at " << us[i] << ", row " << i << " of " << length << ": " << column_value << ", " << scalar_value);
            REQUIRE(close(column_value, scalar_value));
            ++compared;
        }
    }
    return compared;
}

}  // namespace

TEST_CASE("columns of floats and doubles agree with scalars, function by function") {
    int compared = 0, functions = 0;
    boost::hana::for_each(all_functions, [&](auto f) {
        if constexpr (decltype(f)::meaning != role::reduction) {
            compared += compare<float>(f) + compare<double>(f);
            ++functions;
        }
    });
    REQUIRE(functions >= 68);
    REQUIRE(compared == functions * 2 * 242);
}

TEST_CASE("limits and what is no number") {
    double const inf = std::numeric_limits<double>::infinity();
    Eigen::ArrayXd us(8);
    us << -inf, -800, -0.0, 0.0, 800, inf, std::nan(""), 1;
    auto const same = [&](auto e) {
        Eigen::ArrayXd const values = evaluate(e, u = us);
        for (int i = 0; i < 8; ++i) {
            INFO(us[i] << ": " << values[i]);
            CHECK(close(values[i], evaluate(e, u = us[i])));
        }
    };
    same(exp(u));
    same(log(u));
    same(tanh(u));
    same(sigmoid(u));
    same(sqrt(u));

    Eigen::ArrayXf const large = Eigen::ArrayXf::Constant(9, std::numeric_limits<float>::infinity());
    for (float root : evaluate(sqrt(u), u = large)) CHECK(std::isinf(root));
}
