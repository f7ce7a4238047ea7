#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/conditions.hpp>

// A finished graph with other nodes in place of its variables.

namespace leibniz::inline v0_1 {

namespace detail {

/// The truth value of a comparison of two numbers, or of a logical operation on such: 1 or 0, or -1 where that is no such call.
constexpr int decided(graph const& g, function const& fn, int const* operands) {
    rational u[2]{};
    for (int k = 0; k < fn.arity; ++k) {
        if (k == 2 || !g.is(operands[k], kind::number)) return -1;
        u[k] = g[operands[k]].number;
    }
    if (is_row<less_than>(fn)) return u[0] < u[1];
    if (is_row<greater_than>(fn)) return u[1] < u[0];
    if (is_row<at_most>(fn)) return !(u[1] < u[0]);
    if (is_row<at_least>(fn)) return !(u[0] < u[1]);
    if (is_row<numbers_equal>(fn)) return u[0] == u[1];
    if (is_row<numbers_differ>(fn)) return u[0] != u[1];
    if (is_row<logical_conjunction>(fn)) return !u[0].is_zero() && !u[1].is_zero();
    if (is_row<logical_disjunction>(fn)) return !u[0].is_zero() || !u[1].is_zero();
    if (is_row<logical_negation>(fn)) return u[0].is_zero();
    if (is_row<integrality>(fn)) return u[0].is_integer();
    return -1;
}

/// Node i of a finished graph, put together anew by the rules of the canonical form, of what its operands have become. Products
/// remember how they were formed, as they did.
constexpr int formed_anew(graph& g, view const& from, int i, buffer<int> const& place) {
    node const& n = from[i];
    g.spend(30 + 10 * n.count);
    if (n.what == kind::product && n.left >= 0) {
        product_formation const before = g.form_products(n.formed);
        int const left = place[n.left], right = place[n.right];
        int const made = n.formed == product_formation::power ? g.power(left, right) : g.multiply(left, right);
        g.form_products(before);
        return made;
    }
    buffer<int> operands;
    for (int k = 0; k < n.count; ++k) operands.push(place[from.operand(i, k)]);
    if (n.what == kind::call)
        if (int const truth = decided(g, *n.fn, operands.begin()); truth >= 0) return g.number(truth);
    return rebuilt(g, n, operands);
}

/// Copies a finished graph into another one, with node by(i) of that in place of variable i where by(i) >= 0; returns the new place
/// of each node. `by` is asked once for each variable, when it is reached. All are replaced at once. Conditions stay on record,
/// about what their nodes have become.
template <class By>
constexpr buffer<int> replaced(graph& g, view from, By const& by) {
    g.faults.add(from.faults);
    buffer<int> place(from.node_count);
    buffer<char> changed(from.node_count, 0);
    for (int i = 0; i < from.node_count && !g.exhausted(); ++i) {
        for (int k = 0; k < from[i].count; ++k) changed[i] = changed[i] | changed[from.operand(i, k)];
        int const other = from.is(i, kind::symbol) || from.is(i, kind::column) ? by(i) : -1;
        if (other >= 0) place[i] = other, changed[i] = 1;
        else place[i] = changed[i] ? formed_anew(g, from, i, place) : copied_node(g, from, i, place);
    }
    for (int c = 0; c < from.condition_count; ++c) g.record({from.conditions[c].what, place[from.conditions[c].about]});
    return place;
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
