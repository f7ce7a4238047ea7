#pragma once

#include <leibniz/rules/functions.hpp>

#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/bessel.hpp>

#include <limits>

// The table of Bessel functions, apart from the others: their values are those of Boost.Math, whose headers take longer
// to compile than the library. Names and order of arguments are those of the C++ standard.

namespace leibniz::inline v0_1 {

namespace detail {

/// Returns infinity at poles and NaN outside the domain; never throws.
using silent = boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::pole_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

template <class T>
bool is_whole_order(T order) {
    return order > T(-1e9) && order < T(1e9) && T(static_cast<int>(order)) == order;
}
/// Functions of whole order -n are those of order n (I, K), up to a sign (J, Y), which is returned: DLMF 10.4.1, 10.27.1-3.
template <class T>
int whole_order(T order) {
    return static_cast<int>(order < T(0) ? -order : order);
}
template <class T>
T reflection(T order) {
    return order < T(0) && static_cast<int>(order) % 2 != 0 ? T(-1) : T(1);
}

}  // namespace detail

// clang-format off

// ------------------------------------------------------------------------------------------------- Bessel functions

/// The Bessel function J of order u at v (DLMF 10.2); it has no derivative by u.
struct bessel_function : binary {
    static constexpr char const *text = "cyl_bessel_j", *latex = "J", *aliases = "besselj";
    static constexpr char const *python = "special.jv", *sympy = "besselj";
    static constexpr interval domains[] = {nonnegative_half, positive_half};
    template <class T> static T value(T u, T v) {
        if (v == std::numeric_limits<T>::infinity()) return T(0);
        if (!detail::is_whole_order(u)) return boost::math::cyl_bessel_j(u, v, detail::silent());
        return detail::reflection(u) * boost::math::cyl_bessel_j(detail::whole_order(u), v, detail::silent());
    }
    static constexpr two_terms partials(auto u, auto v) {
        if (u == u.number(0)) return {no_partial(u), -cyl_bessel_j(u + 1, v)};
        return {no_partial(u), (cyl_bessel_j(u - 1, v) - cyl_bessel_j(u + 1, v)) / 2};
    }
};
template <class U, class V> constexpr applied<bessel_function, U, V> cyl_bessel_j(U u, V v) { return apply<bessel_function>(u, v); }

/// The Bessel function Y of order u, Neumann's, at v > 0 (DLMF 10.2); it has no derivative by u.
struct neumann_function : binary {
    static constexpr char const *text = "cyl_neumann", *latex = "Y", *aliases = "bessely";
    static constexpr char const *python = "special.yv", *sympy = "bessely";
    static constexpr interval domains[] = {nonnegative_half, positive_half};
    template <class T> static T value(T u, T v) {
        if (v == std::numeric_limits<T>::infinity()) return T(0);
        if (v == T(0) && u >= T(0)) return -std::numeric_limits<T>::infinity();
        if (!detail::is_whole_order(u)) return boost::math::cyl_neumann(u, v, detail::silent());
        return detail::reflection(u) * boost::math::cyl_neumann(detail::whole_order(u), v, detail::silent());
    }
    static constexpr two_terms partials(auto u, auto v) {
        if (u == u.number(0)) return {no_partial(u), -cyl_neumann(u + 1, v)};
        return {no_partial(u), (cyl_neumann(u - 1, v) - cyl_neumann(u + 1, v)) / 2};
    }
};
template <class U, class V> constexpr applied<neumann_function, U, V> cyl_neumann(U u, V v) { return apply<neumann_function>(u, v); }

/// The modified Bessel function I of order u at v (DLMF 10.25); it has no derivative by u.
struct modified_bessel_function : binary {
    static constexpr char const *text = "cyl_bessel_i", *latex = "I", *aliases = "besseli";
    static constexpr char const *python = "special.iv", *sympy = "besseli";
    static constexpr interval domains[] = {nonnegative_half, positive_half};
    template <class T> static T value(T u, T v) {
        if (v == std::numeric_limits<T>::infinity()) return v;
        if (!detail::is_whole_order(u)) return boost::math::cyl_bessel_i(u, v, detail::silent());
        return boost::math::cyl_bessel_i(detail::whole_order(u), v, detail::silent());
    }
    static constexpr two_terms partials(auto u, auto v) {
        if (u == u.number(0)) return {no_partial(u), cyl_bessel_i(u + 1, v)};
        return {no_partial(u), (cyl_bessel_i(u - 1, v) + cyl_bessel_i(u + 1, v)) / 2};
    }
};
template <class U, class V> constexpr applied<modified_bessel_function, U, V> cyl_bessel_i(U u, V v) { return apply<modified_bessel_function>(u, v); }

/// The modified Bessel function K of order u, Macdonald's, at v > 0 (DLMF 10.25); it has no derivative by u.
struct macdonald_function : binary {
    static constexpr char const *text = "cyl_bessel_k", *latex = "K", *aliases = "besselk";
    static constexpr char const *python = "special.kv", *sympy = "besselk";
    static constexpr interval domains[] = {nonnegative_half, positive_half};
    template <class T> static T value(T u, T v) {
        if (!detail::is_whole_order(u)) return boost::math::cyl_bessel_k(u, v, detail::silent());
        return boost::math::cyl_bessel_k(detail::whole_order(u), v, detail::silent());
    }
    static constexpr two_terms partials(auto u, auto v) {
        if (u == u.number(0)) return {no_partial(u), -cyl_bessel_k(u + 1, v)};
        return {no_partial(u), -(cyl_bessel_k(u - 1, v) + cyl_bessel_k(u + 1, v)) / 2};
    }
};
template <class U, class V> constexpr applied<macdonald_function, U, V> cyl_bessel_k(U u, V v) { return apply<macdonald_function>(u, v); }

// clang-format on

}  // namespace leibniz::inline v0_1
