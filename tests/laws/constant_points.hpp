#pragma once

#include <cmath>
#include <limits>
#include <random>
#include <vector>

// The arguments at which laws examine the functions of constant expressions.

/// Where a function is examined: all numbers of [low, high], and more closely [-window, window] and the special points.
struct range {
    long double low, high, window;
    std::vector<double> special = {};
};
inline constexpr long double infinite = std::numeric_limits<long double>::infinity();

template <class T>
std::vector<T> points(range const& r, int count, unsigned seed) {
    using limits = std::numeric_limits<T>;
    std::mt19937_64 generator(seed);
    std::uniform_int_distribution<int> exponents(limits::min_exponent - limits::digits, limits::max_exponent - 1),
        middle(-limits::digits, 12);
    std::uniform_real_distribution<long double> fractions(0.5L, 1), all(-1, 1);
    std::vector<T> result;
    auto const add = [&](long double x) {
        T const rounded = static_cast<T>(x);
        if (rounded != 0 && rounded >= r.low && rounded <= r.high && std::isfinite(rounded)) result.push_back(rounded);
    };
    for (int i = 0; i < count; ++i) {
        long double const sign = i % 2 == 0 ? 1 : -1;
        add(sign * std::ldexp(fractions(generator), exponents(generator)));
        add(sign * std::ldexp(fractions(generator), middle(generator)));
        add(r.window * all(generator));
        add(1 + sign * std::ldexp(fractions(generator), -i % limits::digits));
        add(std::round(r.window * all(generator)));
        for (double x : r.special) add(x + x * all(generator) * std::ldexp(1.0L, -i % limits::digits));
    }
    for (T x :
         {limits::denorm_min(), limits::min(), limits::max(), T(1), 1 + limits::epsilon(), 1 - limits::epsilon() / 2})
        add(x), add(-x);
    return result;
}

inline range const everything{-infinite, infinite, 800};
