#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/calculus/diff.hpp>

namespace leibniz {

/// The partial derivatives of one expression by several variables; `g[w]` is that by w.
template <class E, class... V>
struct gradient_of : bundle_of_entries<gradient_of<E, V...>, sizeof...(V)> {
    using keys = variables<V...>;

    template <variable S>
    constexpr auto operator[](S) const {
        constexpr int place = detail::place_of<S>(keys{});
        if constexpr (place < 0) return entry<gradient_of, detail::not_among_the_results<S>::report()>{};
        else return entry<gradient_of, place>{};
    }
};

/// The gradient of `e`: one expression for each variable of `wrt(...)`. `g[w]` is an entry, equal to `diff(e, w)`; evaluated, the
/// entries share their common work. Costs one backward sweep while compiling, whatever the number of variables. Refuses what
/// `diff` refuses.
///
///     constexpr auto g = gradient(pow<2>(w*x + b - y), wrt(w, b));
///     static_assert(g[b] == 2_c*(w*x + b - y) && g[w] == diff(pow<2>(w*x + b - y), w));
template <expression E, class... V>
constexpr gradient_of<E, V...> gradient(E, variables<V...>) {
    static_assert(sizeof...(V) > 0, "gradient: differentiate by what? write gradient(e, wrt(w, b))");
    return {};
}

template <expression E, class... V>
constexpr auto gradient(E e, V... by) {
    static_assert(!sizeof(E), "gradient: differentiate by what? write gradient(e, wrt(w, b))");
    return gradient(e, wrt(by...));
}

/// The second derivatives of one expression; `h(w, b)` is the mixed one by w and b.
template <class E, class... V>
struct hessian_of : bundle_of_entries<hessian_of<E, V...>, sizeof...(V) * sizeof...(V)> {
    using keys = variables<V...>;

    template <variable S, variable T>
    constexpr auto operator()(S, T) const {
        constexpr int row = detail::place_of<S>(keys{}), column = detail::place_of<T>(keys{});
        if constexpr (row < 0) return entry<hessian_of, detail::not_among_the_results<S>::report()>{};
        else if constexpr (column < 0) return entry<hessian_of, detail::not_among_the_results<T>::report()>{};
        else return entry<hessian_of, row * static_cast<int>(sizeof...(V)) + column>{};
    }
};

/// The Hessian of `e`: a square table of expressions. `h(w, b)` is an entry; it is symmetric, and each pair is derived once.
/// Costs one backward sweep for each variable.
///
///     constexpr auto h = hessian(pow<2>(w*x + b), wrt(w, b));
///     static_assert(h(w, b) == 2_c*x && h(b, w) == h(w, b));
template <expression E, class... V>
constexpr hessian_of<E, V...> hessian(E, variables<V...>) {
    static_assert(sizeof...(V) > 0, "hessian: differentiate by what? write hessian(e, wrt(w, b))");
    return {};
}

template <expression E, class... V>
constexpr auto hessian(E e, V... by) {
    static_assert(!sizeof(E), "hessian: differentiate by what? write hessian(e, wrt(w, b))");
    return hessian(e, wrt(by...));
}

namespace detail {

template <class... V>
constexpr buffer<int> lowered_variables(graph& g) {
    lowering lower(g);
    buffer<int> result;
    written const* const all[] = {&as_written<V>...};
    for (written const* v : all) result.push(lower(*v));
    return result;
}

template <class E, class... V, bool Evaluated>
struct canonical_stage<gradient_of<E, V...>, Evaluated> {
    static constexpr int guess = 6 * graph_of<E, Evaluated>().node_count + 16, roots = sizeof...(V);
    static constexpr bool recognised = canonical_stage<E>::recognised;
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules, false, allowed), .shared = true};
        view const from = graph_of<E, Evaluated>();
        int const root = imported(r.in, from)[from.root()];
        buffer<int> const wanted = lowered_variables<V...>(r.in);
        r.roots = reverse_sweep(r.in, wanted)(root);
        return r;
    }
};

template <class E, class... V, bool Evaluated>
struct canonical_stage<hessian_of<E, V...>, Evaluated> {
    static constexpr int count = sizeof...(V), guess = 16 * graph_of<E, Evaluated>().node_count + 16, roots = count * count;
    static constexpr bool recognised = canonical_stage<E>::recognised;
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules, false, allowed), .shared = true};
        view const from = graph_of<E, Evaluated>();
        int const root = imported(r.in, from)[from.root()];
        buffer<int> const wanted = lowered_variables<V...>(r.in);
        buffer<int> const first = reverse_sweep(r.in, wanted)(root);
        r.roots = buffer<int>(count * count);
        r.in.spend(5 * count * count);
        for (int i = 0; i < count && !r.in.exhausted(); ++i) {
            buffer<int> const second = reverse_sweep(r.in, wanted)(first[i]);
            for (int j = i; j < count; ++j) r.roots[i * count + j] = r.roots[j * count + i] = second[j];
        }
        return r;
    }
};

}  // namespace detail

template <class E, class... V>
static constexpr written as_written<gradient_of<E, V...>> =
    detail::written_node({.what = form::formula, .hash = detail::hash_of("gradient")}, detail::all_written<E, V...>,
                         {{as_written<E>.hash, 0}, {as_written<V>.hash, 0}...});

template <class E, class... V>
static constexpr written as_written<hessian_of<E, V...>> =
    detail::written_node({.what = form::formula, .hash = detail::hash_of("hessian")}, detail::all_written<E, V...>,
                         {{as_written<E>.hash, 0}, {as_written<V>.hash, 0}...});

}  // namespace leibniz
