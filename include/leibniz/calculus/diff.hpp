#pragma once

#include <leibniz/calculus/forward.hpp>
#include <leibniz/calculus/reverse.hpp>
#include <leibniz/language/symbol.hpp>
#include <leibniz/rules/canonical_form.hpp>

namespace leibniz::inline v0_1 {

/// The derivative of E by V..., one after the other: an expression like any other. Its formula is computed once per type.
template <class E, class... V>
struct derivative : expression_base {};

/// The derivative of `e` by a symbol or column; by several, the mixed derivative. An expression, derived once per type while
/// compiling. The derivative of an expression that varies by row varies by row; that of a reduction by a column is a column.
/// Refused: anything but symbols and columns, and, where the result is used, functions without a partial derivative and
/// derivatives that are matrices.
///
///     static_assert(diff(pow<2>(w*x - y), w) == 2_c*x*(w*x - y));
///     static_assert(diff(sin(x*y), x, y) == cos(x*y) - x*y*sin(x*y));
template <expression E, class... V>
constexpr auto diff(E, V...) {
    static_assert(sizeof...(V) > 0, "diff: differentiate by what? write diff(e, x) with a symbol x");
    if constexpr (detail::all_of({variable<V>...})) {
        return derivative<E, V...>{};
    } else {
        constexpr bool by_number = detail::any_of({detail::plain<V>...});
        static_assert(!by_number, "diff: how often stands in angle brackets; write diff<2>(e, x), or diff(e, x, x)");
        static_assert(by_number, "diff: one differentiates by a symbol only; write diff(e, x) with a symbol or column x");
        return E{};
    }
}

/// The derivative of order N by one symbol or column; order 0 is `e` itself.
///
///     static_assert(diff<2>(sin(w*x), x) == -pow<2>(w)*sin(w*x));
template <int N, expression E, class V>
constexpr auto diff(E, V) {
    static_assert(N >= 0, "diff<N>: the order N is 0 or more; write diff<2>(e, x)");
    static_assert(detail::is_variable<V>::value,
                  "diff: one differentiates by a symbol only; write diff<2>(e, x) with a symbol or column x");
    if constexpr (N <= 0 || !variable<V>) return E{};
    else if constexpr (N == 1) return derivative<E, V>{};
    else return diff(diff<N - 1>(E{}, V{}), V{});
}

/// The node of the derivative. A first derivative uses reverse mode, as the gradient does, so that both have one form; a
/// further one uses forward mode, where like terms meet and high orders stay small.
constexpr int differentiate(graph& g, int root, int by, bool further = false) {
    if (further && !g.is(by, kind::column) && !g.matrices()->exists) return forward_sweep(g)(root, by);
    buffer<int> wanted;
    wanted.push(by);
    return reverse_sweep(g, wanted)(root)[0];
}

namespace detail {

template <class>
inline constexpr bool is_derivative = false;
template <class E, class... V>
inline constexpr bool is_derivative<derivative<E, V...>> = true;

template <class E, class... V, bool Evaluated>
struct canonical_stage<derivative<E, V...>, Evaluated> {
    static constexpr int guess = 4 * graph_of<E, Evaluated>().node_count + 16, roots = 1;
    static constexpr bool recognised = canonical_stage<E>::recognised;
    static constexpr result run(long long allowed) {
        result r{graph(rules_of<Evaluated>(), false, allowed)};
        view const from = graph_of<E, Evaluated>();
        int root = imported(r.in, from)[from.root()];
        bool further = is_derivative<E>;
        for (written const* by : {&as_written<V>...}) {
            root = differentiate(r.in, root, lowering(r.in)(*by), further);
            further = true;
        }
        r.roots.push(root);
        return r;
    }
};

}  // namespace detail

template <class E, class... V>
static constexpr written as_written<derivative<E, V...>> =
    detail::written_node({.what = form::formula,
                          .hash = sizeof...(V),
                          .formula = &canonical<derivative<E, V...>>,
                          .evaluated = &evaluated_form<derivative<E, V...>>,
                          .size = canonical<derivative<E, V...>>.node_count},
                         detail::all_written<E, V...>, {{as_written<E>.hash, 0}, {as_written<V>.hash, 0}...});

}  // namespace leibniz::inline v0_1
