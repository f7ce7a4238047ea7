#pragma once

// Every step to a derivative by a vector or matrix, or of one.
#include <leibniz/derivation.hpp>
#include <leibniz/matrix.hpp>

#include <leibniz/derivation/differential_steps.hpp>
#include <leibniz/derivation/every_differential.hpp>
#include <leibniz/derivation/matrix_names.hpp>

namespace leibniz::inline v0_1::detail {

/// By differentials: dL = 2*(W*x - y)'*dW*x, so that the derivative by W is 2*(W*x - y)*x'. (Magnus and Neudecker, Matrix
/// Differential Calculus, 1988.)
template <class E, class V, class Detail, class Style>
    requires(canonical<E>.matrices->exists || as_written<V>.what == form::matrix)
struct derivation_work<E, V, Detail, Style> {
    static constexpr written_lines run(written const& from) {
        if constexpr (std::is_same<Detail, as_every_rule>::value) return every_differential(from, as_written<V>, differential_style_of<Style>)();
        else return differential_steps(from, as_written<V>, differential_style_of<Style>)();
    }
    static constexpr int done(written const& from = as_written<E>) { return run(from).lines.size(); }
    static consteval bool clashes() { return matrix_names_clash(as_written<E>); }
    static consteval auto diagnosis() { return diagnose_formula<derivative<E, V>>(); }
    static constexpr bool by_differentials = true;
    static constexpr bool is_long = as_written<E>.size > 16;
};

}  // namespace leibniz::inline v0_1::detail
