#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/calculus/diff.hpp>
#include <leibniz/calculus/outputs.hpp>

namespace leibniz::inline v0_1 {

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
        else return entry<hessian_of, row* static_cast<int>(sizeof...(V)) + column>{};
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
    for (written const* v : all) result.push(v->what == form::symbol ? g.symbol(v->name) : lower(*v));
    return result;
}

template <class E, class... V, bool Evaluated>
struct canonical_stage<gradient_of<E, V...>, Evaluated> {
    static constexpr int guess = 6 * graph_of<E, Evaluated>().node_count + 16, roots = sizeof...(V);
    static constexpr bool recognised = canonical_stage<E>::recognised;
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .shared = true};
        view const from = graph_of<E, Evaluated>();
        r.roots = derived(r.in, imported(r.in, from)[from.root()]);
        return r;
    }
    /// The derivatives of node `root`, which is that of E.
    static constexpr buffer<int> derived(graph& g, int root) {
        buffer<int> const wanted = lowered_variables<V...>(g);
        if (g.matrices()->exists && !g.matrices()->is_number(g, root)) g.misfit(shape_fault::gradient, root);
        return reverse_sweep(g, wanted)(root);
    }
};

template <class Output>
static constexpr int size_of_derived = 0;
template <class E, class... V>
static constexpr int size_of_derived<gradient_of<E, V...>> = as_written<E>.size;

/// Beside its expression the gradient of a small one is derived where that stands: neither of the two has a graph of its own, which
/// would be stored and read again. Of many outputs together it would be more than clang allows one constant expression.
constexpr bool is_derived_in_place(int size, std::initializer_list<int> derived) {
    int together = 0;
    for (int each : derived) together += each;
    return size <= 150 && together <= 600;
}

template <class E, class... V, class... All, bool Evaluated>
    requires(any_of({std::is_same_v<E, All>...}) && is_derived_in_place(as_written<E>.size, {size_of_derived<All>...}))
struct joined_output<gradient_of<E, V...>, outputs_of<All...>, Evaluated> {
    static constexpr int source() {
        int place = 0;
        for (bool same : {std::is_same_v<E, All>...}) {
            if (same) break;
            ++place;
        }
        return place;
    }
    static constexpr joined_part value{.roots = sizeof...(V),
                                       .nodes = 6 * as_written<E>.size + 16,
                                       .source = source(),
                                       .derived = canonical_stage<gradient_of<E, V...>, Evaluated>::derived};
    static constexpr bool recognised = false;
};

template <class E, class Output>
inline constexpr bool is_gradient_of = false;
template <class E, class... V>
inline constexpr bool is_gradient_of<E, gradient_of<E, V...>> = true;

template <class F, class... Args, class... All>
    requires(any_of({is_gradient_of<call<F, Args...>, All>...}) &&
             is_derived_in_place(as_written<call<F, Args...>>.size, {size_of_derived<All>...}))
struct joined_output<call<F, Args...>, outputs_of<All...>, false> {
    using written_as = call<F, Args...>;
    static constexpr joined_part value{
        .roots = 1, .nodes = as_written<written_as>.size, .is_lowered = true, .lowered = &as_written<written_as>};
    static constexpr bool recognised = [] {  // a quick look at all outputs spares most models a graph of this one alone
        if constexpr (may_have_written_forms(canonical<outputs_of<All...>>)) return canonical_stage<written_as>::recognised;
        else return false;
    }();
};

template <class E, bool Evaluated, int Part, class... V>
constexpr view rows_before();

/// Rows of a Hessian: its first, or those that the part before left over. Each row is a backward sweep from an entry of the
/// gradient, by that entry's variable and those behind it. A part ends where a row more could be beyond what is allowed.
template <class E, bool Evaluated, int Part, class... V>
struct hessian_stage {
    static constexpr view before = rows_before<E, Evaluated, Part, V...>();
    static constexpr int count = sizeof...(V), all = count * count;
    static constexpr int guess = (Part == 0 ? count + 4 : 2) * before.node_count + 16, roots = all + count;

    /// The roots are all entries, row by row, and one more for each row that is left over, whose entries are the gradient's.
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .shared = true};
        buffer<int> const place = imported(r.in, before), wanted = lowered_variables<V...>(r.in);
        for (int i = 0; i < all; ++i) r.roots.push(place[before.roots[Part == 0 ? i / count : i]]);
        int row = Part == 0 ? 0 : all + count - before.root_count;
        for (long long last = 0; row < count && !r.in.exhausted() && r.in.effort() + last <= allowed; ++row) {
            long long const start = r.in.effort();
            buffer<int> behind;
            for (int j = row; j < count; ++j) behind.push(wanted[j]);
            buffer<int> const second = reverse_sweep(r.in, behind)(r.roots[row * count + row]);
            for (int j = row; j < count; ++j) r.roots[row * count + j] = r.roots[j * count + row] = second[j - row];
            for (int j = row + 1; j < count && r.in.matrices()->exists; ++j)
                r.roots[j * count + row] = r.in.matrices()->transpose(r.in, second[j - row]);
            last = r.in.effort() - start;
        }
        for (; row < count; ++row) r.roots.push(graph::one);
        return r;
    }
};

template <class E, bool Evaluated, int Part, class... V>
constexpr view rows_before() {
    if constexpr (Part == 0) return graph_of<gradient_of<E, V...>, Evaluated>();
    else return finished<hessian_stage<E, Evaluated, Part - 1, V...>>::chosen();
}
template <class E, bool Evaluated, int Part, class... V>
constexpr view all_rows() {
    constexpr view rows = rows_before<E, Evaluated, Part, V...>();
    if constexpr (rows.root_count == hessian_stage<E, Evaluated, 0, V...>::all || rows.faults.exhausted) return rows;
    else return all_rows<E, Evaluated, Part + 1, V...>();
}
template <class E, class... V, bool Evaluated>
struct canonical_stage<hessian_of<E, V...>, Evaluated> {
    static constexpr bool recognised = canonical_stage<E>::recognised;
};
template <class E, class... V, bool Evaluated>
struct finished_graph<hessian_of<E, V...>, Evaluated> {
    static constexpr view seen() { return all_rows<E, Evaluated, 1, V...>(); }
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

}  // namespace leibniz::inline v0_1
