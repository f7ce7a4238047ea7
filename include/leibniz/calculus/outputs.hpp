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

/// How one of several outputs joins their graph: its own graph is imported, or it is lowered there, or derived from another output.
struct joined_part {
    int roots = 0, nodes = 0;  // how many results it has; about how many nodes it brings
    view from{};
    bool is_lowered = false;  // (asked in place of the address: see matrix_engine)
    written const* lowered = nullptr;
    int source = -1;
    buffer<int> (*derived)(graph&, int root) = nullptr;
};
template <class E, class Outputs, bool Evaluated>
struct joined_output {
    static constexpr view from = graph_of<E, Evaluated>();
    static constexpr joined_part value{.roots = from.root_count, .nodes = from.node_count, .from = from};
    static constexpr bool recognised = canonical_stage<E>::recognised;
};

template <class... E, bool Evaluated>
struct canonical_stage<outputs_of<E...>, Evaluated> {
    static constexpr int sum(std::initializer_list<int> counts) {
        int total = 0;
        for (int c : counts) total += c;
        return total;
    }
    template <class Output>
    using joined = joined_output<Output, outputs_of<E...>, Evaluated>;
    static constexpr int count = sizeof...(E), guess = sum({joined<E>::value.nodes...}) + 8, roots = sum({joined<E>::value.roots...});
    static constexpr bool recognised = sum({joined_output<E, outputs_of<E...>, false>::recognised...}) > 0;
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .roots = buffer<int>(roots), .shared = true};
        if constexpr (count == 0) return r;
        joined_part const all[count + 1] = {joined<E>::value...};
        int first_root[count + 1] = {}, rank[count + 1] = {}, largest = 0;
        for (int i = 0; i < count; ++i) {
            first_root[i + 1] = first_root[i] + all[i].roots;
            if (all[i].source >= 0) rank[all[i].source] = 1, rank[i] = 2;
            else if (all[i].nodes > all[largest].nodes || all[largest].source >= 0) largest = i;
        }
        auto const join = [&](int output) {
            joined_part const& part = all[output];
            int* to = r.roots.begin() + first_root[output];
            if (part.is_lowered) {
                *to = lowering(r.in)(*part.lowered);
            } else if (part.source >= 0) {
                for (int root : part.derived(r.in, r.roots[first_root[part.source]])) *to++ = root;
            } else {
                buffer<int> const place = imported(r.in, part.from);
                for (int root = 0; root < part.roots; ++root) *to++ = place[part.from.roots[root]];
            }
        };
        for (int of_rank = 1; of_rank <= 2; ++of_rank)  // first, so that what the first one shares is formed as in its gradient alone
            for (int i = 0; i < count; ++i)
                if (rank[i] == of_rank) join(i);
        if (rank[largest] == 0) join(largest);  // a graph with no more than the node 1 takes its nodes over
        for (int i = 0; i < count; ++i)
            if (rank[i] == 0 && i != largest) join(i);
        return r;
    }
};

}  // namespace detail

template <class... E>
static constexpr written as_written<outputs_of<E...>> = detail::written_node({.what = form::formula, .hash = detail::hash_of("outputs")},
                                                                             detail::all_written<E...>, {{as_written<E>.hash, 0}...});

}  // namespace leibniz::inline v0_1
