#pragma once

#include <leibniz/graph/graph.hpp>
#include <leibniz/rules/conditions.hpp>

namespace leibniz::inline v0_1::proving {

/// What a proof may assume, as nodes of a graph: those that are not negative, those of them that are positive, and symbols and
/// columns that are whole numbers.
struct assumed_nodes {
    buffer<int> nonnegative{}, positive{}, whole{};
};

/// Adds what a condition says: of `x > 1 and integer(n)` that x - 1 is not negative, and n a whole number. False for what is no
/// comparison with <, <=, > or >=, and for integer(u) unless u is a symbol or column.
template <class Graph>
constexpr bool assume(Graph& g, int condition, assumed_nodes& to) {
    if (!g.is(condition, kind::call)) return g.is_number(condition, 1);
    function const& fn = *g[condition].fn;
    int const u = g.operand(condition, 0), v = fn.arity > 1 ? g.operand(condition, 1) : u;
    if (is_row<logical_conjunction>(fn)) return assume(g, u, to) && assume(g, v, to);
    bool const strict = is_row<less_than>(fn) || is_row<greater_than>(fn), less = is_row<less_than>(fn) || is_row<at_most>(fn),
               greater = is_row<greater_than>(fn) || is_row<at_least>(fn);
    bool const whole = is_row<integrality>(fn) && (g.is(u, kind::symbol) || g.is(u, kind::column));
    if (less || greater) (strict ? to.positive : to.nonnegative).push(less ? g.add(v, g.scale(-1, u)) : g.add(u, g.scale(-1, v)));
    if (whole) to.whole.push(u);
    return less || greater || whole;
}

/// Whole numbers among the nodes of a graph, given the variables that are.
template <class Graph>
class whole_nodes {
public:
    constexpr whole_nodes(Graph const& of, buffer<int> const& variables) : graph_(of), variables_(variables) {}

    constexpr bool empty() const { return variables_.empty(); }
    /// True for sums and products of whole numbers and variables, and their natural powers.
    constexpr bool contains(int i, int levels = 24) const {
        node const& n = graph_[i];
        if (n.what == kind::number) return n.number.is_integer();
        if (n.what == kind::symbol || n.what == kind::column) return is_variable(i);
        if (n.what == kind::call || n.what == kind::reduction || empty() || levels == 0) return false;
        if (n.what == kind::scale && !n.number.is_integer()) return false;
        if (n.what == kind::power && (!graph_.is(graph_.operand(i, 1), kind::number) || graph_[graph_.operand(i, 1)].number.is_negative()))
            return false;
        for (int k = 0; k < n.count; ++k)
            if (!contains(graph_.operand(i, k), levels - 1)) return false;
        return true;
    }
    /// True for twice a whole number by its form.
    constexpr bool contains_half_of(int i) const {
        node const& n = graph_[i];
        return n.what == kind::scale && n.number.is_integer() && !n.number.is_odd() && contains(graph_.operand(i, 0));
    }
    /// True for a function of these variables, and of others, too.
    constexpr bool occur_in(int i, int levels = 24) const {
        if (empty()) return false;
        if (levels == 0 || is_variable(i)) return true;
        bool any = false;
        for (int k = 0; k < graph_[i].count && !any; ++k) any = occur_in(graph_.operand(i, k), levels - 1);
        return any;
    }
    /// True for a function of these variables, and of no others.
    constexpr bool determine(int i) const {
        bool any = false;
        return !empty() && has_no_others(i, any) && any;
    }

private:
    constexpr bool has_no_others(int i, bool& any, int levels = 24) const {
        node const& n = graph_[i];
        bool const variable = n.what == kind::symbol || n.what == kind::column;
        any = any || variable;
        if (variable || levels == 0) return is_variable(i);
        for (int k = 0; k < n.count; ++k)
            if (!has_no_others(graph_.operand(i, k), any, levels - 1)) return false;
        return true;
    }
    constexpr bool is_variable(int i) const {
        for (int v : variables_)
            if (v == i) return true;
        return false;
    }

    Graph const& graph_;
    buffer<int> variables_;
};

/// The same without positive nodes: of whole n, n > 0 says that n - 1 is not negative.
template <class Graph>
constexpr assumed_nodes settled(Graph& g, assumed_nodes all) {
    whole_nodes<Graph> const whole(g, all.whole);
    for (int i : all.positive) all.nonnegative.push(whole.contains(i) ? g.add(i, g.number(-1)) : i);
    all.positive.clear();
    return all;
}

}  // namespace leibniz::inline v0_1::proving
