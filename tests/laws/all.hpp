#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/rules/listed.hpp>

#include <boost/hana/for_each.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <vector>

/// For every row of the function table that is a function of numbers; reductions have laws of their own.
template <class Law>
void for_every_function(Law law) {
    boost::hana::for_each(leibniz::all_functions, [&]<class F>(F row) {
        if constexpr (F::meaning != leibniz::role::reduction) law(row);
    });
}

/// Whether the value of a row and of its derivatives can be computed in complex numbers: what <complex> has, and what is
/// made of that.
template <class F>
inline constexpr bool has_complex_value = !requires { F::kinks; };
template <class F>
    requires std::same_as<F, leibniz::cube_root> || std::same_as<F, leibniz::angle> ||
             std::same_as<F, leibniz::inverse_hyperbolic_cosecant> || std::same_as<F, leibniz::error_function> ||
             std::same_as<F, leibniz::complementary_error_function> || std::same_as<F, leibniz::gamma_function> ||
             std::same_as<F, leibniz::log_gamma> || std::same_as<F, leibniz::digamma_function> ||
             std::same_as<F, leibniz::polygamma_function> || std::same_as<F, leibniz::gaussian_unit>
inline constexpr bool has_complex_value<F> = false;

template <>
inline constexpr bool has_complex_value<leibniz::power> = true;  // the kinks of these lie outside of their domains
template <>
inline constexpr bool has_complex_value<leibniz::hypotenuse> = true;
template <>
inline constexpr bool has_complex_value<leibniz::product_with_logarithm> = true;

/// Whether the derivative of a row is that of its value; what is held constant has none on purpose.
template <class F>
inline constexpr bool is_differentiated = true;
template <>
inline constexpr bool is_differentiated<leibniz::held_constant> = false;

/// Whether argument K of a row is a whole number, by which there is no derivative.
template <class F, int K>
inline constexpr bool is_whole = false;
template <>
inline constexpr bool is_whole<leibniz::polygamma_function, 0> = true;

/// Where argument k of a row lies.
template <class F>
constexpr leibniz::interval domain_of([[maybe_unused]] std::size_t k) {
    if constexpr (requires { F::domains; }) return F::domains[k];
    else return F::domain;
}

constexpr std::size_t point_count = 23;

using point_list = std::array<double, point_count>;

/// At least 20 points inside a domain, near its ends and far from them; all greater by `shift` where that is the line.
constexpr point_list points_in(leibniz::interval domain, double shift = 0) {
    point_list all{};
    bool const from_below = domain.low > -leibniz::infinity, to_above = domain.high < leibniz::infinity;
    double steps = 0.05;  // to 16
    for (int k = 0; k < static_cast<int>(point_count); ++k, steps *= 1.3) {
        double const share = (k + 0.5) / 23.0;
        double& point = all[static_cast<std::size_t>(k)];
        if (from_below && to_above) point = domain.low + share * (domain.high - domain.low);
        else if (from_below) point = domain.low + steps;
        else if (to_above) point = domain.high - steps;
        else point = 0.27 * (k - 11) + shift;  // -2.97 to 2.97, 0 among them
    }
    return all;
}

/// The points of argument K of a row, none of them at a kink.
template <class F, int K>
constexpr point_list points_of() {
    if constexpr (is_whole<F, K>) {
        point_list whole{};
        for (std::size_t k = 0; k < point_count; ++k) whole[k] = static_cast<double>(k % 5);
        return whole;
    } else {
        return points_in(domain_of<F>(K), requires { F::kinks; } ? 0.1037 + 0.0519 * K : 0);
    }
}

/// check(at) for points (u), (u, v) or (u, v, w) of the domain.
template <class F, class Check>
constexpr void at_every_point(Check check) {
    point_list const us = points_of<F, 0>(), vs = points_of<F, F::arity == 1 ? 0 : 1>(), ws = points_of<F, F::arity - 1>();
    for (std::size_t i = 0; i < point_count; ++i) {
        if constexpr (F::arity == 1) {
            check(std::array{us[i], 0.0, 0.0});
        } else {
            for (std::size_t j : {i, 22 - i, (7 * i + 3) % 23}) check(std::array{us[i], vs[j], F::arity == 3 ? ws[(5 * i + j) % 23] : 0.0});
        }
    }
}

/// The function of as many of the symbols u, v, w as it takes.
template <class F>
constexpr auto of_symbols() {
    using leibniz::call, leibniz::symbol;
    if constexpr (F::arity == 1) return call<F, symbol<"u">>{};
    else if constexpr (F::arity == 2) return call<F, symbol<"u">, symbol<"v">>{};
    else return call<F, symbol<"u">, symbol<"v">, symbol<"w">>{};
}

/// The value that the block states.
template <class F, class T>
constexpr T stated_value(std::array<T, 3> const& at) {
    if constexpr (F::arity == 1) return F::value(at[0]);
    else if constexpr (F::arity == 2) return F::value(at[0], at[1]);
    else return F::value(at[0], at[1], at[2]);
}
