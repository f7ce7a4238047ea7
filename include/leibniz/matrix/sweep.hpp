#pragma once

#include <leibniz/calculus/partials.hpp>
#include <leibniz/matrix/scalars.hpp>

namespace leibniz::inline v0_1::detail {

/// Symbolic reverse mode with vectors and matrices: one backward sweep from a number. An adjoint has the shape of its node, or is a
/// number that stands in each entry, so that ones appear only where a product needs them. An operand that was spread receives
/// the sum over all entries.
class matrix_sweep {
public:
    constexpr matrix_sweep(graph& g, buffer<int> const& wanted) : g_(g), build_(g), wanted_(wanted) {}

    /// The derivative of node `root`, a number, by each wanted variable, of the variable's shape; by a symmetric one it is symmetric too.
    constexpr buffer<int> operator()(int root) {
        buffer<int> result = pulled_back(root, graph::one);
        for (int k = 0; k < result.size(); ++k) result[k] = build_.projected(result[k], wanted_[k]);
        return result;
    }
    /// What node `root` hands down to each wanted node if its adjoint is `adjoint`.
    constexpr buffer<int> pulled_back(int root, int adjoint) {
        depends_ = dependence(g_, root, wanted_);
        adjoints_ = buffer<int>(root + 1, -1);
        adjoints_[root] = adjoint;
        for (int i = root; i > 0 && !g_.exhausted(); --i)
            if (adjoints_[i] >= 0 && depends_[i] && !is_wanted(i)) pass(i);
        buffer<int> result;
        for (int w : wanted_) {
            matrix_shape const of = build_.shape_of(w);
            result.push(w <= root && adjoints_[w] >= 0 ? build_.spread(adjoints_[w], of) : build_.zeros(of));
        }
        return result;
    }

private:
    constexpr bool depends(int i) const { return i < depends_.size() && depends_[i] != 0; }

    /// Adds to the adjoint of an operand of a node of shape `of`.
    constexpr void give(int operand, int contribution, matrix_shape const& of) {
        if (build_.is_number(operand) && !of.is_number()) {
            if (build_.is_number(contribution)) contribution = g_.multiply(contribution, g_.multiply(of.rows, of.columns));
            else contribution = build_.total(contribution);
        }
        int const before = adjoints_[operand];
        adjoints_[operand] = before < 0 ? contribution : g_.add(before, contribution);
    }

    /// Hands the adjoint of node i down to its operands.
    constexpr void pass(int i) {
        node const n = g_[i];
        matrix_shape const s = build_.shape_of(i);
        int const adjoint = adjoints_[i];
        buffer<int> const u = build_.operands(i);
        g_.spend(60);
        switch (n.what) {
            case kind::number:
            case kind::symbol:
            case kind::column: return;
            case kind::sum:
                for (int part : u)
                    if (depends(part)) give(part, adjoint, s);
                return;
            case kind::scale: return give(u[0], g_.scale(n.number, adjoint), s);
            case kind::product:
                for (int k = 0; k < u.size(); ++k) {
                    if (!depends(u[k])) continue;
                    buffer<multiplicand> rest;
                    rest.push({adjoint, graph::one});
                    for (int j = 0; j < u.size(); ++j)
                        if (j != k) rest.push({u[j], graph::one});
                    give(u[k], g_.product(1, rest), s);
                }
                return;
            case kind::power:
                if (depends(u[1])) break;
                return give(u[0], g_.multiply(adjoint, g_.multiply(u[1], g_.power(u[0], g_.add(u[1], g_.number(-1))))), s);
            case kind::call:
                if (build_.is_product(i)) return pass_chain(i, build_.spread(adjoint, s));
                if (n.fn->meaning == role::matrix) {
                    if (!n.fn->matrix->has_pullback) return;
                    bool const spreads = build_.is<sum_of_entries>(i);
                    int const below = n.fn->matrix->pullback(g_, i, build_.spread(adjoint, s), u[0]);
                    return give(u[0], below, spreads ? build_.shape_of(u[0]) : matrix_shape{});
                }
                break;
            case kind::reduction: return pass_reduction(i, adjoint);
        }
        if (!n.fn->has_partials) return g_.faults.lack(n.fn);
        int out[most_arguments] = {};
        n.fn->partials(g_, u.begin(), out);
        for (int k = 0; k < u.size(); ++k) {
            if (!depends(u[k])) continue;
            if (out[k] < 0) g_.faults.lack(n.fn);
            else give(u[k], g_.multiply(adjoint, out[k]), s);
        }
    }

    /// A sum or mean over rows is linear: what is inside has the derivative whose reduction is multiplied by the adjoint. In there,
    /// other reductions are the same for all rows.
    constexpr void pass_reduction(int i, int adjoint) {
        function const& fn = *g_[i].fn;
        int const inside = g_.operand(i, 0);
        buffer<int> leaves;
        for (int k = 0; k <= inside; ++k)
            if (depends(k) && (g_.is(k, kind::reduction) || is_wanted(k))) leaves.push(k);
        for (int leaf : leaves)
            if (g_.is(leaf, kind::column)) return g_.faults.lack(g_[i].fn);
        buffer<int> const within = matrix_sweep(g_, leaves)(inside);
        for (int k = 0; k < leaves.size(); ++k)
            if (!g_.is_number(within[k], 0) && !build_.is_zeros(within[k]))
                give(leaves[k], g_.multiply(adjoint, build_.over_rows(fn, within[k])), build_.shape_of(leaves[k]));
    }
    constexpr bool is_wanted(int i) const {
        for (int w : wanted_)
            if (w == i) return true;
        return false;
    }

    /// A factor receives left'*adjoint*right'. A chain that was formed of two goes by way of these.
    constexpr void pass_chain(int i, int adjoint) {
        node const n = g_[i];
        if (n.left >= 0) {
            int const left = n.left, right = n.right;
            if (depends(left)) give_upright(left, build_.multiply(adjoint, build_.transpose(right)));
            if (depends(right)) give_upright(right, build_.multiply(build_.transpose(left), adjoint));
            return;
        }
        buffer<int> const f = build_.operands(i);
        for (int k = 0; k < f.size(); ++k) {
            if (!depends(f[k])) continue;
            buffer<int> all;
            for (int j = k; j-- > 0;) all.push(build_.transpose(f[j]));
            all.push(adjoint);
            for (int j = f.size(); j-- > k + 1;) all.push(build_.transpose(f[j]));
            give(f[k], build_.chain(all), build_.shape_of(f[k]));
        }
    }
    constexpr void give_upright(int i, int contribution) { give(i, contribution, build_.shape_of(i)); }

    graph& g_;
    matrix_builder build_;
    buffer<int> const& wanted_;
    buffer<char> depends_{};
    buffer<int> adjoints_{};
};

}  // namespace leibniz::inline v0_1::detail
