#pragma once

#include <leibniz/calculus/gradient.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/language/operators.hpp>

namespace leibniz::inline v0_1 {

template <class Outputs, class... V>
struct jacobian_of;

/// The first derivatives of several outputs; `j(0_c, w)` is that of the first output by w.
template <class... E, class... V>
struct jacobian_of<outputs_of<E...>, V...> : bundle_of_entries<jacobian_of<outputs_of<E...>, V...>, sizeof...(E) * sizeof...(V)> {
    template <long long I, variable S>
    constexpr auto operator()(constant<I>, S) const {
        constexpr long long outputs = sizeof...(E), width = sizeof...(V), column = detail::place_of<S>(variables<V...>{});
        static_assert(I >= 0 && I < outputs, "jacobian: there is no output of this number");
        if constexpr (I < 0 || I >= outputs) return entry<jacobian_of, 0>{};  // the error has been reported
        else if constexpr (column < 0) return entry<jacobian_of, detail::not_among_the_results<S>::report()>{};
        else return entry<jacobian_of, static_cast<int>(I * width + column)>{};
    }
};

/// The Jacobian of several expressions: a table of expressions, one row for each output, one column for each variable.
/// `j(0_c, w)` is an entry. Costs one backward sweep for each output, in one graph; common work is shared.
///
///     constexpr auto j = jacobian(outputs(w*x, w*b), wrt(w, b));
///     static_assert(j(1_c, w) == b && j(0_c, b) == 0_c);
template <expression... E, class... V>
constexpr jacobian_of<outputs_of<E...>, V...> jacobian(outputs_of<E...>, variables<V...>) {
    static_assert(sizeof...(V) > 0, "jacobian: differentiate by what? write jacobian(outputs(a, b), wrt(x, y))");
    return {};
}

template <expression... E, class... V>
constexpr auto jacobian(outputs_of<E...> of, V... by) {
    static_assert(!sizeof(of), "jacobian: differentiate by what? write jacobian(outputs(a, b), wrt(x, y))");
    return jacobian(of, wrt(by...));
}
template <expression E, class... V>
constexpr auto jacobian(E e, V... by) {
    static_assert(!sizeof(E), "jacobian: it is one of outputs; write jacobian(outputs(e), wrt(x, y))");
    return jacobian(outputs(e), by...);
}

namespace detail {

template <class... E, class... V, bool Evaluated>
struct canonical_stage<jacobian_of<outputs_of<E...>, V...>, Evaluated> {
    static constexpr int guess = 6 * graph_of<outputs_of<E...>, Evaluated>().node_count + 16, roots = sizeof...(E) * sizeof...(V);
    static constexpr bool recognised = canonical_stage<outputs_of<E...>>::recognised;
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .shared = true};
        view const from = graph_of<outputs_of<E...>, Evaluated>();
        buffer<int> const place = imported(r.in, from), wanted = lowered_variables<V...>(r.in);
        for (int k = 0; k < from.root_count; ++k)
            for (int partial : reverse_sweep(r.in, wanted)(place[from.roots[k]])) {
                r.in.spend(5);
                r.roots.push(partial);
            }
        return r;
    }
};

template <class C, class... V>
consteval bool mentions_any() {
    for (bool named : {mentions(as_written<C>, as_written<V>.what, as_written<V>.name)...})
        if (named) return true;
    return false;
}

/// An expression that differentiation treats as a constant.
template <class C, class... V>
constexpr auto constant_to(C c, variables<V...>) {
    if constexpr (mentions_any<C, V...>()) return call<held_constant, C>{};
    else return c;
}

}  // namespace detail

template <class... E, class... V>
static constexpr written as_written<jacobian_of<outputs_of<E...>, V...>> =
    detail::written_node({.what = form::formula, .hash = detail::hash_of("jacobian")}, detail::all_written<outputs_of<E...>, V...>,
                         {{as_written<outputs_of<E...>>.hash, 0}, {as_written<V>.hash, 0}...});

/// The product of the transposed Jacobian and a vector of cotangents, as PyTorch's `backward(v)` computes it. Takes one
/// cotangent for each output, an expression; another number of them is refused. The result is indexed by symbol, like a
/// gradient. Costs one backward sweep.
///
///     constexpr auto back = vjp(outputs(w*x, w*b), wrt(w, b), 1_c, y);
///     static_assert(back[w] == x + b*y && back[b] == w*y);
template <expression... E, class... V, expression... C>
constexpr auto vjp(outputs_of<E...>, variables<V...> by, C... cotangents) {
    static_assert(sizeof...(E) == sizeof...(C), "vjp: there must be one cotangent for each output; write vjp(outputs(a, b), wrt(x), u, v)");
    if constexpr (sizeof...(E) == sizeof...(C)) return gradient((... + (detail::constant_to(cotangents, by) * E{})), by);
    else return gradient((... + E{}), by);  // the error has been reported
}

/// The product of the Jacobian and a vector of tangents: the directional derivative of each output. Takes one tangent for
/// each variable, an expression; another number of them is refused. The result is indexed by the number of the output.
///
///     constexpr auto along = jvp(outputs(w*x, w*b), wrt(w, b), 1_c, y);
///     static_assert(along[0_c] == x && along[1_c] == b + w*y);
template <expression... E, class... V, expression... T>
constexpr auto jvp(outputs_of<E...>, variables<V...>, T... tangents) {
    static_assert(sizeof...(V) == sizeof...(T), "jvp: there must be one tangent for each variable; write jvp(outputs(a), wrt(x, y), u, v)");
    if constexpr (sizeof...(V) == sizeof...(T)) {
        auto const along = [](auto e, auto... t) { return (... + (diff(e, V{}) * t)); };
        return outputs(along(E{}, tangents...)...);
    } else {
        return outputs(E{}...);  // the error has been reported
    }
}

}  // namespace leibniz::inline v0_1
