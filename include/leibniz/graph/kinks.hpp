#pragma once

#include <leibniz/graph/canonical.hpp>  // which calls this in turn: each header brings the other
#include <leibniz/graph/graph.hpp>

// Signs in products and lengths in sums, so that second derivatives of smooth formulas through abs and hypot have the
// value of the limit at the kink, and all their digits beside it.

namespace leibniz::inline v0_1 {

/// True if node i may be 0 on a piece, as relu(x) and x - |x| are; looks `levels` deep.
constexpr bool graph::bends(int i, int levels) {
    node const& n = (*this)[i];
    spend(20);
    bool any = levels == 0 || (n.what == kind::call && n.fn->bends);
    for (int k = 0; k < n.count && !any; ++k) any = bends(operand(i, k), levels - 1);
    return any;
}

/// True if node i is a sum with a term that has this sign as a factor, or a product of such a sum; looks `levels` deep.
constexpr bool graph::holds_sign(int i, int sign, int levels) {
    if (i == sign) return true;
    node const n = (*this)[i];
    if (levels == 0 || (n.what != kind::sum && n.what != kind::product && n.what != kind::scale)) return false;
    spend(10 + 5 * n.count);
    for (int k = 0; k < n.count; ++k)
        if (holds_sign(operand(i, k), sign, levels - 1)) return true;
    return false;
}

/// Node i, which holds sign(u), times sign(u): where one meets the other, 1.
constexpr int graph::times_sign(int i, int sign, int levels) {
    if (i == sign) return power(sign, number(2));
    node const n = (*this)[i];
    if (n.what == kind::scale) return scale(n.number, times_sign(operand(i, 0), sign, levels - 1));
    if (n.what == kind::sum) {
        buffer<summand> parts;
        for (int k = 0; k < n.count && !exhausted(); ++k) {
            int const part = operand(i, k);
            parts.push({1, holds_sign(part, sign, levels - 1) ? times_sign(part, sign, levels - 1) : multiply(part, sign)});
        }
        return sum(parts);
    }
    int result = one;
    bool taken = false;
    for (int k = 0; k < n.count && !exhausted(); ++k) {
        int const part = operand(i, k);
        bool const here = !taken && holds_sign(part, sign, levels - 1);
        taken = taken || here;
        result = multiply(result, here ? times_sign(part, sign, levels - 1) : part);
    }
    return result;
}

/// A product with sign(u) among its factors: |u|*sign(u) is u, u*sign(u) is |u|, and a sum in which sign(u) stands is
/// multiplied by it term by term; or -1 where nothing of this is among the factors.
constexpr int graph::simpler_product(buffer<int> const& factors) {
    int const count = factors.size();
    spend(10 * count);
    for (int s = 0; s < count; ++s) {
        int const sign = factors[s];
        if (!is_sign(sign)) continue;
        int const u = operand(sign, 0);
        for (int k = 0; k < count; ++k) {
            if (k == s) continue;
            int const part = factors[k], base = base_of(part);
            bool const powered = base != part,
                       odd = !powered || (is(operand(part, 1), kind::number) && (*this)[operand(part, 1)].number.is_odd());
            bool const of_magnitude = is(base, kind::call) && *(*this)[base].fn == *rules_.magnitude && operand(base, 0) == u;
            int without = -1;
            if (odd && of_magnitude) without = powered ? power(u, operand(part, 1)) : u;
            else if (odd && base == u)
                without = powered ? power(call(*rules_.magnitude, &u), operand(part, 1)) : call(*rules_.magnitude, &u);
            else if (!powered && is(part, kind::sum) && holds_sign(part, sign)) without = times_sign(part, sign);
            if (without < 0) continue;
            int result = without;
            for (int j = 0; j < count; ++j)
                if (j != s && j != k) result = multiply(factors[j], result);
            return result;
        }
    }
    int const shorter = rules_.evaluated ? rules_.over_length(*this, factors) : -1;
    return shorter >= 0 ? shorter : of_cross_entropy(factors);
}

/// sigmoid(u) of 1 - sigmoid(u), or -1.
constexpr int graph::complemented(int i) const {
    if (!is(i, kind::sum) || (*this)[i].count != 2) return -1;
    for (int k = 0; k < 2; ++k) {
        int const part = operand(i, k);
        if (operand(i, 1 - k) == one && is(part, kind::scale) && (*this)[part].number == rational(-1) && is_sigmoid(operand(part, 0)))
            return operand(part, 0);
    }
    return -1;
}
constexpr bool graph::is_logarithm_of_sigmoid(function const& fn, int const* operands) const {
    if (fn.hash != rules_.logarithm && fn.hash != rules_.product_with_logarithm) return false;
    int const u = operands[fn.arity - 1];
    return is_sigmoid(u) || complemented(u) >= 0;
}

/// s*(1 - s)*(a/s + b/(1 - s)) for s = sigmoid(u), as the derivative of a cross entropy is, where b - a is a number k: a + k*s.
constexpr int graph::of_cross_entropy(buffer<int> const& factors) {
    int const count = factors.size();
    for (int c = 0; c < count; ++c) {
        int const complement = factors[c], s = complemented(complement);
        if (s < 0) continue;
        int beside = -1, sum_of_both = -1;
        for (int k = 0; k < count; ++k) {
            if (factors[k] == s) beside = k;
            else if (k != c && is(factors[k], kind::sum)) sum_of_both = k;
        }
        if (beside < 0 || sum_of_both < 0) continue;
        int const both = factors[sum_of_both], terms = (*this)[both].count;
        int const inverse[] = {power(s, number(-1)), power(complement, number(-1))};
        int side[] = {number(0), number(0)};
        bool all = true;
        for (int t = 0; t < terms && all; ++t) {
            int const term = operand(both, t), bare = without_coefficient(term);
            int found = bare == inverse[0] ? 0 : bare == inverse[1] ? 1 : -1;
            for (int k = 0; is(bare, kind::product) && k < (*this)[bare].count; ++k)
                found = operand(bare, k) == inverse[0] ? 0 : operand(bare, k) == inverse[1] ? 1 : found;
            all = found >= 0;
            if (all) side[found] = add(side[found], multiply(term, found == 0 ? s : complement));
        }
        int const slope = all ? add(side[1], scale(-1, side[0])) : -1;
        if (slope < 0 || !is(slope, kind::number)) continue;
        int result = add(side[0], multiply(slope, s));
        for (int k = 0; k < count; ++k)
            if (k != c && k != beside && k != sum_of_both) result = multiply(factors[k], result);
        return result;
    }
    return -1;
}

/// True if i is an operand of a hypotenuse, or of one that is its operand.
constexpr bool graph::is_leaf_of(int length, int i) const {
    for (int k = 0; k < 2; ++k) {
        int const o = operand(length, k);
        if (o == i || (is_length(o) && is_leaf_of(o, i))) return true;
    }
    return false;
}

/// A/h - A*u^2/h^3 is A*v^2/h^3 for h = hypot(u, v), and likewise for more operands: what joins the two, in `joined`.
constexpr bool graph::join_length(summand a, summand b, buffer<summand>& joined) {
    node const n = (*this)[b.base];
    if (n.what != kind::product || a.coefficient != -b.coefficient) return false;
    spend(20 * n.count);
    for (int k = 0; k < n.count; ++k) {
        int const divisor = operand(b.base, k);
        if (!is(divisor, kind::power) || !is(operand(divisor, 1), kind::number) || !((*this)[operand(divisor, 1)].number < rational(-2)))
            continue;
        int const length = operand(divisor, 0);
        if (!is_length(length)) continue;
        for (int j = 0; j < n.count; ++j) {
            int const square = operand(b.base, j);
            if (!is(square, kind::power) || !is_number(operand(square, 1), 2) || !is_leaf_of(length, operand(square, 0))) continue;
            int others = one;
            for (int i = 0; i < n.count; ++i)
                if (i != j) others = multiply(others, operand(b.base, i));
            if (multiply(others, power(length, number(2))) != a.base) continue;
            bool left_out = false;
            buffer<int> open;
            for (open.push(length); !open.empty();) {
                int const at = open.pop();
                for (int i = 0; i < 2; ++i) {
                    int const o = operand(at, i);
                    if (o == operand(square, 0) && !left_out) left_out = true;
                    else if (is_length(o)) open.push(o);
                    else joined.push({a.coefficient, multiply(power(o, number(2)), others)});
                }
            }
            return true;
        }
    }
    return false;
}

constexpr bool graph::join_lengths(buffer<summand>& entries) {
    for (int i = 0; i < entries.size(); ++i)
        for (int k = 0; k < entries.size(); ++k) {
            buffer<summand> joined;
            if (i == k || !join_length(entries[i], entries[k], joined)) continue;
            for (int j = 0; j < entries.size(); ++j)
                if (j != i && j != k) joined.push(entries[j]);
            entries = joined;
            return true;
        }
    return false;
}

}  // namespace leibniz::inline v0_1
