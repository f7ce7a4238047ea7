// Every function of the table over columns agrees with its scalar value: floats and doubles, whatever vector function
// computes it, at every length of a last lane and at all points of its domain; compiled and read at run time.
#include <leibniz/eigen.hpp>
#include <leibniz/eigen/parse.hpp>

#include "../catch.hpp"
#include "all.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

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

/// The function over columns of its arguments.
template <class F, class Column>
Column over_columns(Column const& us, Column const& vs, Column const& ws) {
    if constexpr (F::arity == 1) return evaluate(of_symbols<F>(), u = us);
    else if constexpr (F::arity == 2) return evaluate(of_symbols<F>(), u = us, v = vs);
    else return evaluate(of_symbols<F>(), u = us, v = vs, w = ws);
}
/// And as a model that is known at run time only.
template <class F, class Column>
Column over_columns(model const& m, Column const& us, Column const& vs, Column const& ws) {
    if constexpr (F::arity == 1) return evaluate(m, bind("u", us))[0].column;
    else if constexpr (F::arity == 2) return evaluate(m, bind("u", us), bind("v", vs))[0].column;
    else return evaluate(m, bind("u", us), bind("v", vs), bind("w", ws))[0].column;
}

struct tally {
    int functions = 0, compared = 0, at_run_time = 0;
};

template <class F, class T>
void compare(Eigen::Array<T, Eigen::Dynamic, 1> const& us, Eigen::Array<T, Eigen::Dynamic, 1> const& vs,
             Eigen::Array<T, Eigen::Dynamic, 1> const& ws, tally& t) {
    auto const values = over_columns<F>(us, vs, ws);
    for (Eigen::Index i = 0; i < us.size(); ++i) {
        T const stated = stated_value<F>(std::array{us[i], vs[i], ws[i]});
        ++t.compared;
        if (close(values[i], stated)) continue;
        INFO(F::text << " at " << us[i] << ", " << vs[i] << ", row " << i << " of " << us.size() << ": " << values[i] << ", not " << stated);
        REQUIRE(close(values[i], stated));
    }
}

/// At every length of a last lane, over the intervals of the domain in turn.
template <class F, class T>
void compare_lengths(tally& t) {
    interval_list const pieces = domain_of<F>(0);
    int turn = 0;
    for (int length : {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 100}) {
        using column = Eigen::Array<T, Eigen::Dynamic, 1>;
        interval const& first = pieces[turn++ % pieces.size()];
        T const low = first.low < -20 ? T(-20) : T(first.low + 0.01), high = first.high > 20 ? T(20) : T(first.high - 0.01);
        column us = column::LinSpaced(length, low, high);
        if (is_whole<F, 0>) us = us.round();
        column const vs = column::LinSpaced(length, T(0.1), T(3)), ws = vs.reverse();
        compare<F>(us, vs, ws, t);
    }
}

/// At the points of the other laws.
template <class F, class T>
void compare_points(tally& t) {
    std::array<std::vector<T>, 3> at;
    at_every_point<F>([&](std::array<double, 3> const& point) {
        for (std::size_t k = 0; k < 3; ++k) at[k].push_back(static_cast<T>(point[k]));
    });
    using column = Eigen::Array<T, Eigen::Dynamic, 1>;
    auto const count = static_cast<Eigen::Index>(at[0].size());
    column const us = Eigen::Map<column>(at[0].data(), count), vs = Eigen::Map<column>(at[1].data(), count), ws = Eigen::Map<column>(at[2].data(), count);
    compare<F>(us, vs, ws, t);

    model const read = parse(text(of_symbols<F>()));
    column const compiled = over_columns<F>(us, vs, ws), interpreted = over_columns<F>(read, us, vs, ws);
    for (Eigen::Index i = 0; i < count; ++i) {
        ++t.at_run_time;
        INFO(F::text << " at " << us[i] << ", " << vs[i] << ": " << compiled[i] << ", at run time " << interpreted[i]);
        REQUIRE(close(interpreted[i], compiled[i]));
    }
}

}  // namespace

TEST_CASE("columns of floats and doubles agree with scalars, function by function") {
    tally t;
    for_every_function([&]<class F>(F) {
        compare_lengths<F, float>(t), compare_lengths<F, double>(t);
        compare_points<F, float>(t), compare_points<F, double>(t);
        ++t.functions;
    });
    std::printf("columns = scalars: %d functions, %d values; %d of models read at run time\n", t.functions, t.compared, t.at_run_time);
    REQUIRE(t.functions >= 68);
    REQUIRE(t.at_run_time >= 2 * 20 * t.functions);
    REQUIRE(t.compared == t.functions * 2 * 242 + t.at_run_time);
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
