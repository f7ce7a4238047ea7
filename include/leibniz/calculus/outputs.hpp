#pragma once

#include <leibniz/calculus/bundle.hpp>

#include <boost/hana/basic_tuple.hpp>

namespace leibniz::inline v0_1 {

template <class T>
concept result_of_a_model = expression<T> || bundle<T>;

/// Several expressions and bundles that are evaluated together, with their common work shared.
template <class... E>
struct outputs_of : bundle_base {
    static constexpr int size = sizeof...(E);

    template <std::size_t I>
    constexpr auto get() const {
        return boost::hana::at_c<I>(boost::hana::basic_tuple<E...>{});
    }
    template <long long I>
    constexpr auto operator[](constant<I>) const {
        return get<static_cast<std::size_t>(I)>();
    }
};

/// Expressions and bundles to be evaluated together: each common part is computed once. `evaluate` returns a record in
/// this order, nested where an entry is a bundle.
///
///     auto const [cost, slopes] = evaluate(outputs(w*x, gradient(w*x, wrt(w))), w = 2.0, x = 3.0);
///     assert(cost == 6.0 && slopes[w] == 3.0);
template <result_of_a_model... E>
constexpr outputs_of<E...> outputs(E...) {
    return {};
}

namespace detail {

template <class... E, bool Evaluated>
struct canonical_stage<outputs_of<E...>, Evaluated> {
    static constexpr int sum(std::initializer_list<int> counts) {
        int total = 0;
        for (int c : counts) total += c;
        return total;
    }
    static constexpr int guess = sum({graph_of<E, Evaluated>().node_count...}) + 8, roots = sum({canonical<E>.root_count...});
    static constexpr bool recognised = sum({canonical_stage<E>::recognised...}) > 0;
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .shared = true};
        if constexpr (sizeof...(E) == 0) return r;
        view const all[sizeof...(E) + 1] = {graph_of<E, Evaluated>()...};
        int largest = 0;
        for (int i = 0; i < static_cast<int>(sizeof...(E)); ++i)
            if (all[i].node_count > all[largest].node_count) largest = i;
        buffer<int> const adopted = imported(r.in, all[largest]);  // first: it need not be rebuilt
        for (int i = 0; i < static_cast<int>(sizeof...(E)); ++i) {
            view const& v = all[i];
            buffer<int> place = adopted;
            if (i != largest) place = imported(r.in, v);
            for (int k = 0; k < v.root_count; ++k) r.roots.push(place[v.roots[k]]);
        }
        return r;
    }
};

}  // namespace detail

template <class... E>
static constexpr written as_written<outputs_of<E...>> = detail::written_node({.what = form::formula, .hash = detail::hash_of("outputs")},
                                                                             detail::all_written<E...>, {{as_written<E>.hash, 0}...});

}  // namespace leibniz::inline v0_1
