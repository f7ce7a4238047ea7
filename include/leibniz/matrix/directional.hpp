#pragma once

#include <leibniz/calculus/gradient.hpp>
#include <leibniz/matrix/engine.hpp>
#include <leibniz/matrix/symbols.hpp>

namespace leibniz::inline v0_1 {

/// The derivative of E along a direction D of the variable V.
template <class E, class V, class D>
struct directional_derivative : expression_base {};

/// The derivative of `e` along `direction`, an expression of the shape of the variable: the Jacobian times the direction, for shapes of
/// any number of indices. The direction is constant, whatever it is made of.
///
///     constexpr matrix<"W", "m", "n"> W;
///     constexpr matrix<"D", "m", "n"> D;
///     constexpr vector<"v", "n"> v;
///     static_assert(jvp(W*v, W, D) == D*v);
template <expression E, variable V, expression D>
constexpr directional_derivative<E, V, D> jvp(E, V, D) {
    return {};
}

/// The second derivatives of a number times a direction: the derivative of the gradient along it.
///
///     constexpr matrix<"X", "n", "n"> X;
///     constexpr matrix<"D", "n", "n"> D;
///     static_assert(hvp(logdet(X), X, D) == -transpose(inv(X)*D*inv(X)));
template <expression E, variable V, expression D>
constexpr directional_derivative<entry<gradient_of<E, V>, 0>, V, D> hvp(E, V, D) {
    return {};
}

namespace detail {

template <class E, class V, class D, bool Evaluated>
struct canonical_stage<directional_derivative<E, V, D>, Evaluated> {
    static constexpr int guess = 4 * graph_of<E, Evaluated>().node_count + as_written<D>.size + 16, roots = 1;
    static constexpr bool recognised = canonical_stage<E>::recognised;
    static constexpr result run(long long allowed) {
        result r{graph(rules_of<Evaluated>(), false, allowed)};
        r.in.use_matrices(&engine_of_matrices::value);
        view const from = graph_of<E, Evaluated>();
        int const root = imported(r.in, from)[from.root()];
        lowering lower(r.in);
        int const by = lower(as_written<V>), direction = lower(as_written<D>);
        matrix_builder m(r.in);
        if (m.shape_of(by).fits(m.shape_of(direction))) r.roots.push(matrix_forward(r.in)(root, by, direction));
        else r.roots.push(m.fault(shape_fault::sum, by, direction));
        return r;
    }
};

}  // namespace detail

template <class E, class V, class D>
static constexpr written as_written<directional_derivative<E, V, D>> =
    detail::written_node({.what = form::formula,
                          .hash = detail::hash_of("jvp"),
                          .formula = &canonical<directional_derivative<E, V, D>>,
                          .evaluated = &evaluated_form<directional_derivative<E, V, D>>,
                          .size = canonical<directional_derivative<E, V, D>>.node_count},
                         detail::all_written<E, V, D>, {{as_written<E>.hash, 0}, {as_written<V>.hash, 0}, {as_written<D>.hash, 0}});

}  // namespace leibniz::inline v0_1
