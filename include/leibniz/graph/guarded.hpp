#pragma once

#include <leibniz/graph/canonical.hpp>  // which calls this in turn: each header brings the other
#include <leibniz/graph/graph.hpp>

// Guarded nodes, choices with a branch of 0 such as where(c, u, 0), in products and sums.

namespace leibniz::inline v0_1 {

/// The position of u in where(c, u, 0) or where(c, 0, u), or 0.
constexpr int graph::guarded_place(int i) const {
    if (!is_choice(i)) return 0;
    return is_number(operand(i, 2), 0) ? 1 : is_number(operand(i, 1), 0) ? 2 : 0;
}

/// A guarded factor takes the whole product into its branch, where(c, u, 0)*v = where(c, u*v, 0), so that 0 is never multiplied by
/// a v that is infinite or NaN. A sum of guarded terms stays whole, so that its work is shared. With `guards` the product is 0
/// where all terms are: for s = where(c, u, 0) + where(d, v, 0) and any w, s*w = where(where(c, 1, d), s*w, 0).
constexpr int graph::guarded_product(int a, int b, bool guards) {
    int const guard = without_coefficient(a);
    bool const vanishes = may_vanish(a), open = vanishes && is_choice(guard);
    if (!open && (!vanishes || (may_vanish(b) && is_choice(without_coefficient(b))))) return guarded_product(b, a, guards);
    if (guard != a) return scale(coefficient_of(a), product_of(guard, b, guards));
    int const place = guarded_place(guard), branch = place == 0 ? guard : without_coefficient(operand(guard, place));
    if (is_choice(guard) && (!guards || may_vanish(b) || !is(branch, kind::sum) || !may_vanish(branch))) {
        int const condition = operand(guard, 0);  // 0*where(c, u, 1/0) is 0/0 where c is not so
        int const held = guards ? b : given(b, condition, true, 0), otherwise = guards ? b : given(b, condition, false, 0);
        return choose(condition, product_of(operand(guard, 1), held, guards), product_of(operand(guard, 2), otherwise, guards));
    }
    int product = unguarded_product(place == 0 ? guard : operand(guard, place), b);
    if (!guards) return product;
    int const zero = number(0);
    if (may_vanish(b)) product = choose(guard_of(b), product, zero);
    return choose(guard_of(guard), product, zero);
}

/// A product of node i: 0/0 where i divides by what its guards make 0.
constexpr int graph::undivided(int product, int i) {
    int const inner = without_coefficient(i), count = is(inner, kind::product) ? (*this)[inner].count : 1;
    for (int k = 0; k < count; ++k) {
        int const part = is(inner, kind::product) ? operand(inner, k) : inner, base = base_of(part);
        if (base != part && may_vanish(base) && (*this)[operand(part, 1)].number.is_negative())
            product = choose(guard_of(base), product, divide(number(0), number(0)));
    }
    return product;
}

/// The condition under which no guard makes node i 0; remembered.
constexpr int graph::guard_of(int i) {
    spend(10);
    if (is_number(i, 0)) return i;
    int const inner = without_coefficient(i);
    if (!may_vanish(inner) || exhausted()) return one;
    if (int const found = noted(guards_, inner); found >= 0) return found;
    int guard = one;
    if (is(inner, kind::sum)) {
        buffer<int> all;
        for (int k = 0; k < (*this)[inner].count; ++k) {
            int const next = guard_of(operand(inner, k));
            all.push(next);
            for (int j = k; j > 0 && key_of(next) < key_of(all[j - 1]); --j) all[j] = all[j - 1], all[j - 1] = next;
        }
        guard = all[0];
        for (int k = 1; k < all.size(); ++k)
            if (all[k] != all[k - 1]) guard = choose(all[k], one, guard);
    } else {
        int const first = guard_of(operand(inner, 1)), otherwise = guard_of(operand(inner, 2));
        guard = truth(choose(operand(inner, 0), first, otherwise));
    }
    guards_[inner] = guard;
    return guard;
}

/// A key that depends on the formula only, not on the order in which a graph was built, which differs when text is read back.
constexpr std::uint64_t graph::key_of(int i) {
    for (int known = keys_.size(); known <= i; ++known) {
        node const& n = (*this)[known];
        spend(40 + 10 * n.count);
        bool const ordered = n.what != kind::sum && n.what != kind::product;
        std::uint64_t operands = 0;
        for (int k = 0; k < n.count; ++k)
            operands = ordered ? detail::mix(operands, keys_[operand(known, k)]) : operands + detail::mix(1, keys_[operand(known, k)]);
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
    for (int i = 0; i < entries.size() && !any; ++i)
        for (int k = i + 1; k < entries.size() && !any; ++k) {
            if (guarded_place(entries[i].base) != 2 || guarded_place(entries[k].base) != 2) continue;
            int const both = join_opposite(entries[i], entries[k]);
            if (both < 0) continue;
            entries[i] = {1, both};
            entries[k] = entries.pop();
            any = true;
        }
    return any;
}

/// The derivative of max and min: for s = where(u > v, 1, 1/2) and t = where(u < v, 1, 1/2),
/// where(u < v, 0, a*s) + where(u > v, 0, b*t) = where(u < v, b, where(u > v, a, (a + b)/2)).
/// Not if a or b are choices themselves, because the text of nested ones would double with each.
constexpr int graph::join_opposite(summand a, summand b) {
    int const c = operand(a.base, 0), d = operand(b.base, 0);
    if (!exclude(c, d)) return -1;
    lesser const first = (*this)[c].fn->says_less, second = (*this)[d].fn->says_less;
    if (first == second ? key_of(d) < key_of(c) : second == lesser::first) return join_opposite(b, a);
    int s = scale(a.coefficient, operand(a.base, 2)), t = scale(b.coefficient, operand(b.base, 2));
    int const common = common_factor(s, t);
    int const parts[] = {given(t, c, true, 2), given(s, d, true, 2), given(s, d, false, 2), given(given(t, c, false, 2), d, false, 2)};
    if (parts[0] == t || parts[1] == s) return -1;
    for (int part : parts)
        if (chooses(part, 2)) return -1;
    buffer<summand> twice;
    twice.push({2, parts[2]});
    twice.push({2, parts[3]});
    return multiply(common, choose(c, parts[0], choose(d, parts[1], scale(rational(1, 2), sum(twice)))));
}

/// The common factors of two products, which are divided by them.
constexpr int graph::common_factor(int& a, int& b) {
    int const left = without_coefficient(a), right = without_coefficient(b);
    if (!is(left, kind::product) || !is(right, kind::product)) return one;
    buffer<multiplicand> common, of_left, of_right;
    for (int i = 0; i < (*this)[left].count; ++i) of_left.push({operand(left, i), one});
    for (int k = 0; k < (*this)[right].count; ++k) {
        multiplicand const f{operand(right, k), one};
        int i = 0;
        while (i < of_left.size() && of_left[i].base != f.base) ++i;
        if (i == of_left.size()) of_right.push(f);
        else common.push(f), of_left[i].base = one;
    }
    if (common.empty()) return one;
    a = product(a == left ? 1 : (*this)[a].number, of_left);
    b = product(b == right ? 1 : (*this)[b].number, of_right);
    return product(1, common);
}

}  // namespace leibniz::inline v0_1
