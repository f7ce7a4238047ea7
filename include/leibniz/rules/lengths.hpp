#pragma once

#include <leibniz/graph/calls.hpp>
#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/identities.hpp>
#include <leibniz/rules/stable_forms.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// The square of a length as a sum of squares; of another node its power.
template <class Graph>
constexpr int square_of(Graph& g, int i) {
    if (is_call<stable::root_of_squares>(g, i)) return g.operand(i, 0);
    if (!is_call<hypotenuse>(g, i)) return g.power(i, g.number(2));
    int const first = g.operand(i, 0), second = g.operand(i, 1);
    return g.add(square_of(g, first), square_of(g, second));
}

}  // namespace detail

/// Products that are divided by a length, hypot(u, v) or the root of a sum of squares, in graphs that evaluation uses. Where a
/// formula is smooth as a whole, no part of its derivatives is divided by it in the end, and they have their limits where it is 0.
template <class Graph>  // as a parameter, so that models without such a length are spared the rows that this names
class length_quotients {
public:
    constexpr explicit length_quotients(Graph& target) : graph_(target) {}

    /// A product that is divided by a length r, where a sum among its factors is r times something: (1 - (1 + r))*x/r is -x. A call
    /// f(r) of an odd function over r has a value of its own at r = 0. Or -1.
    constexpr int operator()(buffer<int> const& factors) {
        int const count = factors.size();
        for (int d = 0; d < count; ++d) {
            int const length = graph_.base_of(factors[d]);
            if (length == factors[d] || !detail::is_length(graph_, length)) continue;
            node const exponent = graph_[graph_.operand(factors[d], 1)];
            if (exponent.what != kind::number || !exponent.number.is_integer() || !exponent.number.is_negative()) continue;
            for (int s = 0; s < count; ++s) {
                int const part = factors[s], base = graph_.base_of(part);
                bool const powered = base != part;
                if (s == d || (powered && !(graph_[graph_.operand(part, 1)].number >= rational(1)))) continue;
                int without = -1;
                int const less = powered ? graph_.power(base, graph_.add(graph_.operand(part, 1), graph_.number(-1))) : graph::one;
                if (graph_.is(base, kind::sum) && base == detail::square_of(graph_, length)) {
                    without = graph_.multiply(less, graph_.power(length, graph_.number(2)));
                } else if (graph_.is(base, kind::sum)) {
                    // Deeper ones are opened with the terms; each by itself would take exponential time.
                    if (graph_.opens_lengths() > 1) continue;
                    buffer<summand> terms;
                    graph_.open_lengths(1);
                    distribute({1, graph_.power(length, graph_.number(-1))}, base, length, terms);
                    graph_.open_lengths(-1);
                    int const opened = graph_.sum(terms);
                    if (is_divided_by(opened, length)) continue;
                    if (graph_.is(opened, kind::sum) && !powered) {  // term by term, so that like terms meet
                        int others = length;
                        for (int k = 0; k < count; ++k)
                            if (k != s) others = graph_.multiply(factors[k], others);
                        terms.clear();
                        for (int k = 0; k < graph_[opened].count && !graph_.exhausted(); ++k)
                            terms.push({1, graph_.multiply(others, graph_.operand(opened, k))});
                        return graph_.sum(terms);
                    }
                    without = graph_.multiply(graph_.multiply(less, opened), length);
                } else if (graph_.is(base, kind::call) && graph_[base].fn->symmetry == parity::odd && !is_row<signum>(*graph_[base].fn) &&
                           graph_[base].fn->has_partials) {
                    int const u = graph_.operand(base, 0), shorter = graph_.multiply(u, graph_.power(length, graph_.number(-1)));
                    if (is_divided_by(shorter, length)) continue;
                    int out[1] = {};
                    graph_[base].fn->partials(graph_, &u, out);
                    if (out[0] < 0) continue;
                    int const operands[] = {base, u, out[0]};
                    without = graph_.multiply(
                        graph_.multiply(less,
                                        graph_.multiply(shorter, graph_.call(*detail::row_within<stable::odd_quotient, Graph>, operands))),
                        length);
                }
                if (without < 0) continue;
                int result = without;
                for (int k = 0; k < count; ++k)
                    if (k != s) result = graph_.multiply(factors[k], result);
                return result;
            }
        }
        return -1;
    }

private:
    /// True if a power of this length is a factor of node i, or of a term of it; looks `levels` deep.
    constexpr bool holds(int i, int length, int levels = 8) const {
        node const& n = graph_[i];
        if (n.what == kind::power) return graph_.operand(i, 0) == length;
        if (levels == 0 || (n.what != kind::sum && n.what != kind::product && n.what != kind::scale)) return i == length;
        for (int k = 0; k < n.count; ++k)
            if (holds(graph_.operand(i, k), length, levels - 1)) return true;
        return false;
    }

    /// Appends the terms of `whole` times a sum, one that holds this length or its square, with all such sums opened.
    constexpr void distribute(summand whole, int sum, int length, buffer<summand>& terms) {
        graph_.spend(100);
        int const square = detail::square_of(graph_, length);
        node const squares = graph_[square];
        rational times = 0;  // how often the sum has all terms of the square
        for (int k = 0; squares.what == kind::sum && k < squares.count; ++k) {
            int const wanted = graph_.operand(square, k);
            rational found = 0;
            for (int j = 0; j < graph_[sum].count; ++j)
                if (int const term = graph_.operand(sum, j); graph_.without_coefficient(term) == graph_.without_coefficient(wanted))
                    found = graph_.coefficient_of(term) / graph_.coefficient_of(wanted);
            times = found.valid() && (k == 0 || found == times) ? found : rational(0);
            if (times.is_zero()) break;
        }
        int const squared = graph_.multiply(whole.base, graph_.power(length, graph_.number(2)));
        if (!times.is_zero()) open_product({whole.coefficient * times, squared}, length, terms);
        for (int j = 0; j < graph_[sum].count && !graph_.exhausted(); ++j) {
            int const term = graph_.operand(sum, j), bare = graph_.without_coefficient(term);
            bool taken = false;
            for (int k = 0; !times.is_zero() && k < squares.count; ++k)
                taken = taken || bare == graph_.without_coefficient(graph_.operand(square, k));
            if (bare == square) open_product({whole.coefficient * graph_.coefficient_of(term), squared}, length, terms);
            else if (!taken) open_product({whole.coefficient, graph_.multiply(whole.base, term)}, length, terms);
        }
    }
    constexpr void open_product(summand whole, int length, buffer<summand>& terms) {
        whole = {whole.coefficient * graph_.coefficient_of(whole.base),
                 graph_.is(whole.base, kind::number) ? graph::one : graph_.without_coefficient(whole.base)};
        node const n = graph_[whole.base];
        int sum = -1, rest = graph::one;
        for (int k = 0; n.what == kind::product && k < n.count; ++k) {
            int const part = graph_.operand(whole.base, k);
            if (sum < 0 && graph_.is(part, kind::sum) && holds(part, length)) sum = part;
            else rest = graph_.multiply(rest, part);
        }
        if (n.what == kind::sum) sum = whole.base;
        if (sum < 0 || graph_.exhausted()) terms.push(whole);
        else distribute({whole.coefficient, rest}, sum, length, terms);
    }

    /// True if a length divides node i, or a part of it that is no operand of a function.
    constexpr bool is_divided_by(int i, int length) const {
        node const& n = graph_[i];
        if (n.what == kind::power && graph_.operand(i, 0) == length) return graph_[graph_.operand(i, 1)].number.is_negative();
        bool any = false;
        if (n.what != kind::call && n.what != kind::reduction)
            for (int k = 0; k < n.count && !any; ++k) any = is_divided_by(graph_.operand(i, k), length);
        return any;
    }

    Graph& graph_;
};

namespace detail {

template <class Graph>
constexpr int over_length(Graph& g, buffer<int> const& factors) {
    return length_quotients<Graph>(g)(factors);
}

/// The rules by which graphs are built that only evaluation uses.
template <bool Evaluated, class Graph = graph>
constexpr rulebook rules_of() {
    rulebook all = rules;
    if constexpr (Evaluated) {
        all.evaluated = true;
        all.root = row_within<stable::root_of_squares, Graph>;
        all.over_length = &over_length<Graph>;
    }
    return all;
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
