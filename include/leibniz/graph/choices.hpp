#pragma once

#include <leibniz/graph/canonical.hpp>  // which calls this in turn: each header brings the other
#include <leibniz/graph/graph.hpp>

// Choices where(c, u, v): what a condition implies, and the choices in u and v that it decides.

namespace leibniz::inline v0_1 {

/// True for two comparisons that never hold together: u < v and u > v.
constexpr bool graph::exclude(int c, int d) const {
    node const &first = (*this)[c], &second = (*this)[d];
    if (first.what != kind::call || second.what != kind::call) return false;
    if (first.fn->says_less == lesser::neither || second.fn->says_less == lesser::neither) return false;
    int const swapped = first.fn->says_less == second.fn->says_less ? 1 : 0;
    return operand(c, 0) == operand(d, swapped) && operand(c, 1) == operand(d, 1 - swapped);
}

/// Given that `known` holds or does not: 1 if `condition` then holds, 0 if it then does not, else -1.
constexpr int graph::implied(int known, bool holds, int condition, int depth) {
    if (known == condition) return holds ? 1 : 0;
    if (!is_choice(known)) return holds && exclude(known, condition) ? 0 : -1;
    spend(20);
    if (depth == 0) return -1;
    if (is_negated(known)) return implied(negated(known), !holds, condition, depth - 1);
    int const c = operand(known, 0), first = operand(known, 1), otherwise = operand(known, 2);
    bool const passed_first = holds ? is_number(first, 0) : first == one, passed_otherwise = holds && is_number(otherwise, 0);
    if (!passed_first && !passed_otherwise) return -1;
    int const told = implied(c, passed_otherwise, condition, depth - 1);
    return told >= 0 ? told : implied(passed_first ? otherwise : first, holds, condition, depth - 1);
}

/// Node i with every choice decided that the known condition decides, in factors and terms too, down to `sums` nested sums.
constexpr int graph::given(int i, int condition, bool holds, int sums) {
    node const n = (*this)[i];
    if (is_choice(i)) {
        int const known = implied(condition, holds, operand(i, 0));
        return known < 0 ? i : given(operand(i, known == 1 ? 1 : 2), condition, holds, sums);
    }
    bool const sum_of_parts = n.what == kind::sum;
    if (sum_of_parts && sums == 0) return i;
    if (!sum_of_parts && n.what != kind::product && n.what != kind::scale && n.what != kind::power) return i;
    spend(20 + 10 * n.count);
    buffer<int> parts;
    bool any = false;
    for (int k = 0; k < n.count; ++k) {
        int const part = operand(i, k);
        parts.push(k > 0 && n.what == kind::power ? part : given(part, condition, holds, sums - sum_of_parts));
        any = any || parts.back() != part;
    }
    if (!any) return i;
    if (n.what == kind::scale) return scale(n.number, parts[0]);
    if (n.what == kind::power) return power(parts[0], parts[1]);
    int result = sum_of_parts ? number(0) : one;
    for (int part : parts) result = sum_of_parts ? add(result, part) : multiply(result, part);
    return result;
}

/// True if there is a choice among the factors and terms of node i.
constexpr bool graph::chooses(int i, int sums) const {
    node const& n = (*this)[i];
    bool const opened = n.what == kind::product || n.what == kind::scale || n.what == kind::power || (n.what == kind::sum && sums > 0);
    bool any = is_choice(i);
    for (int k = 0; opened && !any && k < n.count; ++k) any = chooses(operand(i, k), n.what == kind::sum ? sums - 1 : sums);
    return any;
}

/// The condition itself in place of its truth value: where(c, 1, 0) is c. Remembered.
constexpr int graph::truth(int i) {
    if (is(i, kind::number)) return number((*this)[i].number.is_zero() ? 0 : 1);
    if (!is_choice(i)) return i;
    if (int const found = noted(truths_, i); found >= 0) return found;
    int const condition = operand(i, 0);
    int first = truth(operand(i, 1)), otherwise = truth(operand(i, 2));
    if (first == condition) first = one;
    if (otherwise == condition) otherwise = number(0);
    int result = choose(condition, first, otherwise);
    while (is_choice(result) && operand(result, 1) == one && is_number(operand(result, 2), 0)) result = operand(result, 0);
    return truths_[i] = result;
}

/// True for a negated condition: where(c, 0, 1).
constexpr bool graph::is_negated(int condition) const {
    while (is_choice(condition)) condition = operand(condition, 2);
    return is_number(condition, 1);
}
constexpr int graph::negated(int i) {
    if (is(i, kind::number)) return number(rational(1) - (*this)[i].number);
    if (!is_choice(i)) return choose(i, number(0), one);
    if (int const found = noted(negations_, i); found >= 0) return found;
    int const result = choose(operand(i, 0), negated(operand(i, 1)), negated(operand(i, 2)));
    return negations_[i] = result;
}

/// where(c, u, v), with the choices decided that its condition decides: where(c, 2*where(c, u, v), t) is where(c, 2*u, t); and
/// where(where(c, 0, 1), u, v) is where(c, v, u).
constexpr int graph::choose(int condition, int u, int v) {
    condition = truth(condition);
    faults.chooses = true;
    if (is(condition, kind::number)) {
        int const operands[] = {condition, u, v};
        if (int const simpler = rules_.simplify(*this, *rules_.choice, operands); simpler >= 0) return simpler;
    }
    if (is_negated(condition)) return choose(negated(condition), v, u);
    int first = u, otherwise = v;
    for (int before = -1; before != first;) first = given(before = first, condition, true, 0);
    for (int before = -1; before != otherwise;) otherwise = given(before = otherwise, condition, false, 0);
    return first == otherwise ? first : choice(condition, first, otherwise);
}

constexpr int graph::choice(int condition, int u, int v) {
    int const operands[] = {condition, u, v};
    bool const vanishes = is_number(u, 0) || is_number(v, 0) || may_vanish(u) || may_vanish(v);
    return intern({.what = kind::call, .count = 3, .number = vanishes, .fn = rules_.choice}, operands);
}

}  // namespace leibniz::inline v0_1
