#pragma once

#include <leibniz/graph/canonical.hpp>  // which calls this in turn: each header brings the other
#include <leibniz/graph/graph.hpp>

// What a condition chooses, where(c, u, 0), in products and sums.

namespace leibniz {

/// What is chosen within a branch by the condition of that branch is chosen already: where(c, 2*where(c, u, v), t)
/// is where(c, 2*u, t).
constexpr int graph::choose(int condition, int u, int v) {
    int operands[] = {condition, u, v};
    bool vanishes = false;
    for (int k = 1; k < 3; ++k) {
        int& branch = operands[k];
        for (int inner = without_coefficient(branch); is_choice(inner) && operand(inner, 0) == condition; inner = without_coefficient(branch))
            branch = inner == branch ? operand(inner, k) : scale((*this)[branch].number, operand(inner, k));
        vanishes = vanishes || is_number(branch, 0) || may_vanish(branch);
    }
    if (operands[1] == operands[2]) return operands[1];
    return intern({.what = kind::call, .count = 3, .number = vanishes, .fn = rules_.choice}, operands);
}

/// The place of u in where(c, u, 0) or where(c, 0, u), or 0.
constexpr int graph::guarded_place(int i) const {
    if (!is_choice(i)) return 0;
    return is_number(operand(i, 2), 0) ? 1 : is_number(operand(i, 1), 0) ? 2 : 0;
}

/// A guarded factor takes the whole product into its branch, where(c, u, 0)*v = where(c, u*v, 0): then 0 times what is
/// infinite or no number outside of the branch is never formed. A sum or choice of guarded terms stays whole, so that
/// its work is shared; where all of them are 0, so is the product: for s = where(c, u, 0) + where(d, v, 0) and any w,
/// s*w = where(where(c, 1, d), s*w, 0).
constexpr int graph::guarded_product(int a, int b) {
    int const guard = without_coefficient(a), place = guarded_place(guard);
    if (place == 0 && (!may_vanish(guard) || guarded_place(without_coefficient(b)) != 0)) return guarded_product(b, a);
    if (guard != a) return scale((*this)[a].number, multiply(guard, b));
    int const branch = place == 0 ? guard : operand(guard, place), zero = number(0);
    if (place != 0 && (may_vanish(b) || !may_vanish(branch) || guarded_place(without_coefficient(branch)) != 0)) {
        int const product = multiply(branch, b);
        return place == 1 ? choose(operand(guard, 0), product, zero) : choose(operand(guard, 0), zero, product);
    }
    int product = unguarded_product(branch, b);
    if (may_vanish(b)) product = choose(guard_of(b), product, zero);
    return choose(guard_of(guard), product, zero);
}

/// The condition under which node i is not made 0 by others; found once.
constexpr int graph::guard_of(int i) {
    spend(10);
    if (is_number(i, 0)) return i;
    int const inner = without_coefficient(i);
    if (!may_vanish(inner) || exhausted()) return one;
    while (guards_.size() <= inner) guards_.push(-1);
    if (guards_[inner] >= 0) return guards_[inner];
    int guard = one;
    if (is(inner, kind::sum)) {
        buffer<int> all;
        for (int k = 0; k < (*this)[inner].count; ++k) all.push(guard_of(operand(inner, k)));
        sort(all.begin(), all.size(), [this](int a, int b) { return key_of(a) < key_of(b); });
        guard = all[0];
        for (int k = 1; k < all.size(); ++k)
            if (all[k] != all[k - 1]) guard = choose(all[k], one, guard);
    } else {
        int const first = guard_of(operand(inner, 1)), otherwise = guard_of(operand(inner, 2));
        guard = first == one && is_number(otherwise, 0) ? operand(inner, 0) : choose(operand(inner, 0), first, otherwise);
    }
    guards_[inner] = guard;
    return guard;
}

/// The same for the same formula, in whatever order a graph was built: that of nodes differs when a text is read back.
constexpr std::uint64_t graph::key_of(int i) {
    for (int known = keys_.size(); known <= i; ++known) {
        node const& n = (*this)[known];
        spend(40 + 10 * n.count);
        bool const ordered = n.what != kind::sum && n.what != kind::product;
        std::uint64_t operands = 0;
        for (int k = 0; k < n.count; ++k) operands = ordered ? detail::mix(operands, keys_[operand(known, k)]) : operands + detail::mix(1, keys_[operand(known, k)]);
        std::uint64_t const said = detail::mix(detail::hash_of(n.number), detail::hash_of(n.has_row() ? n.fn->name : n.name));
        keys_.push(detail::mix(detail::mix(said, static_cast<std::uint64_t>(n.what)), operands));
    }
    return keys_[i];
}

/// Terms guarded by one condition become one: where(c, u, 0) + where(c, 0, v) = where(c, u, v).
constexpr bool graph::join_guarded(buffer<summand>& entries) {
    bool any = false;
    for (int i = 0; i < entries.size(); ++i) {
        if (guarded_place(entries[i].base) == 0) continue;
        int const condition = operand(entries[i].base, 0);
        buffer<summand> held, otherwise;
        int kept = i + 1, joined = 0;
        for (int k = i; k < entries.size(); ++k) {
            summand const entry = entries[k];
            if (guarded_place(entry.base) != 0 && operand(entry.base, 0) == condition) {
                held.push({entry.coefficient, operand(entry.base, 1)});
                otherwise.push({entry.coefficient, operand(entry.base, 2)});
                ++joined;
            } else {
                entries[kept++] = entry;
            }
        }
        if (joined < 2) continue;
        int const u = sum(held), v = sum(otherwise);
        entries.truncate(kept);
        entries[i] = {1, choose(condition, u, v)};
        any = true;
    }
    return any;
}

}  // namespace leibniz
