#pragma once

#include <leibniz/algebra/proof.hpp>
#include <leibniz/graph/static_graph.hpp>
#include <leibniz/rules/canonical_form.hpp>

namespace leibniz::proving {

/// Adds the nodes that are not negative where a condition holds: of `x > 1 and y > 0` both x - 1 and y. False for what is no
/// comparison with <, <=, > or >=.
template <class Graph>
constexpr bool assume(Graph& g, int condition, buffer<int>& to) {
    if (!g.is(condition, kind::call)) return g.is_number(condition, 1);
    function const& fn = *g[condition].fn;
    int const u = g.operand(condition, 0), v = fn.arity > 1 ? g.operand(condition, 1) : u;
    if (is_row<logical_conjunction>(fn)) return assume(g, u, to) && assume(g, v, to);
    bool const less = is_row<less_than>(fn) || is_row<at_most>(fn), greater = is_row<greater_than>(fn) || is_row<at_least>(fn);
    if (less) to.push(g.add(v, g.scale(-1, u)));
    if (greater) to.push(g.add(u, g.scale(-1, v)));
    return less || greater;
}

/// True if E is a condition that a proof can use.
template <class E>
constexpr bool is_assumed() {
    graph g(rules);
    buffer<int> to;
    return assume(g, imported(g, canonical<E>)[canonical<E>.root()], to);
}

/// Two formulas in one graph, where each is defined, and what is assumed: whether they are equal.
struct question {
    /// How many roots and conditions a finished question has of each kind, in this order: the formulas, what is assumed not to be
    /// negative, conditions in branches (two roots each), first those of sign; conditions of the domains.
    struct shape {
        int assumed = 0, left_branches = 0, right_branches = 0, left_branches_nonzero = 0, right_branches_nonzero = 0;
        int left_positive = 0, right_positive = 0, left_nonzero = 0, right_nonzero = 0;
        bool is_nowhere = false;
    };

    graph in;
    buffer<int> roots{};
    buffer<condition> conditions{};
    shape counts{};

    constexpr explicit question(long long allowed) : in(rules, false, allowed) {}

    constexpr void ask(int left, int right, buffer<condition> const& of_left, buffer<condition> const& of_right,
                       buffer<int> const& assumed) {
        formula_domain const a = domain_finder<>(in).of(left, of_left.begin(), of_left.size());
        formula_domain const b = domain_finder<>(in).of(right, of_right.begin(), of_right.size());
        roots.push(left);
        roots.push(right);
        for (int i : assumed) roots.push(i);
        add_branches(a.in_branches);
        add_branches(b.in_branches);
        add_branches(a.nonzero_in_branches);
        add_branches(b.nonzero_in_branches);
        for (formula_domain const* d : {&a, &b})
            for (condition c : d->positive) conditions.push(c);
        for (formula_domain const* d : {&a, &b})
            for (int i : d->nonzero) conditions.push({predicate::nonzero, i});
        counts = {.assumed = assumed.size(),
                  .left_branches = a.in_branches.size(),
                  .right_branches = b.in_branches.size(),
                  .left_branches_nonzero = a.nonzero_in_branches.size(),
                  .right_branches_nonzero = b.nonzero_in_branches.size(),
                  .left_positive = a.positive.size(),
                  .right_positive = b.positive.size(),
                  .left_nonzero = a.nonzero.size(),
                  .right_nonzero = b.nonzero.size(),
                  .is_nowhere = a.is_nowhere || b.is_nowhere};
    }

private:
    constexpr void add_branches(buffer<branch_condition> const& all) {
        for (branch_condition c : all) {
            roots.push(c.about);
            roots.push(c.guard);
        }
    }
};

constexpr view seen(question const& q) {
    faults found = q.in.faults;
    found.exhausted = q.in.exhausted();
    view result{.nodes = q.in.begin(),
                .operands = q.in.operands(),
                .node_count = q.in.size(),
                .operand_count = q.in.operand_count(),
                .faults = found,
                .effort = q.in.effort()};
    result.roots = q.roots.begin();
    result.root_count = q.roots.size();
    result.conditions = q.conditions.begin();
    result.condition_count = q.conditions.size();
    result.shared = true;
    return result;
}

/// Tries to prove what a finished question asks, with powers of sums multiplied out or with high ones left whole.
template <class Graph = graph>
constexpr proof answered(view of, question::shape const& counts, bool opens_powers, long long allowed) {
    if (counts.is_nowhere) return {};
    Graph g(rules, true, unlimited);
    buffer<int> const place = imported(g, of);
    auto const root = [&](int which) { return place[of.roots[which]]; };
    buffer<int> assumed;
    for (int k = 0; k < counts.assumed; ++k) assumed.push(root(2 + k));
    formula_domain left, right;
    int next = 2 + counts.assumed;
    auto const take = [&](int count, buffer<branch_condition>& to) {
        for (int left_over = count; left_over > 0; --left_over, next += 2) to.push({root(next), root(next + 1)});
    };
    take(counts.left_branches, left.in_branches);
    take(counts.right_branches, right.in_branches);
    take(counts.left_branches_nonzero, left.nonzero_in_branches);
    take(counts.right_branches_nonzero, right.nonzero_in_branches);
    int at = 0;
    auto const about = [&] { return condition{of.conditions[at].what, place[of.conditions[at].about]}; };
    for (int k = 0; k < counts.left_positive; ++k, ++at) left.positive.push(about());
    for (int k = 0; k < counts.right_positive; ++k, ++at) right.positive.push(about());
    for (int k = 0; k < counts.left_nonzero; ++k, ++at) left.nonzero.push(about().about);
    for (int k = 0; k < counts.right_nonzero; ++k, ++at) right.nonzero.push(about().about);
    return prover<Graph>(g, assumed, opens_powers, allowed)(root(0), root(1), left, right);
}

/// Likewise, in whichever way succeeds.
inline proof answered(view of, question::shape const& counts, long long allowed) {
    proof const first = answered(of, counts, true, allowed);
    if (first.equal || !has_high_powers(of, of.node_count)) return first;
    return answered(of, counts, false, allowed);
}

}  // namespace leibniz::proving
