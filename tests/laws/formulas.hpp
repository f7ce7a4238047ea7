#pragma once

#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/leibniz.hpp>

#include <string>

// What law tests do with formulas of the run-time engine.

/// A graph and one result in it.
inline leibniz::view whole(leibniz::graph const& g, int const& root) {
    return {.nodes = g.begin(), .operands = g.operands(), .roots = &root, .node_count = g.size(), .root_count = 1};
}

inline leibniz::program compiled(leibniz::graph const& g, int root) { return leibniz::program(whole(g, root)); }

inline std::string printed(leibniz::graph const& g, int root) {
    leibniz::buffer<char> const text = leibniz::written_text(whole(g, root));
    return {text.begin(), text.end()};
}

/// An expression type in a graph.
template <class E>
int lowered(leibniz::graph& g, E) {
    return leibniz::lowering(g)(leibniz::as_written<E>);
}

/// Whether every node, built again from its operands, is itself.
inline bool is_idempotent(leibniz::graph& g) {
    int const size = g.size();
    for (int i = 0; i < size; ++i) {
        leibniz::node const n = g[i];
        leibniz::buffer<int> operands;
        for (int k = 0; k < n.count; ++k) operands.push(g.operand(i, k));
        if (leibniz::rebuilt(g, n, operands) != i) return false;
    }
    return g.size() == size;
}
