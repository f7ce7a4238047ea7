#pragma once

#include <leibniz/graph/graph.hpp>

namespace leibniz {

/// What all finished graphs look like from outside: nodes in topological order, and the results asked for.
struct view {
    node const* nodes = nullptr;
    int const* operands = nullptr;
    int const* roots = nullptr;
    condition const* conditions = nullptr;
    int node_count = 0, operand_count = 0, root_count = 0, condition_count = 0;
    bool shared = false;                // several results: products keep the factors they were formed of
    leibniz::faults faults{};

    constexpr node const& operator[](int i) const { return nodes[i]; }
    constexpr int operand(int i, int position) const { return operands[nodes[i].first + position]; }
    constexpr bool is(int i, kind k) const { return nodes[i].what == k; }
    constexpr int root() const { return roots[0]; }
};

/// A graph with the results asked for: what a stage of the engine hands to the next.
struct result {
    graph in;
    buffer<int> roots{};
    bool shared = false;
};

/// A finished graph in arrays of fixed capacity, to be kept as a `static constexpr` value. Holds only what the
/// results need, renumbered in the same order.
template <int Nodes, int Operands, int Roots>
struct frozen {
    node nodes[static_cast<unsigned>(Nodes + 1)]{};
    int operands[static_cast<unsigned>(Operands + 1)]{};
    int roots[static_cast<unsigned>(Roots + 1)]{};
    condition conditions[static_cast<unsigned>(Roots + 1)]{};
    int node_count = 0, operand_count = 0, root_count = 0, condition_count = 0;
    bool shared = false;
    leibniz::faults faults{};

    constexpr bool fits() const { return node_count <= Nodes && operand_count <= Operands && root_count <= Roots && condition_count <= Roots; }
    constexpr leibniz::view view() const {
        return {nodes, operands, roots, conditions, node_count, operand_count, root_count, condition_count,
                shared, faults};
    }

    /// Copies what is alive; beyond the capacity it only counts, so that the right size is known.
    constexpr explicit frozen(leibniz::view from) 
        : shared(from.shared), faults(from.faults) {
        buffer<int> place(from.node_count, -1);
        if (from.node_count > 0) place[0] = 0;  // the number 1 stays the first node, so that a graph can adopt the whole
        for (int r = 0; r < from.root_count; ++r) place[from.roots[r]] = 0;
        for (int c = 0; c < from.condition_count; ++c) place[from.conditions[c].about] = 0;
        for (int i = from.node_count - 1; i >= 0; --i)
            if (place[i] == 0) {
                for (int k = 0; k < from[i].count; ++k) place[from.operand(i, k)] = 0;
                if (shared && from[i].left >= 0) place[from[i].left] = place[from[i].right] = 0;
            }
        for (int i = 0; i < from.node_count; ++i) {
            if (place[i] < 0) continue;
            place[i] = node_count++;
            bool const room = node_count <= Nodes && operand_count + from[i].count <= Operands;
            if (room) {
                nodes[place[i]] = from[i];
                nodes[place[i]].first = operand_count;
                nodes[place[i]].left = shared && from[i].left >= 0 ? place[from[i].left] : -1;
                nodes[place[i]].right = shared && from[i].left >= 0 ? place[from[i].right] : -1;
                for (int k = 0; k < from[i].count; ++k) operands[operand_count + k] = place[from.operand(i, k)];
            }
            operand_count += from[i].count;
        }
        for (int r = 0; r < from.root_count; ++r, ++root_count)
            if (root_count < Roots) roots[root_count] = place[from.roots[r]];
        for (int c = 0; c < from.condition_count; ++c, ++condition_count)
            if (condition_count < Roots) conditions[condition_count] = {from.conditions[c].what, place[from.conditions[c].about]};
    }
};

namespace detail {

constexpr view seen(result const& r) {
    return {r.in.begin(), r.in.operands(), r.roots.begin(), r.in.conditions().begin(), r.in.size(), r.in.operand_count(),
            r.roots.size(), r.in.conditions().size(), r.shared, r.in.faults};
}

constexpr view seen(view v) { return v; }

constexpr int larger(int a, int b) { return a < b ? b : a; }

/// Runs a stage (`Stage::run()` gives a result, `Stage::guess` a number of nodes) and keeps the finished graph in
/// exactly the size it needs. A first guess that is too small is rebuilt once at the size found.
template <class Stage>
struct finished {
    static constexpr auto first = frozen<Stage::guess, 3 * Stage::guess, Stage::roots>(seen(Stage::run()));
    static constexpr int most_roots = larger(first.root_count, first.condition_count);
    static constexpr auto exact() {
        using fitting = frozen<first.node_count, first.operand_count, most_roots>;
        if constexpr (first.fits()) return fitting(first.view());
        else return fitting(seen(Stage::run()));
    }
    static constexpr auto value = exact();
};

}  // namespace detail
}  // namespace leibniz
