#pragma once

#include <leibniz/algebra/prover.hpp>
#include <leibniz/graph/static_graph.hpp>
#include <leibniz/rules/canonical_form.hpp>

namespace leibniz::inline v0_1::proving {

template <class E>
inline constexpr bool is_wrongly_compared = false;
template <class E>
inline constexpr bool is_wrongly_compared<leibniz::detail::wrongly_compared<E>> = true;
template <class T>
inline constexpr bool is_binding = false;
template <class S, class T>
inline constexpr bool is_binding<binding<S, T>> = true;

/// True if E is a condition that a proof can use, or a comparison with a plain number, which is an error of its own.
template <class E>
constexpr bool is_assumed() {
    if constexpr (is_wrongly_compared<E>) {
        return true;
    } else if constexpr (!expression<E>) {
        return false;
    } else {
        graph g(rules);
        assumed_nodes to;
        return assume(g, imported(g, canonical<E>)[canonical<E>.root()], to);
    }
}

/// Two formulas in one graph, where each is defined, and what is assumed: whether they are equal.
struct question {
    /// How many roots and conditions a finished question has of each kind, in this order: the formulas, what is assumed not to be
    /// negative, variables that are whole numbers, conditions in branches (two roots each), first those of sign; conditions of the domains.
    struct shape {
        int assumed = 0, whole = 0, left_branches = 0, right_branches = 0, left_branches_nonzero = 0, right_branches_nonzero = 0;
        int left_positive = 0, right_positive = 0, left_nonzero = 0, right_nonzero = 0;
        int left_sure_positive = 0, right_sure_positive = 0, left_sure_nonzero = 0, right_sure_nonzero = 0;
        bool is_nowhere = false;
    };

    graph in;
    buffer<int> roots{};
    buffer<condition> conditions{};
    shape counts{};

    constexpr explicit question(long long allowed) : in(rules, false, allowed) {}

    /// A formula and its conditions on record, which are doubtful where it chooses.
    struct formula {
        int node = 0;
        buffer<condition> on_record{};
        bool chooses = false;
    };
    /// Takes a finished formula into the graph of the question.
    constexpr formula taken(view of) {
        buffer<int> const place = imported(in, of);
        formula result{place[of.root()], {}, of.faults.chooses};
        for (int k = 0; k < of.condition_count; ++k) result.on_record.push({of.conditions[k].what, place[of.conditions[k].about]});
        return result;
    }

    constexpr void ask(formula const& left, formula const& right, assumed_nodes const& all_assumed) {
        assumed_nodes const assumed = settled(in, all_assumed);
        formula_domain const a = domain_finder<>(in, assumed.whole).of(left.node, left.on_record, left.chooses);
        formula_domain const b = domain_finder<>(in, assumed.whole).of(right.node, right.on_record, right.chooses);
        roots.push(left.node);
        roots.push(right.node);
        roots.append(assumed.nonnegative.begin(), assumed.nonnegative.size());
        roots.append(assumed.whole.begin(), assumed.whole.size());
        add_branches(a.in_branches);
        add_branches(b.in_branches);
        add_branches(a.nonzero_in_branches);
        add_branches(b.nonzero_in_branches);
        for (formula_domain const* d : {&a, &b})
            for (condition c : d->positive) conditions.push(c);
        for (formula_domain const* d : {&a, &b})
            for (int i : d->nonzero) conditions.push({predicate::nonzero, i});
        counts = {.assumed = assumed.nonnegative.size(),
                  .whole = assumed.whole.size(),
                  .left_branches = a.in_branches.size(),
                  .right_branches = b.in_branches.size(),
                  .left_branches_nonzero = a.nonzero_in_branches.size(),
                  .right_branches_nonzero = b.nonzero_in_branches.size(),
                  .left_positive = a.positive.size(),
                  .right_positive = b.positive.size(),
                  .left_nonzero = a.nonzero.size(),
                  .right_nonzero = b.nonzero.size(),
                  .left_sure_positive = a.sure_positive,
                  .right_sure_positive = b.sure_positive,
                  .left_sure_nonzero = a.sure_nonzero,
                  .right_sure_nonzero = b.sure_nonzero,
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
    assumed_nodes assumed;
    formula_domain left, right;
    int next = 2;
    for (int k = 0; k < counts.assumed; ++k) assumed.nonnegative.push(root(next++));
    for (int k = 0; k < counts.whole; ++k) assumed.whole.push(root(next++));
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
    left.sure_positive = counts.left_sure_positive;
    left.sure_nonzero = counts.left_sure_nonzero;
    right.sure_positive = counts.right_sure_positive;
    right.sure_nonzero = counts.right_sure_nonzero;
    return prover<Graph>(g, assumed, opens_powers, allowed)(root(0), root(1), left, right);
}

/// Likewise, in whichever way succeeds.
inline proof answered(view of, question::shape const& counts, long long allowed) {
    proof const first = answered(of, counts, true, allowed);
    if (first.equal || !has_high_powers(of, of.node_count)) return first;
    return answered(of, counts, false, allowed);
}

}  // namespace leibniz::inline v0_1::proving
