#pragma once

#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/calculus/jacobian.hpp>

namespace leibniz::inline v0_1 {

/// The Hessian of E times a vector; `p[w]` is the entry of w.
template <class E, class Variables, class... T>
struct hessian_product_of;
template <class E, class... V, class... T>
struct hessian_product_of<E, variables<V...>, T...> : bundle_of_entries<hessian_product_of<E, variables<V...>, T...>, sizeof...(V)> {
    using keys = variables<V...>;

    template <variable S>
    constexpr auto operator[](S) const {
        constexpr int place = detail::place_of<S>(keys{});
        if constexpr (place < 0) return entry<hessian_product_of, detail::not_among_the_results<S>::report()>{};
        else return entry<hessian_product_of, place>{};
    }
};

/// The second derivative of E along a line.
template <class E, class Variables, class... T>
struct second_directional_of : expression_base {};

namespace detail {

/// A list of types of expressions; a family stands for its symbols.
template <class T>
struct vector_entries : variables_in<T> {};
template <expression T>
struct vector_entries<T> {
    static constexpr bool any = true;
    using type = variables<T>;
};
template <class... T>
constexpr auto as_vector_entries() {
    if constexpr (all_of({true, vector_entries<T>::any...})) return typename joined<typename vector_entries<T>::type...>::type{};
    else return variables<>{};
}

/// The tangents of variables, as constants.
template <class... T>
constexpr buffer<int> lowered_tangents(graph& g) {
    lowering lower(g);
    buffer<int> result;
    written const* const all[] = {&as_written<T>...};
    for (written const* t : all) result.push(lower(*t));
    return result;
}

template <class E, class... V, class... T, bool Evaluated>
struct canonical_stage<hessian_product_of<E, variables<V...>, T...>, Evaluated> {
    static constexpr int guess = 12 * graph_of<E, Evaluated>().node_count + 16, roots = sizeof...(V);
    static constexpr bool recognised = canonical_stage<E>::recognised;
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .shared = true};
        view const from = graph_of<E, Evaluated>();
        int const root = imported(r.in, from)[from.root()];
        buffer<int> const wanted = lowered_variables<V...>(r.in), tangents = lowered_tangents<T...>(r.in);
        r.roots = reverse_sweep(r.in, wanted)(forward_sweep(r.in)(root, wanted, tangents));
        return r;
    }
};

template <class E, class... V, class... T, bool Evaluated>
struct canonical_stage<second_directional_of<E, variables<V...>, T...>, Evaluated> {
    static constexpr int guess = 8 * graph_of<E, Evaluated>().node_count + 16, roots = 1;
    static constexpr bool recognised = canonical_stage<E>::recognised;
    static constexpr result run(long long allowed) {
        result r{graph(rules_of<Evaluated>(), false, allowed)};
        view const from = graph_of<E, Evaluated>();
        int const root = imported(r.in, from)[from.root()];
        buffer<int> const wanted = lowered_variables<V...>(r.in), tangents = lowered_tangents<T...>(r.in);
        forward_sweep along(r.in);
        r.roots.push(along(along(root, wanted, tangents), wanted, tangents));
        return r;
    }
};

template <class E>
struct shape_of;  // of what evaluate gives: evaluate/assemble.hpp
template <class Keys, int Size>
struct record_shape;
template <class E, class... V, class... T>
struct shape_of<hessian_product_of<E, variables<V...>, T...>> {
    using type = record_shape<variables<V...>, sizeof...(V)>;
};

template <class E, class... V, class... T>
constexpr auto hessian_product(variables<V...> by, variables<T...>) {
    return hessian_product_of<E, variables<V...>, decltype(constant_to(T{}, by))...>{};
}
template <class E, class... V, class... T>
constexpr auto second_directional(variables<V...> by, variables<T...>) {
    return second_directional_of<E, variables<V...>, decltype(constant_to(T{}, by))...>{};
}
template <class... V, class... T>
consteval bool have_one_length(variables<V...>, variables<T...>) {
    return sizeof...(V) == sizeof...(T);
}

}  // namespace detail

template <class E, class... V, class... T>
static constexpr written as_written<hessian_product_of<E, variables<V...>, T...>> =
    detail::written_node({.what = form::formula, .hash = detail::hash_of("hvp")}, detail::all_written<E, V..., T...>,
                         {{as_written<E>.hash, 0}, {as_written<V>.hash, 0}..., {as_written<T>.hash, 0}...});
template <class E, class... V, class... T>
static constexpr written as_written<second_directional_of<E, variables<V...>, T...>> =
    detail::written_node({.what = form::formula,
                          .hash = detail::hash_of("second directional derivative"),
                          .formula = &canonical<second_directional_of<E, variables<V...>, T...>>,
                          .evaluated = &evaluated_form<second_directional_of<E, variables<V...>, T...>>,
                          .size = canonical<second_directional_of<E, variables<V...>, T...>>.node_count},
                         detail::all_written<E, V..., T...>,
                         {{as_written<E>.hash, 0}, {as_written<V>.hash, 0}..., {as_written<T>.hash, 0}...});

/// The Hessian of `e` times a vector, without the Hessian: the gradient of the derivative along it. Takes one expression for each
/// variable of `wrt(...)`, held constant whatever it is made of; a family stands for its symbols. The result is indexed by symbol, like a
/// gradient. Costs one forward and one backward sweep, whatever the number of variables. Refuses what `diff` refuses. (Pearlmutter, Fast
/// exact multiplication by the Hessian, Neural Computation 6, 1994.)
///
///     constexpr auto p = hvp(pow<2>(w)*x, wrt(w, x), 1_c, y);
///     static_assert(p[w] == 2_c*x + 2_c*w*y && p[x] == 2_c*w);
template <expression E, class... V, class... T>
constexpr auto hvp(E, variables<V...> by, T...) {
    constexpr auto entries = detail::as_vector_entries<T...>();
    static_assert(detail::have_one_length(variables<V...>{}, entries),
                  "hvp: there must be one entry of the vector for each variable; write hvp(e, wrt(x, y), u, v)");
    if constexpr (detail::have_one_length(variables<V...>{}, entries)) return detail::hessian_product<E>(by, entries);
    else return gradient(E{}, by);  // the error has been reported
}
template <expression E, class... T>
constexpr auto hvp(E, T...) {
    static_assert(!sizeof(E), "hvp: differentiate by what? write hvp(e, wrt(x, y), u, v)");
    return gradient_of<E, std::conditional_t<variable<T>, T, symbol<"w">>...>{};
}

/// The second derivative of `e` along a line: v'*H*v, H the Hessian of `e`, which is never formed. What geodesic acceleration asks of each
/// residual; of outputs that of each. Takes one expression for each variable of `wrt(...)`, held constant; a family stands for its
/// symbols. Costs two forward sweeps. Refuses what `diff` refuses.
///
///     static_assert(second_directional_derivative(pow<2>(w)*x, wrt(w, x), 1_c, y) == 2_c*x + 4_c*w*y);
template <expression E, class... V, class... T>
constexpr auto second_directional_derivative(E, variables<V...> by, T...) {
    constexpr auto entries = detail::as_vector_entries<T...>();
    static_assert(detail::have_one_length(variables<V...>{}, entries), "second_directional_derivative: there must be one entry of the vector for each "
                                                             "variable; write second_directional_derivative(e, wrt(x, y), u, v)");
    if constexpr (detail::have_one_length(variables<V...>{}, entries)) return detail::second_directional<E>(by, entries);
    else return E{};  // the error has been reported
}
template <expression E, class... T>
constexpr auto second_directional_derivative(E e, T...) {
    static_assert(!sizeof(E), "second_directional_derivative: differentiate by what? write second_directional_derivative(e, wrt(x, y), u, v)");
    return e;
}
template <expression... E, class... V, class... T>
constexpr auto second_directional_derivative(outputs_of<E...>, variables<V...> by, T... vector) {
    return outputs(second_directional_derivative(E{}, by, vector...)...);
}

}  // namespace leibniz::inline v0_1
