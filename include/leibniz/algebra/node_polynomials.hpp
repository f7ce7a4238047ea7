#pragma once

#include <leibniz/algebra/fraction.hpp>
#include <leibniz/graph/lower.hpp>
#include <leibniz/graph/reachable.hpp>

namespace leibniz::inline v0_1 {

/// Nodes of a graph as polynomials and quotients of them, and back. An atom is a node that is neither sum nor product: a symbol, a
/// call, a base whose exponent is no natural number.
template <class Graph = graph>
class node_polynomials : public fraction_field {
public:
    static constexpr int most_terms = 10'000;

    constexpr explicit node_polynomials(Graph& in) : fraction_field(unlimited), graph_(in) {}

    constexpr int node_of_atom(int a) const { return nodes_[a]; }
    constexpr int atom_of(int i) {
        for (int a = 0; a < nodes_.size(); ++a)
            if (nodes_[a] == i) return a;
        nodes_.push(i);
        return add_atom();
    }

    /// A node as a polynomial; the powers of sums are multiplied out.
    constexpr polynomial of_node(int i) {
        node const n = graph_[i];
        graph_.spend(40 + 20 * n.count);
        switch (n.what) {
            case kind::number: return exact(n.number);
            case kind::scale: return shifted(of_node(graph_.operand(i, 0)), exact(n.number).number(), monomials::one);
            case kind::sum: {
                polynomial result;
                for (int k = 0; k < n.count; ++k) result = polynomial_ring::sum(result, of_node(graph_.operand(i, k)));
                return result;
            }
            case kind::product: {
                polynomial result = number(1);
                for (int k = 0; k < n.count; ++k) result = multiplied(result, of_node(graph_.operand(i, k)));
                return result;
            }
            case kind::power: {
                int const base = graph_.operand(i, 0), exponent = graph_.operand(i, 1);
                rational const e = graph_.is(exponent, kind::number) ? graph_[exponent].number : rational(0);
                bool const natural = e.is_integer() && rational(0) < e,
                           opened = graph_.is(base, kind::sum) || graph_.is(base, kind::number);
                if (e.is_zero() || (opened && !natural)) break;
                if (!opened) return of_atom(atom_of(base), e);
                if (rational(2000) < e) give_up();
                polynomial const factor = of_node(base);
                polynomial result = number(1);
                for (long long k = 0; k < e.numerator() && !stopped(); ++k) result = multiplied(result, factor);
                return result;
            }
            default: break;
        }
        return of_atom(atom_of(i));
    }

    /// A node as a quotient of polynomials.
    constexpr fraction quotient_of_node(int i) {
        node const n = graph_[i];
        graph_.spend(40 + 20 * n.count);
        switch (n.what) {
            case kind::scale: return fraction_field::product(constant(exact(n.number).number()), quotient_of_node(graph_.operand(i, 0)));
            case kind::sum: {
                fraction result;
                for (int k = 0; k < n.count && !stopped(); ++k)
                    result = fraction_field::sum(result, quotient_of_node(graph_.operand(i, k)));
                return result;
            }
            case kind::product: {
                fraction result = constant(1);
                for (int k = 0; k < n.count && !stopped(); ++k)
                    result = fraction_field::product(result, quotient_of_node(graph_.operand(i, k)));
                return result;
            }
            case kind::power: {
                int const base = graph_.operand(i, 0), exponent = graph_.operand(i, 1);
                rational const e = graph_.is(exponent, kind::number) ? graph_[exponent].number : rational(0);
                if (e.is_integer() && !e.is_zero() && graph_.is(base, kind::sum)) return power(quotient_of_node(base), e.numerator());
                break;
            }
            default: break;
        }
        return whole(of_node(i));
    }

    constexpr int node_of_monomial(int m) {
        buffer<multiplicand> factors;
        for (int k = 0; k < products().size(m); ++k) {
            atom_power const f = products().begin(m)[k];
            factors.push({graph_.power(nodes_[f.atom], graph_.number(f.exponent)), graph::one});
        }
        return graph_.product(1, factors);
    }
    constexpr int node_of(polynomial const& p) {
        buffer<summand> entries;
        for (polynomial_term const& t : p.terms) entries.push({t.coefficient, node_of_monomial(t.monomial)});
        report();
        return graph_.sum(entries);
    }
    constexpr int node_of(fraction const& f) {
        report();
        if (f.over.is_zero() || stopped()) return graph_.number(0);
        factored common;
        common.monomial = common_monomial(f.over);
        polynomial rest = shifted(f.over, 1, products().power(common.monomial, -1));
        common.coefficient = rest.terms[0].coefficient;
        for (polynomial_term const& t : rest.terms) common.coefficient = common_divisor(common.coefficient, t.coefficient);
        if (common.coefficient.valid() && common.coefficient.is_fraction()) rest = scaled(rest, rational(1) / common.coefficient);
        else common.coefficient = 1;
        common.bases = f.under;
        for (base_power& b : common.bases) b.exponent = -b.exponent;
        int const over = node_of(rest);
        return graph_.multiply(over, node_of(common));
    }
    constexpr int node_of(factored const& f) {
        int result = node_of_monomial(f.monomial);
        for (base_power b : f.bases) result = graph_.multiply(result, graph_.power(node_of(base(b.base)), graph_.number(b.exponent)));
        report();
        return graph_.scale(f.coefficient, result);
    }

    /// True once nothing more should be built.
    constexpr bool stopped() const { return gave_up() || graph_.exhausted(); }
    /// Sets the faults of the graph: a number that leaves 64 bits, or more terms than are built.
    constexpr void report() {
        if (is_too_long()) graph_.faults.exhausted = true;
        else if (gave_up()) graph_.faults.overflowed = true;
    }

private:
    constexpr polynomial exact(rational r) {
        if (!r.valid()) give_up();
        return number(r);
    }
    constexpr polynomial multiplied(polynomial const& a, polynomial const& b) {
        long long const products = static_cast<long long>(a.terms.size()) * b.terms.size();
        if (products > 20 * most_terms) give_up_length();
        constexpr long long at_run_time = 60, while_compiling = 400;
        graph_.spend(is_too_long() ? 1 : static_cast<int>((__builtin_is_constant_evaluated() ? while_compiling : at_run_time) * products));
        if (stopped()) {
            give_up();
            return {};
        }
        polynomial const result = product(a, b);
        if (result.terms.size() > most_terms) give_up_length();
        return result;
    }

    Graph& graph_;
    buffer<int> nodes_;
};

namespace detail {

/// True if node `part` occurs in node i.
template <class Graph>
constexpr bool occurs_in(Graph const& g, int part, int i) {
    buffer<int> marks(i + 1, 0);
    if (part > i) return false;
    marks[i] = 1;
    mark_reachable(g.begin(), g.operands(), i + 1, marks.begin(), false);
    return marks[part] != 0;
}

/// Rebuilds all that a node is made of, operands first: `step(n, operands, i)` gives the node in place of node i. The result is that of `root`.
template <class Graph, class Step>
constexpr int rebuilt_from_below(Graph& g, int root, Step step) {
    int const count = root + 1;
    buffer<int> marks(count, 0), place(count, 0);
    marks[root] = 1;
    mark_reachable(g.begin(), g.operands(), count, marks.begin(), false);
    for (int i = 0; i < count && !g.exhausted(); ++i) {
        if (marks[i] == 0) continue;
        node const n = g[i];
        buffer<int> operands;
        for (int k = 0; k < n.count; ++k) operands.push(place[g.operand(i, k)]);
        place[i] = step(n, operands);
    }
    return place[root];
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
