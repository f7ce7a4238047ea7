#pragma once

#include <leibniz/calculus/formed_slopes.hpp>
#include <leibniz/graph/row.hpp>

namespace leibniz::inline v0_1 {

/// Marks the nodes up to `root` that contain one of the wanted leaves.
constexpr buffer<char> dependence(graph& g, int root, buffer<int> const& wanted) {
    buffer<char> depends(root + 1);
    char* const flags = depends.begin();
    int first = root;  // no node before the first wanted leaf depends on one: operands come first
    for (int w : wanted) {
        if (w <= root) flags[w] = 1;
        if (w < first) first = w;
    }
    g.spend(8 * (root - first));
    for (int i = first; i <= root; ++i)
        for (int const *o = g.operands(i), *end = o + g[i].count; o != end && flags[i] == 0; ++o) flags[i] = flags[*o];
    return depends;
}

/// The partial derivatives of one operation by those of its operands that depend on a wanted leaf, from the block of the
/// table. In a sum or product of n operands each is paired with the rest, so that the binary block serves.
class local_partials {
public:
    struct entry {
        int operand = 0, partial = 0;
    };

    constexpr local_partials(graph& g, int i, buffer<char> const& depends) {
        node const n = g[i];
        g.spend(60);
        if (!n.fn->has_partials) {
            g.faults.lack(n.fn);
            return;
        }
        buffer<int> operands;
        operands.append(g.operands(i), n.count);
        int out[most_arguments] = {};
        if (int const slope = n.what == kind::power ? power_rule(g, operands) : -1; slope >= 0) {
            if (depends[operands[0]]) entries_.push({operands[0], slope});
        } else if (n.what == kind::scale) {
            int const both[] = {operands[0], g.number(n.number)};
            n.fn->partials(g, both, out);
            entries_.push({operands[0], out[0]});
        } else if (formed_slopes::covers(g, i)) {
            for (int k = 0; k < n.count && !g.exhausted(); ++k) {
                int const part = operands[k], base = g.base_of(part);
                if (!depends[part]) continue;
                int const whole = formed_slopes(g)(i, base);
                if (whole >= 0) entries_.push({base, whole});
                else entries_.push({part, n.count == 2 ? operands[1 - k] : rest(g, operands, k)});
            }
        } else if (n.what != kind::product || n.count <= 2) {
            n.fn->partials(g, operands.begin(), out);  // the partial of a sum by any of its terms is the same
            for (int k = 0; k < n.count; ++k) {
                if (!depends[operands[k]]) continue;
                int const partial = out[n.what == kind::sum ? 0 : k];
                if (partial < 0 || g.faults.inexact) g.faults.lack(n.fn);
                else entries_.push({operands[k], partial});
            }
        } else {
            for (int k = 0; k < n.count && !g.exhausted(); ++k) {
                if (!depends[operands[k]]) continue;
                int const split[] = {operands[k], rest(g, operands, k)};
                n.fn->partials(g, split, out);
                entries_.push({operands[k], out[0]});
            }
        }
    }

    constexpr entry const* begin() const { return entries_.begin(); }
    constexpr entry const* end() const { return entries_.end(); }

private:
    /// n*u^(n - 1) of u^n with a number n, without the derivative by n; else -1.
    static constexpr int power_rule(graph& g, buffer<int> const& operands) {
        rational const exponent = g[operands[1]].number, less = exponent - rational(1);
        if (!g.is(operands[1], kind::number) || !less.valid() || g.matrices()->exists) return -1;
        return g.scale(exponent, g.power(operands[0], g.number(less)));
    }
    static constexpr int rest(graph& g, buffer<int> const& operands, int left_out) {
        g.spend(8 * operands.size());
        buffer<int> others;
        for (int k = 0; k < operands.size(); ++k)
            if (k != left_out) others.push(operands[k]);
        return g.sorted_product(others);
    }

    buffer<entry> entries_;
};

}  // namespace leibniz::inline v0_1
