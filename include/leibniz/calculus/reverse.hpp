#pragma once

#include <leibniz/calculus/partials.hpp>

namespace leibniz::inline v0_1 {

/// Symbolic reverse mode: one backward sweep from a result to all wanted variables, so that common work is shared. It
/// knows three facts about leaves (a variable by itself is 1, by another 0, a number 0) and the chain rule; the derivative
/// of a function comes from its block of the table. (Griewank and Walther, Evaluating Derivatives, 2008, chapter 3.)
class reverse_sweep {
public:
    constexpr reverse_sweep(graph& g, buffer<int> const& wanted) : graph_(g), wanted_(wanted) {}

    /// The partial derivatives of node `root` by each wanted variable, in their order.
    constexpr buffer<int> operator()(int root) {
        if (graph_.exhausted()) return buffer<int>(wanted_.size());
        if (graph_.matrices()->exists) return graph_.matrices()->derivatives(graph_, root, wanted_);
        first_ = root;
        for (int w : wanted_)
            if (w < first_) first_ = w;
        adjoints at(first_, root);
        find_dependent(root);
        if (couples_rows(root)) graph_.faults.is_matrix = true;
        at.add(root, graph::one);
        buffer<int> const totals = sweep(root, at, true);
        buffer<int> result;
        for (int w : wanted_) result.push(w <= root && totals[w - first_] > 0 ? totals[w - first_] - 1 : graph_.number(0));
        return result;
    }

private:
    /// Finds the nodes below `root` that contain a wanted leaf. Of a large graph only those are looked at that are reached: a row of a
    /// Hessian with few entries costs little.
    constexpr void find_dependent(int root) {
        depends_ = buffer<char>(root + 1);
        below_.clear();
        for (int w : wanted_)
            if (w <= root) depends_[w] = 1;
        buffer<std::uint64_t> open((root - first_) / 64 + 1);  // a bit for each node: the last one is always the next
        std::uint64_t* const words = open.begin();
        int word = (root - first_) / 64;
        words[word] = std::uint64_t{1} << ((root - first_) % 64);
        for (; word >= 0; --word)
            while (words[word] != 0) {
                int const bit = 63 - __builtin_clzll(words[word]), i = first_ + 64 * word + bit;
                words[word] ^= std::uint64_t{1} << bit;
                below_.push(i);
                for (int const *o = graph_.operands(i), *end = o + graph_[i].count; o != end; ++o)
                    if (int const place = *o - first_; place >= 0) words[place / 64] |= std::uint64_t{1} << (place % 64);
            }
        graph_.spend(20 * below_.size());
        char* const flags = depends_.begin();
        for (int k = below_.size() - 1; k >= 0; --k) {
            int const i = below_[k];
            for (int const *o = graph_.operands(i), *end = o + graph_[i].count; o != end && flags[i] == 0; ++o) flags[i] = flags[*o];
        }
    }

    /// True if a column occurs outside all reductions while a wanted column occurs inside one: then each row of the result
    /// depends on every row, and the derivative is a matrix.
    constexpr bool couples_rows(int root) const {
        bool column_wanted = false;
        for (int w : wanted_) column_wanted = column_wanted || graph_.is(w, kind::column);
        if (!column_wanted) return false;
        buffer<char> outside(root + 1, 0), inside(root + 1, 0);
        outside[root] = 1;
        bool varies = false, reduces = false;
        for (int i = root; i >= 0; --i) {
            varies = varies || (outside[i] && graph_.is(i, kind::column));
            bool const wanted_column = graph_.is(i, kind::column) && depends_[i];
            reduces = reduces || (inside[i] && wanted_column);
            for (int k = 0; k < graph_[i].count; ++k) {
                int const o = graph_.operand(i, k);
                if (inside[i] || graph_.is(i, kind::reduction)) inside[o] = 1;
                if (outside[i] && !graph_.is(i, kind::reduction)) outside[o] = 1;
            }
        }
        return varies && reduces;
    }

    /// The contributions to the adjoint of each node: lists that are summed once, when the sweep reaches the node.
    class adjoints {
    public:
        constexpr adjoints(int first, int last) : first_(first), last_(last - first + 1) {}
        constexpr bool any(int i) const { return last_[i - first_] > 0; }
        constexpr void add(int i, int contribution) {
            int& last = last_[i - first_];
            links_.push({contribution, last});
            last = links_.size();
        }
        constexpr int total(graph& g, int i) const {
            int const last = last_[i - first_];
            if (link const& only = links_[last - 1]; only.previous == 0) return only.contribution;
            buffer<summand> entries;
            for (int l = last; l > 0; l = links_[l - 1].previous) entries.push({1, links_[l - 1].contribution});
            for (int k = 0, m = entries.size() - 1; k < m; ++k, --m) {  // in the order of arrival
                summand const swapped = entries[k];
                entries[k] = entries[m];
                entries[m] = swapped;
            }
            return g.sum(entries);
        }

    private:
        struct link {
            int contribution = 0, previous = 0;  // a link's number from 1 on, as in last_
        };
        int first_;
        buffer<int> last_;  // by node, from the first on
        buffer<link> links_;
    };

    /// Sweeps from `root` to the leaves. Returns 1 + the adjoint of every leaf from the first wanted one on, or 0: what is 0 at
    /// first takes no statements. Inside a reduction, other reductions are leaves.
    constexpr buffer<int> sweep(int root, adjoints& at, bool through_reductions) {
        buffer<int> totals(root - first_ + 1);
        graph_.spend(6 * below_.size());
        for (int i : below_) {
            if (graph_.exhausted()) break;
            if (i > root || !depends_[i] || !at.any(i)) continue;
            int const adjoint = at.total(graph_, i);
            node const n = graph_[i];
            if (n.count == 0) totals[i - first_] = adjoint + 1;
            else if (n.what != kind::reduction) chain_rule(i, adjoint, at);
            else if (!through_reductions) totals[i - first_] = adjoint + 1;
            else reduce(i, adjoint, at);
        }
        return totals;
    }

    /// Each operand receives the adjoint times the partial derivative by it.
    constexpr void chain_rule(int i, int adjoint, adjoints& at) {
        local_partials const partials(graph_, i, depends_);
        for (local_partials::entry const& p : partials) at.add(p.operand, graph_.chain(adjoint, p.partial));
    }

    /// A sum or mean over rows is linear. Its derivative by a number is the reduction of the derivative; by an entry of a
    /// column only that row remains (for a mean, divided by the number of rows).
    constexpr void reduce(int i, int adjoint, adjoints& at) {
        node const n = graph_[i];
        int const inside = graph_.operand(i, 0);
        adjoints within(first_, inside);
        within.add(inside, graph::one);
        buffer<int> const totals = sweep(inside, within, false);
        for (int leaf = first_; leaf <= inside; ++leaf) {
            int const total = totals[leaf - first_] - 1;
            if (total < 0) continue;
            if (!graph_.is(leaf, kind::column)) {
                at.add(leaf, graph_.chain(adjoint, graph_.reduction(*n.fn, total)));
            } else {
                int const rows = n.fn->averages ? graph_.reduction(*graph_.rules().summation, graph::one) : graph::one;
                at.add(leaf, graph_.divide(graph_.chain(adjoint, total), rows));
            }
        }
    }

    graph& graph_;
    buffer<int> const& wanted_;
    buffer<char> depends_;
    buffer<int> below_;  // the root and what is reached from it, the last one first
    int first_ = 0;  // of the wanted leaves: nothing before it depends on one
};

}  // namespace leibniz::inline v0_1
