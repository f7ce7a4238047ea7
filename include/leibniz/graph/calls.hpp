#pragma once

#include <leibniz/graph/graph.hpp>
#include <leibniz/graph/row.hpp>

namespace leibniz::inline v0_1::detail {

/// True if node i of a graph, or of a finished one, is a call of block F; does not instantiate its descriptor.
template <class F, class Graph>
constexpr bool is_call(Graph const& of, int i) {
    return of.is(i, kind::call) && is_row<F>(*of[i].fn);
}

/// A call of block F in a graph.
template <class F, class Graph, class... Operands>
constexpr int make_call(Graph& g, Operands... operands) {
    int const all[] = {operands...};
    return g.call(*registered<F>::descriptor, all);
}

}  // namespace leibniz::inline v0_1::detail
