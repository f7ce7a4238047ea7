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
constexpr leibniz::region domain_of([[maybe_unused]] std::size_t k) {
    if constexpr (requires { F::domains; }) return F::domains[k];
    else return F::domain;
}

/// Where a row is smooth in its argument k, whatever the others are.
template <class F>
constexpr leibniz::region smooth_of(std::size_t k) {
    if constexpr (requires { F::smooth; }) return F::smooth;
    else return domain_of<F>(k);
}

/// Whether a row has kinks where several arguments are in some relation: at u = v, or at the origin of the plane.
template <class F>
inline constexpr bool has_joint_kinks = requires { F::kinks; } && !requires { F::smooth; };

/// The distance to the nearest end of the interval in which u lies, at most 1.
constexpr double room_at(leibniz::region const& in, double u) {
    leibniz::interval const piece = in.piece_at(u);
    double const to_low = u - piece.low, to_high = piece.high - u, to_end = to_low < to_high ? to_low : to_high;
    return to_end < 1 ? to_end : 1;
}

/// The intervals of a region; of one that repeats, those around the middle.
struct interval_list {
    std::array<leibniz::interval, 4> all{};
    int count = 0;

    constexpr interval_list(leibniz::region const& r) {
        for (; count < r.count; ++count) (*this)[count] = r.pieces[count];
        leibniz::interval const last = r.pieces[r.count - 1];
        auto const copy = [&](double steps) { (*this)[count++] = {last.low + steps * r.period, last.high + steps * r.period, last.closed_low, last.closed_high}; };
        if (r.repeats != leibniz::region::copies::none) copy(-1);
        if (r.repeats == leibniz::region::copies::everywhere) copy(1);
        if (r.repeats == leibniz::region::copies::leftwards) copy(-2);
    }
    constexpr leibniz::interval& operator[](int k) { return all[static_cast<std::size_t>(k)]; }
    constexpr leibniz::interval const& operator[](int k) const { return all[static_cast<std::size_t>(k)]; }
};

constexpr std::size_t point_count = 23;

using point_list = std::array<double, point_count>;

/// At least 20 points inside a region, dealt to all of its intervals, near their ends and far from them; all greater by
/// `shift` where that is the line.
constexpr point_list points_in(leibniz::region const& r, double shift = 0) {
    point_list all{};
    interval_list const pieces(r);
    double steps = 0.05;  // to 16
    for (int k = 0; k < static_cast<int>(point_count); ++k, steps *= 1.3) {
        leibniz::interval const& in = pieces[k % pieces.count];
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
        for (std::size_t k = 0; k < point_count; ++k) whole[k] = static_cast<double>(k % 5);
        return whole;
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
