#pragma once

#include <leibniz/calculus/partials.hpp>

namespace leibniz::inline v0_1 {

/// Forward mode: the derivative of node `root` by one leaf, or by several along tangents, operands first. Each node's derivative is the
/// sum over its operands of partial times derivative. Like terms meet in flat sums, which keeps high orders small.
class forward_sweep {
public:
    constexpr explicit forward_sweep(graph& g) : graph_(g) {}

    constexpr int operator()(int root, int by) {
        buffer<int> leaf, tangent;
        leaf.push(by);
        tangent.push(graph::one);
        return (*this)(root, leaf, tangent);
    }
    constexpr int operator()(int root, buffer<int> const& leaves, buffer<int> const& tangents) {
        if (graph_.exhausted()) return graph::one;
        buffer<char> const depends = dependence(graph_, root, leaves);
        if (!depends[root]) return graph_.number(0);
        buffer<char> const needed = below(root, depends);
        buffer<int> derivatives(root + 1, -1);
        int first = root;
        for (int k = 0; k < leaves.size(); ++k) {
            if (leaves[k] > root) continue;
            int& own = derivatives[leaves[k]];
            own = own < 0 ? tangents[k] : graph_.add(own, tangents[k]);  // of a leaf that is named twice the tangents add up
            if (leaves[k] < first) first = leaves[k];
        }
        for (int i = first; i <= root && !graph_.exhausted(); ++i) {
            if (!needed[i] || graph_[i].count == 0) continue;
            if (graph_.is(i, kind::reduction)) {  // linear
                node const n = graph_[i];
                derivatives[i] = graph_.reduction(*n.fn, derivatives[graph_.operand(i, 0)]);
                continue;
            }
            local_partials const partials(graph_, i, depends);
            buffer<summand> entries;
            for (local_partials::entry const& p : partials) {
                int const inner = derivatives[p.operand];
                if (graph_.is(i, kind::scale) && graph_.is(inner, kind::sum))  // term by term, so that like terms meet
                    for (int k = 0; k < graph_[inner].count; ++k) entries.push({graph_[i].number, graph_.operand(inner, k)});
                else entries.push({1, graph_.chain(p.partial, inner)});
            }
            derivatives[i] = graph_.sum(entries);
        }
        return derivatives[root];
    }

private:
    /// Marks the nodes below `root` that depend on the leaf.
    constexpr buffer<char> below(int root, buffer<char> const& depends) const {
        buffer<char> needed(root + 1, 0);
        needed[root] = 1;
        for (int i = root; i >= 0; --i)
            for (int k = 0; needed[i] && k < graph_[i].count; ++k)
                if (depends[graph_.operand(i, k)]) needed[graph_.operand(i, k)] = 1;
        return needed;
    }

    graph& graph_;
};

}  // namespace leibniz::inline v0_1
