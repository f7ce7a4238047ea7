#pragma once

#include <leibniz/leibniz.hpp>
#include <leibniz/parse/model_algebra.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace leibniz {

namespace detail {

/// A copy of a finished graph that no longer depends on how it was made.
inline result copied(view const& from, bool evaluated) {
    result copy{.in = graph(evaluated ? rules_of<true>() : rules, false, unlimited), .shared = from.shared};
    buffer<int> const place = imported(copy.in, from);
    for (int k = 0; k < from.root_count; ++k) copy.roots.push(place[from.roots[k]]);
    return copy;
}

/// The model of a graph in static storage; `written` is its text.
inline model model_of(std::string written, view const& finished, view const& evaluated, bool recognised) {
    auto const source = std::make_shared<source_text>(source_text{std::move(written)});
    for (view const& v : {finished, evaluated})
        for (int i = 0; i < v.node_count; ++i) {
            node const& n = v[i];
            if (has_a_value(n)) source->mention(n.name);
        }
    auto const other = recognised ? std::make_shared<result const>(without_dead_nodes(copied(evaluated, true))) : nullptr;
    return {source, copied(finished, false), unlimited, {"f"}, other};
}

}  // namespace detail

/// An expression as a model of the run-time engine, with the same graph. Functions of your own in it cannot be evaluated there.
///
///     assert(text(as_model(w*x + x*w)) == "2*w*x");
template <expression E>
model as_model(E e) {
    return detail::model_of(text(e), detail::graph_of<E, false>(), detail::graph_of<E, true>(), detail::canonical_stage<E>::recognised);
}
inline model as_model(model const& m) { return m; }

}  // namespace leibniz
