#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/user_block.hpp>
#include <leibniz/rules/identities.hpp>
#include <leibniz/rules/recognition.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

template <class E>
constexpr bool has_written_forms();

/// graph; but as it depends on E, what is named with it is compiled only for models that need it.
template <class E>
using graph_for = typename std::conditional<true, graph, E>::type;

/// How the graph of E is made; with `Evaluated` the one that evaluation uses. `recognised` says whether the two differ.
template <class E, bool Evaluated = false>
struct canonical_stage {
    static constexpr int guess = (Evaluated ? 3 : 1) * as_written<E>.size + 8, roots = 1;
    static constexpr bool recognised = has_written_forms<E>();
    static constexpr result run(long long allowed) {
        result r{graph(rules_of<Evaluated>(), false, allowed)};
        r.roots.push(lowering(r.in, Evaluated)(as_written<E>));
        if constexpr (Evaluated) recognise_in<graph_for<E>>(r, allowed);
        return r;
    }
};

template <class E, bool Evaluated>
struct finished_graph {
    static constexpr view seen() { return finished<canonical_stage<E, Evaluated>>::chosen(); }
};

}  // namespace detail

/// The canonical form of an expression, computed once per type.
template <class E>
static constexpr view canonical = detail::finished_graph<E, false>::seen();

namespace detail {

template <class E>
constexpr bool has_written_forms() {
    if constexpr (!canonical<E>.matrices->exists && may_have_written_forms(canonical<E>)) return recognises<graph_for<E>>(canonical<E>, by_default);
    else return false;
}

template <class E>
constexpr view evaluated_view() {
    if constexpr (!canonical_stage<E>::recognised) return canonical<E>;
    else if constexpr (constexpr faults of = finished_graph<E, true>::seen().faults; of.exhausted || of.overflowed) return canonical<E>;
    else return finished_graph<E, true>::seen();
}

}  // namespace detail

/// The form of an expression that evaluation uses: the canonical one, or one in which functions that were written out
/// are recognised (rules/recognition.hpp); derivatives of it are derivatives of those functions.
template <class E>
static constexpr view evaluated_form = detail::evaluated_view<E>();

namespace detail {

template <class E, bool Evaluated>
constexpr view graph_of() {
    if constexpr (Evaluated) return evaluated_form<E>;
    else return canonical<E>;
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
