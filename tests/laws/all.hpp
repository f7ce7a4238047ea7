#pragma once

#include "regions.hpp"

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

/// Their descriptors.
inline std::vector<leibniz::function const*> functions_of_numbers() {
    std::vector<leibniz::function const*> all;
    for_every_function([&]<class F>(F) {
        if constexpr (F::meaning == leibniz::role::none) all.push_back(&leibniz::row<F>::descriptor);
    });
    return all;
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
             std::same_as<F, leibniz::polygamma_function> || std::same_as<F, leibniz::gaussian_unit> ||
             std::same_as<F, leibniz::normal_cumulative> || std::same_as<F, leibniz::factorial_function> ||
             std::same_as<F, leibniz::cardinal_sine> || std::same_as<F, leibniz::spherical_bessel_function> ||
             std::same_as<F, leibniz::scaled_complementary_error_function> || std::same_as<F, leibniz::log_normal_distribution> ||
             std::same_as<F, leibniz::inverse_error_function> || std::same_as<F, leibniz::inverse_complementary_error_function> ||
             std::same_as<F, leibniz::normal_quantile> || std::same_as<F, leibniz::log_beta> || std::same_as<F, leibniz::log_binomial> ||
             std::same_as<F, leibniz::lower_incomplete_gamma> || std::same_as<F, leibniz::upper_incomplete_gamma> ||
             std::same_as<F, leibniz::incomplete_beta> || std::same_as<F, leibniz::density_of_gamma_distribution> ||
             std::same_as<F, leibniz::density_of_beta_distribution> || std::same_as<F, leibniz::relative_exponential> || std::same_as<F, leibniz::relative_exponential_derivative> ||
             std::same_as<F, leibniz::mish_unit>  // its derivative chooses by sign
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

/// Whether argument K of a row is a whole number.
template <class F, int K>
inline constexpr bool is_whole = false;
template <>
inline constexpr bool is_whole<leibniz::polygamma_function, 0> = true;
template <>
inline constexpr bool is_whole<leibniz::spherical_bessel_function, 0> = true;
template <>
inline constexpr bool is_whole<leibniz::relative_exponential_derivative, 0> = true;

/// Whether a row has no derivative by argument K: neither by whole numbers nor by some shapes.
template <class F, int K>
inline constexpr bool lacks_slope = is_whole<F, K>;
template <>
inline constexpr bool lacks_slope<leibniz::lower_incomplete_gamma, 0> = true;
template <>
inline constexpr bool lacks_slope<leibniz::upper_incomplete_gamma, 0> = true;
template <>
inline constexpr bool lacks_slope<leibniz::incomplete_beta, 0> = true;
template <>
inline constexpr bool lacks_slope<leibniz::incomplete_beta, 1> = true;

/// Whether a row has kinks where several arguments are in some relation: at u = v, or at the origin of the plane.
template <class F>
inline constexpr bool has_joint_kinks = requires { F::kinks; } && !requires { F::smooth; };

constexpr std::size_t point_count = 23;

using point_list = std::array<double, point_count>;

/// At least 20 points of a domain, dealt to all of its intervals, near their ends and far from them; all greater by
/// `shift` where that is the line.
constexpr point_list points_in(interval_list const& pieces, double shift = 0) {
    point_list all{};
    double steps = 0.05;  // to 16
    for (int k = 0; k < static_cast<int>(point_count); ++k, steps *= 1.3) {
        leibniz::interval const& in = pieces[k % pieces.size()];
        bool const from_below = in.low > -leibniz::infinity, to_above = in.high < leibniz::infinity;
        double const share = (k + 0.5) / 23.0;
        double& point = all[static_cast<std::size_t>(k)];
        if (from_below && to_above) point = in.low + share * (in.high - in.low);
        else if (from_below) point = in.low + steps;
        else if (to_above) point = in.high - steps;
        else point = 0.27 * (k - 11) + shift;  // -2.97 to 2.97, 0 among them
    }
    return all;
}

/// The points of argument K of a row, none of them at a kink.
template <class F, int K>
constexpr point_list points_of() {
    if constexpr (is_whole<F, K>) {
        point_list whole{};
        int const least = std::same_as<F, leibniz::spherical_bessel_function> ? 2 : 0;  // below, no symbol as order has a slope at 0
        for (std::size_t k = 0; k < point_count; ++k) whole[k] = least + static_cast<int>(k % 5);
        return whole;
    } else if constexpr (std::same_as<F, leibniz::log_binomial> && K == 0) {
        return points_in(leibniz::interval{20, leibniz::infinity});  // to the right of all poles
    } else {
        return points_in(smooth_of<F>(K), has_joint_kinks<F> ? 0.1037 + 0.0519 * K : 0);
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
