#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/rules/all.hpp>

#include <boost/hana/for_each.hpp>

#include <cmath>
#include <vector>

/// For every row of the function table that is a function of numbers; reductions have laws of their own.
template <class Law>
void for_every_function(Law law) {
    boost::hana::for_each(leibniz::all_functions, [&]<class F>(F row) {
        if constexpr (F::meaning != leibniz::role::reduction) law(row);
    });
}

/// Whether the value of a row can be computed in complex numbers; <complex> lacks some functions.
template <class F>
inline constexpr bool has_complex_value = true;

/// Whether the derivative of a row is that of its value; what is held constant has none on purpose.
template <class F>
inline constexpr bool is_differentiated = true;
template <>
inline constexpr bool is_differentiated<leibniz::held_constant> = false;

/// At least 20 points inside the domain of a row, near its ends and far from them.
inline std::vector<double> points_in(leibniz::interval domain) {
    std::vector<double> points;
    bool const from_below = domain.low > -leibniz::infinity, to_above = domain.high < leibniz::infinity;
    for (int k = 0; k < 23; ++k) {
        double const share = (k + 0.5) / 23.0, steps = 0.05 * std::pow(1.3, k);  // 0.05 to 16
        if (from_below && to_above) points.push_back(domain.low + share * (domain.high - domain.low));
        else if (from_below) points.push_back(domain.low + steps);
        else if (to_above) points.push_back(domain.high - steps);
        else points.push_back(0.27 * (k - 11));  // -2.97 to 2.97, 0 among them
    }
    return points;
}

/// f(u) or f(u, v) for every point of its domain.
template <class F, class Check>
void at_every_point(Check check) {
    std::vector<double> const points = points_in(F::domain);
    if constexpr (F::arity == 1) {
        for (double u : points) check(u);
    } else {
        for (std::size_t i = 0; i < points.size(); ++i)
            for (std::size_t j : {i, 22 - i, (7 * i + 3) % 23}) check(points[i], points[j]);
    }
}
