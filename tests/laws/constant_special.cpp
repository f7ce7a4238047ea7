// The functions of constant expressions, here at run time, are those of the C library wherever nothing is rounded: at zeros,
// infinities, what is no number, and poles, with their signs; roundings and remainders at seeded points of the whole range.
#include <leibniz/arithmetic/functions.hpp>

#include "../catch.hpp"
#include "constant_points.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace a = leibniz::arithmetic;

namespace {

/// Both no number, or equal; zeros with their signs.
template <class T>
bool same(T x, T y) {
    return std::isnan(x) ? std::isnan(y) : x == y && std::signbit(x) == std::signbit(y);
}

template <class T, class F>
void examine_exact(std::string const& name, F pair) {
    std::vector<T> const xs = points<T>(everything, 1000, 3), ys = points<T>(everything, 1000, 4);
    for (std::size_t i = 0; i < xs.size(); ++i)
        for (T y : {ys[i], static_cast<T>(xs[i] / 3), static_cast<T>(xs[i] / 2 + ys[i])}) {
            auto const [ours, theirs] = pair(xs[i], y);
            INFO(name << " of " << xs[i] << ", " << y << ": " << ours << ", " << theirs);
            REQUIRE(same(ours, theirs));
        }
    std::printf("%-14s %3d bits %6zu points, exact\n", name.c_str(), std::numeric_limits<T>::digits, 3 * xs.size());
}
template <class F>
void examine_exact(std::string const& name, F pair) {
    examine_exact<float>(name, pair), examine_exact<double>(name, pair), examine_exact<long double>(name, pair);
}

/// Numbers, zeros and infinities are those of the C library at every special argument, or pair of them.
template <class T, class Pair>
void examine_special(char const* name, int arity, Pair pair) {
    using limits = std::numeric_limits<T>;
    T const last_bit = std::max(limits::epsilon(), T(0x1p-63L));  // a long double of more than 64 bits agrees to 64
    std::vector<T> special{limits::quiet_NaN()};
    for (T x : {T(0), limits::denorm_min(), limits::min(), T(0.5), T(1), T(1.5), T(2), T(3), 1 / limits::epsilon() - 1,
                4 / limits::epsilon(), limits::max(), limits::infinity()})
        special.push_back(x), special.push_back(-x);
    int compared = 0;
    for (T x : special)
        for (T y : special) {
            auto const [ours, theirs] = pair(x, y);
            INFO(name << " of " << x << (arity == 2 ? ", " : " alone, not ") << y << ": " << ours << ", " << theirs);
            if (std::isfinite(theirs) && theirs != 0)
                REQUIRE(std::abs(ours - theirs) <=
                        16 * last_bit * std::abs(theirs) + 16 * limits::denorm_min());
            else
                REQUIRE(same(ours, theirs));
            ++compared;
            if (arity == 1) break;
        }
    std::printf("%-14s %3d bits %6d special points\n", name, limits::digits, compared);
}
template <class Pair>
void examine_special(char const* name, int arity, Pair pair) {
    examine_special<float>(name, arity, pair), examine_special<double>(name, arity, pair),
        examine_special<long double>(name, arity, pair);
}

}  // namespace

#define UNARY(function) #function, 1, [](auto x, auto) { return std::pair(a::function(x), std::function(x)); }
#define BINARY(function) #function, 2, [](auto x, auto y) { return std::pair(a::function(x, y), std::function(x, y)); }

TEST_CASE("rounding and remainders are exact") {
    examine_exact("abs", [](auto x, auto) { return std::pair(a::abs(x), std::abs(x)); });
    examine_exact("floor", [](auto x, auto) { return std::pair(a::floor(x), std::floor(x)); });
    examine_exact("ceil", [](auto x, auto) { return std::pair(a::ceil(x), std::ceil(x)); });
    examine_exact("trunc", [](auto x, auto) { return std::pair(a::trunc(x), std::trunc(x)); });
    examine_exact("round", [](auto x, auto) { return std::pair(a::round(x), std::round(x)); });
    examine_exact("fmod", [](auto x, auto y) { return std::pair(a::fmod(x, y), std::fmod(x, y)); });
    examine_exact("copysign", [](auto x, auto y) { return std::pair(a::copysign(x, y), std::copysign(x, y)); });
}

TEST_CASE("special arguments") {
    examine_special(UNARY(abs)), examine_special(UNARY(floor)), examine_special(UNARY(ceil)),
        examine_special(UNARY(trunc));
    examine_special(UNARY(round)), examine_special(UNARY(sqrt)), examine_special(UNARY(cbrt)),
        examine_special(UNARY(exp));
    examine_special(UNARY(exp2)), examine_special(UNARY(expm1)), examine_special(UNARY(log)),
        examine_special(UNARY(log2));
    examine_special(UNARY(log10)), examine_special(UNARY(log1p)), examine_special(UNARY(sin)),
        examine_special(UNARY(cos));
    examine_special(UNARY(tan)), examine_special(UNARY(asin)), examine_special(UNARY(acos)),
        examine_special(UNARY(atan));
    examine_special(UNARY(sinh)), examine_special(UNARY(cosh)), examine_special(UNARY(tanh)),
        examine_special(UNARY(asinh));
    examine_special(UNARY(acosh)), examine_special(UNARY(atanh)), examine_special(UNARY(erf)),
        examine_special(UNARY(erfc));
    examine_special(UNARY(tgamma)), examine_special(UNARY(lgamma));
    examine_special(BINARY(pow)), examine_special(BINARY(atan2)), examine_special(BINARY(hypot)),
        examine_special(BINARY(fmod));
    examine_special(BINARY(copysign));
}
