#pragma once

#include <leibniz/graph/canonical.hpp>  // which calls this in turn: each header brings the other
#include <leibniz/graph/graph.hpp>

// What a condition chooses, where(c, u, 0), in products and sums.

namespace leibniz {

/// A guarded factor takes the whole product into its branch, where(c, u, 0)*v = where(c, u*v, 0): then 0 times what is
/// infinite or no number outside of the branch is never formed.
constexpr int graph::guarded(int guard, int inside) {
    int const inner = without_coefficient(guard);
    int const condition = operand(inner, 0), u = operand(inner, 1), v = operand(inner, 2);
    rational const coefficient = is(guard, kind::scale) ? (*this)[guard].number : rational(1);
    int branches[] = {condition, u, v};
    for (int k = 1; k < 3; ++k)
        if (!is_number(branches[k], 0)) branches[k] = multiply(branches[k], inside);
    return scale(coefficient, call(*rules_.choice, branches));
}

/// A sum whose every term is guarded: a factor goes to each, or it would meet a sum of zeros outside of all branches.
constexpr bool graph::is_sum_of_guarded(int i) const {
    if (!is(i, kind::sum)) return false;
    for (int k = 0; k < (*this)[i].count; ++k)
        if (!is_guarded(operand(i, k))) return false;
    return true;
}

/// Terms guarded by one condition become one: where(c, u, 0) + where(c, 0, v) = where(c, u, v).
constexpr bool graph::join_guarded(buffer<summand>& entries) {
    bool any = false;
    for (int i = 0; i < entries.size(); ++i) {
        if (!is_guarded(entries[i].base)) continue;
        int const condition = operand(entries[i].base, 0);
        buffer<summand> held, otherwise;
        int kept = i + 1, joined = 0;
        for (int k = i; k < entries.size(); ++k) {
            summand const entry = entries[k];
            if (is_guarded(entry.base) && operand(entry.base, 0) == condition) {
                held.push({entry.coefficient, operand(entry.base, 1)});
                otherwise.push({entry.coefficient, operand(entry.base, 2)});
                ++joined;
            } else {
                entries[kept++] = entry;
            }
        }
        if (joined < 2) continue;
        int const branches[] = {condition, sum(held), sum(otherwise)};
        entries.truncate(kept);
        entries[i] = {1, call(*rules_.choice, branches)};
        any = true;
    }
    return any;
}

}  // namespace leibniz
