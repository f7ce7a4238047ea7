#pragma once

#include <leibniz/leibniz.hpp>
#include <leibniz/parse/model_algebra.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// A copy of a finished graph that no longer depends on how it was made.
inline result copied(view const& from, bool evaluated) {
    result copy{.in = graph(evaluated ? rules_of<true>() : rules, false, unlimited), .shared = from.shared};
    buffer<int> const place = imported(copy.in, from);
    for (int k = 0; k < from.root_count; ++k) copy.roots.push(place[from.roots[k]]);
    return copy;
}

/// The functions of an expression that are not in the table.
template <class E>
constexpr further_functions own_functions_of(bool evaluated) {
    view const v = evaluated ? graph_of<E, true>() : graph_of<E, false>();
    further_functions found;
    for (int i = 0; i < v.node_count; ++i)
        if (v.is(i, kind::call) && &valued(*v[i].fn) == v[i].fn) found.add(*v[i].fn);
    return found;
}
template <class E>
inline constexpr further_functions own_functions = own_functions_of<E>(false);

/// The model of a graph in static storage; `written` is its text.
inline model model_of(std::string written, std::vector<function const*> own, view const& finished, view const& evaluated, bool recognised) {
    auto const source = std::make_shared<source_text>(source_text{std::move(written)});
    source->further = std::move(own);
    for (view const& v : {finished, evaluated})
        for (int i = 0; i < v.node_count; ++i) {
            node const& n = v[i];
            if (has_a_value(n)) source->mention(n.name);
        }
    auto const other = recognised ? std::make_shared<result const>(without_dead_nodes(copied(evaluated, true))) : nullptr;
    return {source, copied(finished, false), unlimited, {"f"}, other};
}

}  // namespace detail

/// An expression as a model of the run-time engine, with the same graph.
///
///     assert(text(as_model(w*x + x*w)) == "2*w*x");
template <expression E>
model as_model(E e) {
    std::vector<function const*> own;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (detail::add_valued<detail::block<detail::own_functions<E>.of[I]>>(own), ...);
    }(std::make_index_sequence<detail::own_functions<E>.count>{});
    return detail::model_of(text(e), std::move(own), detail::graph_of<E, false>(), detail::graph_of<E, true>(), detail::canonical_stage<E>::recognised);
}
inline model as_model(model const& m) { return m; }

}  // namespace leibniz
