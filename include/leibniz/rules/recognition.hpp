#pragma once

#include <leibniz/rules/conditions.hpp>
#include <leibniz/rules/quotients_of_exponentials.hpp>

// Forms of the table's functions that people write out, recognised before a formula is differentiated for evaluation: the
// function neither overflows nor cancels where the written form does, and neither do its derivatives. What is printed
// stays what was written. Every row is an identity of real numbers; k is a number, c a positive one.
//
//   1/(c + c*exp(u))                        sigmoid(-u)/c                 exp(u)/(exp(u) + exp(v) + ...)   softmax(u, v, ...)
//   exp(u)/(exp(u) + 1)                     sigmoid(u)                    (a*exp(u) + b*exp(v))/(...)      a*softmax(u, ...) + ...
//   (exp(u) - exp(-u))/(exp(u) + exp(-u))   tanh(u)                       1/(exp(u) + exp(-u))             sech(u)/2
//   (1 - exp(-2*u))/(1 + exp(-2*u))         tanh(u)                       2*sigmoid(u) - 1                 tanh(u/2)
//   sinh(u)/cosh(u)                         tanh(u)                       1/cosh(u)                        sech(u)
//   1/(exp(u) - 1), 1/expm1(u)              1/expm1(u)                    1/sinh(u), cosh(u)/sinh(u)       csch(u), coth(u)
//   log(exp(u) - exp(v)), log(sinh(u))      their stable forms            k - k*softmax(u, v)              k*softmax(v, u)
//   log(1 + exp(u)), log1p(exp(u))          softplus(u)                   log(exp(u) + exp(v) + ...)       logsumexp(u, v, ...)
//   log(sigmoid(u))                         -softplus(-u)                 log(1 - sigmoid(u))              -softplus(u)
//   log(softmax(u, v))                      -softplus(v - u)              log(cosh(u))                     its stable form
//   xlogy(k, sigmoid(u)), ...               k*log(sigmoid(u)), ...        s - s^2                          s*(1 - s)
//   1/(1 + exp(v*log(u)))                   1/(1 + u^v)                   u^v/(u^v + w^v)                  its stable form
//   hypot(u, v)^2                           u^2 + v^2                     relu(u), u with a logarithm      where(u <= 0, 0, u)
//   sqrt(u^2 + v^2 + ...)                   the same, with the derivatives of hypot
//   relu(u)^2 + relu(-u)^2                  u^2                           relu(u) - relu(-u)               u
//
// In the same way powers of these, and log of their products and positive multiples.

namespace leibniz::inline v0_1 {

namespace detail {

constexpr bool is_share(view const& of, int i) { return is_call<logistic>(of, i) || is_call<normalized_exponential>(of, i); }

/// True for squares, their products with positive numbers and with one another, and sums of such.
constexpr bool is_square(view const& of, int i) {
    node const& n = of[i];
    if (n.what == kind::power) {
        rational const exponent = of[of.operand(i, 1)].number;
        return of.is(of.operand(i, 1), kind::number) && exponent.is_integer() && !exponent.is_odd();
    }
    bool all = n.what == kind::sum || n.what == kind::product || (n.what == kind::scale && !n.number.is_negative());
    for (int k = 0; all && k < n.count; ++k) all = is_square(of, of.operand(i, k));
    return all;
}
/// The power of the root of a sum of squares that node i is: 1 for sqrt(x^2 + y^2), 3 for (x^2 + y^2)^(3/2); or 0.
constexpr rational power_of_root(view const& of, int i) {
    if (!of.is(i, kind::power) || !of.is(of.operand(i, 1), kind::number) || !is_square(of, of.operand(i, 0))) return 0;
    rational const twice = rational(2) * of[of.operand(i, 1)].number;
    int const base = of.operand(i, 0), inner = of.is(base, kind::scale) ? of.operand(base, 0) : base;
    return twice.is_odd() && of.is(inner, kind::sum) ? twice : rational(0);
}

/// True if a graph may have something to recognise: a quick look, because all formulas pay for it.
constexpr bool may_have_written_forms(view const& of) {
    bool exponentials = false, logarithms = false, shares = false, rectified = false, mirrored = false, inverse_sum = false,
         lengths = false, others = false;
    for (int i = 0; i < of.node_count; ++i) {
        node const& n = of.nodes[i];
        if (n.what == kind::call) {
            exponentials =
                exponentials || is_row<exponential>(*n.fn) || is_row<exponential_minus_one>(*n.fn) || is_row<hyperbolic_sine>(*n.fn);
            logarithms =
                logarithms || is_row<logarithm>(*n.fn) || is_row<logarithm_one_plus>(*n.fn) || is_row<product_with_logarithm>(*n.fn);
            shares = shares || is_row<logistic>(*n.fn) || is_row<normalized_exponential>(*n.fn) || is_row<hyperbolic_cosine>(*n.fn);
            rectified = rectified || is_row<rectifier>(*n.fn);
            for (int k = 0; k < n.count && (is_row<rectifier>(*n.fn) || is_row<maximum>(*n.fn)); ++k)
                mirrored = mirrored || (of.is(of.operand(i, k), kind::scale) && of[of.operand(i, k)].number == rational(-1));
            (is_row<hypotenuse>(*n.fn) ? lengths : others) = true;
        } else if (n.what == kind::power) {
            int const base = of.operand(i, 0);
            if (rational(0) < power_of_root(of, i)) return true;
            exponentials = exponentials || !of.is(of.operand(i, 1), kind::number);
            if (of.is(base, kind::sum)) inverse_sum = inverse_sum || of[of.operand(i, 1)].number.is_negative();
            else if (is_call<hyperbolic_cosine>(of, base) || is_call<hyperbolic_sine>(of, base) ||
                     is_call<exponential_minus_one>(of, base) || is_call<hypotenuse>(of, base))
                return true;
        } else if (n.what == kind::sum && n.count == 2) {
            for (int k = 0; k < 2; ++k) {
                int part = of.operand(i, k);
                bool const scaled = of.is(part, kind::scale), beside_number = of.is(of.operand(i, 1 - k), kind::number);
                if (scaled) part = of.operand(part, 0);
                if (of.is(part, kind::power) ? is_share(of, of.operand(part, 0))
                                             : scaled && beside_number && is_share(of, part) &&
                                                   (is_call<normalized_exponential>(of, part) ||
                                                    of[of.operand(i, k)].number != -of[of.operand(i, 1 - k)].number))
                    return true;
            }
        }
    }
    return (exponentials && (logarithms || inverse_sum)) || (logarithms && (shares || rectified)) || (lengths && others) || mirrored;
}

}  // namespace detail

/// Rebuilds a finished graph with the functions that are written out in it.
template <class Graph>
class form_recognition : quotients_of_exponentials<Graph> {
    using quotients = quotients_of_exponentials<Graph>;
    using quotients::graph_, quotients::is_count, quotients::is_share, quotients::negative, quotients::product, quotients::logarithm_of;

public:
    constexpr form_recognition(Graph& target, view from) : quotients(target), place_(from.node_count) {
        for (int i = 0; i < from.node_count && !target.exhausted(); ++i) {
            node const& n = from[i];
            buffer<int> operands;
            for (int k = 0; k < n.count; ++k) operands.push(place_[from.operand(i, k)]);
            target.spend(40 + 10 * n.count);
            if (n.what == kind::product) {  // powers as they were written: what multiplies them may belong to them
                buffer<multiplicand> factors;
                for (int k = 0; k < n.count; ++k) {
                    int const part = from.operand(i, k);
                    bool const powered = from.is(part, kind::power) && is_count(place_[from.operand(part, 1)]);
                    factors.push(powered ? multiplicand{place_[from.operand(part, 0)], place_[from.operand(part, 1)]}
                                         : multiplicand{operands[k], graph::one});
                }
                int const recognised = product(factors);
                any_ = any_ || recognised >= 0;
                place_[i] = recognised >= 0 ? recognised : rebuilt(target, n, operands);
            } else {
                rational const twice = detail::power_of_root(from, i);
                place_[i] = twice.is_zero()
                                ? rebuilt_or_recognised(n, operands)
                                : target.power(detail::make_call<stable::root_of_squares>(graph_, operands[0]), target.number(twice));
                any_ = any_ || !twice.is_zero() || (n.what == kind::call && is_row<hypotenuse>(*n.fn));
            }
        }
        for (int c = 0; c < from.condition_count; ++c) target.record({from.conditions[c].what, place_[from.conditions[c].about]});
    }
    constexpr int operator[](int i) const { return place_[i]; }
    /// True if anything was recognised.
    constexpr bool any() const { return any_; }

private:
    constexpr int rebuilt_or_recognised(node const& n, buffer<int> const& operands) {
        int recognised = -1;
        if (n.what == kind::call) recognised = call(*n.fn, operands);
        else if (n.what == kind::power && is_count(operands[1])) recognised = power(operands[0], graph_[operands[1]].number);
        else if (n.what == kind::sum && operands.size() == 2) recognised = sum(operands[0], operands[1]);
        if (n.what == kind::sum && recognised < 0) recognised = of_both_parts(operands);
        any_ = any_ || recognised >= 0;
        return recognised >= 0 ? recognised : rebuilt(graph_, n, operands);
    }

    constexpr int call(function const& fn, buffer<int> const& operands) {
        int const u = operands.empty() ? graph::one : operands[0];
        if (is_row<logarithm>(fn)) return graph_.is(u, kind::number) || detail::is_call<exponential>(graph_, u) ? -1 : logarithm_of(u);
        if (is_row<logarithm_one_plus>(fn)) {
            if (detail::is_call<exponential>(graph_, u)) return detail::make_call<soft_plus>(graph_, graph_.operand(u, 0));
            bool const subtracted =
                graph_.is(u, kind::scale) && graph_[u].number == rational(-1) && detail::is_call<logistic>(graph_, graph_.operand(u, 0));
            return subtracted ? negative(detail::make_call<soft_plus>(graph_, graph_.operand(graph_.operand(u, 0), 0))) : -1;
        }
        if (is_row<product_with_logarithm>(fn)) {
            int const inner = graph_.is(operands[1], kind::number) ? -1 : logarithm_of(operands[1]);
            return inner < 0 ? -1 : graph_.multiply(u, inner);
        }
        if (is_row<rectifier>(fn) && has_logarithm(u, 8))
            return detail::make_call<choice>(graph_, detail::make_call<at_most>(graph_, u, graph_.number(0)), graph_.number(0), u);
        return -1;
    }
    constexpr bool has_logarithm(int i, int levels) const {
        if (detail::is_call<logarithm>(graph_, i)) return true;
        for (int k = 0; levels > 0 && k < graph_[i].count; ++k)
            if (has_logarithm(graph_.operand(i, k), levels - 1)) return true;
        return false;
    }

    /// 2*sigmoid(v) - 1, k - k*softmax(u, v), s - s^2.
    constexpr int sum(int a, int b) {
        for (int side = 0; side < 2; ++side) {
            int const first = side == 0 ? a : b, second = side == 0 ? b : a, of_first = graph_.without_coefficient(first),
                      of_second = graph_.without_coefficient(second);
            rational const scaled = graph_.is(first, kind::scale) ? graph_[first].number : rational(1),
                           other = graph_.is(second, kind::scale) ? graph_[second].number : rational(1);
            if (!is_share(of_first)) continue;
            if (graph_.is(second, kind::number)) {
                rational const number = graph_[second].number;
                if (detail::is_call<logistic>(graph_, of_first) && scaled == rational(-2) * number)
                    return graph_.scale(
                        -number, detail::make_call<hyperbolic_tangent>(graph_, graph_.scale(rational(1, 2), graph_.operand(of_first, 0))));
                if (!detail::is_call<logistic>(graph_, of_first) && scaled == -number) return graph_.scale(number, complement_of(of_first));
            } else if (graph_.is(of_second, kind::power) && graph_.operand(of_second, 0) == of_first &&
                       graph_.is_number(graph_.operand(of_second, 1), 2) && scaled == -other) {
                return graph_.scale(scaled, graph_.multiply(of_first, complement_of(of_first)));
            }
        }
        return -1;
    }
    /// The u in relu(u) and max(u, 0), or -1.
    constexpr int rectified(int i) const {
        if (detail::is_call<rectifier>(graph_, i)) return graph_.operand(i, 0);
        for (int k = 0; k < 2 && detail::is_call<maximum>(graph_, i); ++k)
            if (graph_.is_number(graph_.operand(i, k), 0)) return graph_.operand(i, 1 - k);
        return -1;
    }
    /// a*relu(u)^n + a*relu(-u)^n for even n as a*u^n, and their difference for odd n, among other terms; or -1.
    constexpr int of_both_parts(buffer<int> const& operands) {
        for (int i = 0; i < operands.size(); ++i) {
            int const bare = graph_.without_coefficient(operands[i]), count = graph_.is(bare, kind::product) ? graph_[bare].count : 1;
            for (int f = 0; f < count; ++f) {
                int const part = count > 1 ? graph_.operand(bare, f) : bare, base = graph_.base_of(part), u = rectified(base);
                if (u < 0 || (base != part && !is_count(graph_.operand(part, 1)))) continue;
                rational const n = base == part ? rational(1) : graph_[graph_.operand(part, 1)].number;
                if (n.is_negative()) continue;
                int rest = graph::one;
                for (int j = 0; j < count; ++j)
                    if (j != f) rest = graph_.multiply(rest, graph_.operand(bare, j));
                for (int k = 0; k < operands.size(); ++k) {
                    int const other = graph_.without_coefficient(operands[k]),
                              parts = graph_.is(other, kind::product) ? graph_[other].count : 1;
                    for (int j = 0; j < parts; ++j) {
                        int const p = parts > 1 ? graph_.operand(other, j) : other;
                        int const v = graph_.base_of(p) == p && !n.is_one() ? -1 : rectified(graph_.base_of(p));
                        if (v < 0 || v != negative(u) ||
                            graph_.coefficient_of(operands[k]) !=
                                (n.is_odd() ? -graph_.coefficient_of(operands[i]) : graph_.coefficient_of(operands[i])))
                            continue;
                        if (graph_.multiply(rest, graph_.power(graph_.base_of(p), graph_.number(n))) != other) continue;
                        int total =
                            graph_.scale(graph_.coefficient_of(operands[i]), graph_.multiply(rest, graph_.power(u, graph_.number(n))));
                        for (int t = 0; t < operands.size(); ++t)
                            if (t != i && t != k) total = graph_.add(total, operands[t]);
                        return total;
                    }
                }
            }
        }
        return -1;
    }
    constexpr int complement_of(int share) {
        if (detail::is_call<normalized_exponential>(graph_, share))
            return detail::make_call<normalized_exponential>(graph_, graph_.operand(share, 1), graph_.operand(share, 0));
        if (detail::is_call<stable::logistic_of_power>(graph_, share))
            return detail::make_call<stable::logistic_of_power>(graph_, graph_.operand(share, 0), negative(graph_.operand(share, 1)));
        return graph_.add(graph::one, negative(share));
    }

    constexpr int power(int base, rational exponent) {
        if (detail::is_call<hypotenuse>(graph_, base) && rational(0) < exponent && !exponent.is_odd())
            return graph_.power(detail::square_of(graph_, base), graph_.number(exponent / rational(2)));
        buffer<multiplicand> one_factor;
        one_factor.push({base, graph_.number(exponent)});
        return exponent.is_negative() ? product(one_factor) : -1;
    }

    buffer<int> place_;
    bool any_ = false;
};

namespace detail {

/// True if evaluation has a form of its own.
template <class Graph>
constexpr bool recognises(view const& of, long long allowed) {
    Graph g(rules_of<true, Graph>(), false, allowed);
    form_recognition<Graph> const found(g, of);
    return found.any() && !g.exhausted() && !g.faults.overflowed;
}

/// Puts the recognised functions into a result; says whether there were any.
template <class Graph = graph>
constexpr bool recognise_in(result& r, long long allowed) {
    Graph found(rules_of<true, Graph>(), false, allowed);
    form_recognition<Graph> const forms(found, seen(r));
    for (int& root : r.roots) root = forms[root];
    r.in = found;
    return forms.any();
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
