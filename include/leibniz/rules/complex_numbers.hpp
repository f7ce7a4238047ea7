#pragma once

#include <leibniz/graph/written.hpp>
#include <leibniz/rules/all.hpp>

#include <concepts>
#include <cstdint>
#include <type_traits>

// Which functions of the table have a value for complex numbers.

namespace leibniz::inline v0_1::detail {

// clang-format off
using complex_functions = boost::hana::basic_tuple<
    addition, subtraction, negation, multiplication, division, power, square_function, square_root, hypotenuse,
    exponential, power_of_two, exponential_minus_one, logarithm, binary_logarithm, decimal_logarithm, logarithm_one_plus,
    log_odds, relative_exponential, cardinal_sine, sine, cosine, tangent, cotangent, secant, cosecant, arc_sine, arc_cosine, arc_tangent, arc_cotangent, arc_secant, arc_cosecant,
    hyperbolic_sine, hyperbolic_cosine, hyperbolic_tangent, hyperbolic_cotangent, hyperbolic_secant, hyperbolic_cosecant,
    inverse_hyperbolic_sine, inverse_hyperbolic_cosine, inverse_hyperbolic_tangent, inverse_hyperbolic_cotangent, inverse_hyperbolic_secant,
    logistic, soft_plus, sigmoid_linear_unit, log_sum_exp, normalized_exponential, product_with_logarithm,
    numbers_equal, numbers_differ, logical_conjunction, logical_disjunction, logical_negation, choice, held_constant, summation, averaging>;
// clang-format on

template <class List>
struct rows_in;
template <class... F>
struct rows_in<boost::hana::basic_tuple<F...>> {
    static constexpr bool contains(function const& fn) {
        constexpr std::uint64_t hashes[] = {block_hash<F>...};
        for (std::uint64_t hash : hashes)
            if (hash == fn.hash) return true;
        return false;
    }
};

/// A number of a real and an imaginary part. (Boost's real numbers have both members too, of their own type.)
template <class T>
concept complex_number = requires(T const& t) {
    t.imag();
    requires !std::same_as<std::remove_cvref_t<decltype(t.real())>, T>;
};

/// Of a user's function it is assumed. (A template, and called by what depends on `List`, so that nobody pays for it who has no
/// complex numbers.)
template <class List = complex_functions, class Forms = stable_form_list>
constexpr bool has_complex_value(function const& fn) {
    return !fn.of_library || fn.arity == 0 || rows_in<List>::contains(fn) || rows_in<Forms>::contains(fn);
}

/// True if an expression contains what only real numbers have, be it that the canonical form drops it: abs(u)^2 is u^2,
/// log(exp(u)) is u of real numbers only.
template <class List = complex_functions>
constexpr bool is_real_only(written const& root) {
    buffer<written const*> open;
    written_map seen;
    open.push(&root);
    while (!open.empty()) {
        written const& w = *open.pop();
        if (seen.find(w) >= 0) continue;
        seen.insert(w, 0);
        if (w.what == form::call) {
            if (!has_complex_value<List>(*w.fn)) return true;
            if (is_row<logarithm>(*w.fn) && w.operands[0]->what == form::call && is_row<exponential>(*w.operands[0]->fn)) return true;
        }
        for (int k = 0; k < w.count; ++k) open.push(w.operands[k]);
    }
    return false;
}

}  // namespace leibniz::inline v0_1::detail
