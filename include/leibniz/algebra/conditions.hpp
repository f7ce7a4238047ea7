#pragma once

#include <leibniz/algebra/signs.hpp>
#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/conditions.hpp>

// Conditions on record as comparisons that a person would write.

namespace leibniz::inline v0_1::detail {

/// Collects conditions u > 0, u >= 0, u != 0 of nodes of one graph, takes them apart (of 2*x*exp(y) != 0 stays x != 0), and leaves out
/// those that are always true or follow from others.
class stated_conditions {
public:
    constexpr explicit stated_conditions(graph& g) : graph_(g), signs_(g) {}

    constexpr void state(predicate what, int about) {
        state(about, what == predicate::nonzero ? not_zero : what == predicate::positive ? positive_sign : not_negative);
    }
    /// Node i has one of these signs.
    constexpr void state(int i, signs allowed) {
        graph_.spend(40);
        if (graph_.exhausted() || signs_.of(i).is_within(allowed)) return;
        node const n = graph_[i];
        int const u = n.count > 0 ? graph_.operand(i, 0) : -1;
        if (n.what == kind::scale) return state(u, n.number.is_negative() ? -allowed : allowed);
        if (n.what == kind::power && graph_.is(graph_.operand(i, 1), kind::number))
            return state(u, base_of_power(graph_[graph_.operand(i, 1)].number, allowed));
        if (n.what == kind::power && allowed.may_be_positive()) return state(u, positive_sign);  // exp(a*log(u))
        if (n.what == kind::product) return state_product(i, allowed);
        if (n.what == kind::call && signs_in::keeps_sign(*n.fn)) return state(u, allowed);
        if (n.what == kind::call && is_row<absolute_value>(*n.fn)) return state(u, base_of_power(2, allowed));
        if (allowed == not_zero) state_defined(i);
        add(i, allowed);
    }

    /// The comparisons, each once, in the order in which they were stated.
    constexpr buffer<int> comparisons() {
        leave_out_implied();
        buffer<int> all;
        for (stated const& s : all_) {
            if (s.allowed == any_sign) continue;
            int const next = comparison(s.about, s.allowed);
            bool known = false;
            for (int other : all) known = known || other == next;
            if (!known) all.push(next);
        }
        return all;
    }

private:
    struct stated {
        int about = 0;
        signs allowed = any_sign;
    };

    /// 2*x - 2*y and y - x have the sign of x - y, or the other one.
    constexpr void add(int i, signs allowed) {
        if (graph_.is(i, kind::sum)) i = without_common_divisor(i);
        int const negative = graph_.is(i, kind::sum) ? multiple(i, -1) : -1;
        for (stated& s : all_)
            if (s.about == i || s.about == negative) {
                s.allowed = s.allowed & (s.about == i ? allowed : -allowed);
                return;
            }
        all_.push({i, allowed});
    }
    constexpr int without_common_divisor(int i) {
        rational common = 0;
        for (int k = 0; k < graph_[i].count; ++k) {
            int const part = graph_.operand(i, k);
            rational const c = graph_.is(part, kind::number) ? graph_[part].number : graph_.coefficient_of(part);
            common = k == 0 ? c : common_divisor(common, c);
        }
        if (common.is_negative()) common = -common;
        if (!common.valid() || common.is_zero() || common.is_one()) return i;
        rational const factor = rational(1) / common;
        return factor.valid() ? multiple(i, factor) : i;
    }
    constexpr int multiple(int sum, rational factor) {
        buffer<summand> entries;
        for (int k = 0; k < graph_[sum].count; ++k) entries.push({factor, graph_.operand(sum, k)});
        return graph_.sum(entries);
    }

    /// The signs of a base whose power has one of these.
    static constexpr signs base_of_power(rational exponent, signs allowed) {
        if (exponent.is_negative()) allowed = allowed & not_zero;
        if (!exponent.is_integer()) return allowed & not_negative;
        if (exponent.is_odd()) return allowed;
        return (allowed & zero_sign) | (allowed.may_be_positive() ? not_zero : signs());
    }

    /// A product is not 0 where no factor is; of any other condition, factors of one sign are left out.
    constexpr void state_product(int i, signs allowed) {
        buffer<int> open;
        for (int k = 0; k < graph_[i].count; ++k) {
            int const part = graph_.operand(i, k);
            signs const s = signs_.of(part);
            bool const settled = !allowed.may_be_zero() && (s.is_within(not_negative) || s.is_within(not_positive));
            if (allowed == not_zero || settled) state(part, not_zero);
            if (settled || s == positive_sign || s == negative_sign) allowed = s.is_within(not_positive) ? -allowed : allowed;
            else open.push(part);
        }
        if (allowed == not_zero || open.empty()) return;
        if (open.size() == 1) return state(open[0], allowed);
        int rest = graph::one;
        for (int part : open) rest = graph_.multiply(rest, part);
        add(rest, allowed);
    }

    /// What is not 0 is defined: a number that is none differs from 0 too. Conditions and choices are numbers whatever is in them.
    constexpr void state_defined(int i, int levels = 24) {
        while (defined_.size() <= i) defined_.push(0);
        node const n = graph_[i];
        if (levels == 0 || defined_[i] != 0 || (n.what == kind::call && is_conditional(*n.fn))) return;
        defined_[i] = 1;
        for (int k = 0; k < n.count; ++k) state_defined(graph_.operand(i, k), levels - 1);
        if (n.what == kind::call && is_row<logarithm>(*n.fn)) state(graph_.operand(i, 0), positive_sign);
        if (n.what != kind::power || !graph_.is(graph_.operand(i, 1), kind::number)) return;
        rational const e = graph_[graph_.operand(i, 1)].number;
        if (e.is_integer() && !e.is_negative()) return;
        state(graph_.operand(i, 0), base_of_power(e, any_sign));
    }

    static constexpr bool is_conditional(function const& fn) {
        return is_any_row<less_than, greater_than, at_most, at_least, numbers_equal, numbers_differ, integrality,
                                    logical_conjunction, logical_disjunction, logical_negation, choice>(fn);
    }

    /// A condition that follows from the structure of its formula and the other conditions.
    constexpr void leave_out_implied() {
        for (stated& s : all_) {
            signs_in told(graph_);
            for (stated const& other : all_)
                if (other.about != s.about && other.allowed != any_sign) told.know(other.about, other.allowed);
            if (told.of(s.about).is_within(s.allowed)) s.allowed = any_sign;
        }
    }

    template <class F>
    constexpr int compare(int u, int v) {
        return make_call<F>(graph_, u, v);
    }
    constexpr int comparison(int u, int v, signs allowed) {
        switch (allowed.bits) {
            case negative_sign.bits: return compare<less_than>(u, v);
            case not_positive.bits: return compare<at_most>(u, v);
            case zero_sign.bits: return compare<numbers_equal>(u, v);
            case positive_sign.bits: return compare<greater_than>(u, v);
            case not_negative.bits: return compare<at_least>(u, v);
            case not_zero.bits: return compare<numbers_differ>(u, v);
            default: return compare<numbers_differ>(u, u);  // never
        }
    }
    /// x - 1 > 0 as x > 1, 2*x - y > 0 as 2*x > y, -x - y > 0 as x + y < 0.
    constexpr int comparison(int i, signs allowed) {
        int const none = graph_.number(0);
        if (!graph_.is(i, kind::sum)) return comparison(i, none, allowed);
        int number = -1, term = -1, other = -1, terms = 0, subtracted = 0;
        for (int k = 0; k < graph_[i].count; ++k) {
            int const part = graph_.operand(i, k);
            if (graph_.is(part, kind::number)) number = part;
            else {
                (graph_.coefficient_of(part).is_negative() ? other : term) = part;
                subtracted += graph_.coefficient_of(part).is_negative();
                ++terms;
            }
        }
        if (terms == 1) {
            int const part = term < 0 ? other : term;
            rational const c = graph_.coefficient_of(part), bound = number < 0 ? rational(0) : -graph_[number].number / c;
            if (bound.valid())
                return comparison(graph_.without_coefficient(part), graph_.number(bound), c.is_negative() ? -allowed : allowed);
        }
        if (terms == 2 && number < 0 && subtracted == 1) return comparison(term, graph_.scale(-1, other), allowed);
        if (subtracted == terms) return comparison(graph_.scale(-1, i), none, -allowed);
        return comparison(i, none, allowed);
    }

    graph& graph_;
    signs_in signs_;
    buffer<stated> all_;
    buffer<char> defined_;
};

/// Copies what the conditions on record of a finished graph are about into another graph; returns the comparisons there.
constexpr buffer<int> conditions_on_record(graph& g, view from) {
    buffer<int> place(from.node_count);
    buffer<char> needed(from.node_count, 0);
    for (int c = 0; c < from.condition_count; ++c) needed[from.conditions[c].about] = 1;
    mark_reachable(from.nodes, from.operands, from.node_count, needed.begin(), from.shared);
    for (int i = 0; i < from.node_count && !g.exhausted(); ++i)
        if (needed[i] != 0) place[i] = copied_node(g, from, i, place);
    stated_conditions all(g);
    for (int c = 0; c < from.condition_count; ++c) all.state(from.conditions[c].what, place[from.conditions[c].about]);
    return all.comparisons();
}

/// One node that holds where all conditions do; 1 of none.
constexpr int conjunction_of(graph& g, buffer<int> const& conditions) {
    if (conditions.empty()) return graph::one;
    int all = conditions[0];
    for (int k = 1; k < conditions.size(); ++k) all = make_call<logical_conjunction>(g, all, conditions[k]);
    return all;
}
/// The conditions of such a node.
constexpr buffer<int> conditions_in(view of, int i) {
    buffer<int> backwards, all;
    for (; is_call<logical_conjunction>(of, i); i = of.operand(i, 0)) backwards.push(of.operand(i, 1));
    if (!of.is(i, kind::number)) backwards.push(i);
    while (!backwards.empty()) all.push(backwards.pop());
    return all;
}

}  // namespace leibniz::inline v0_1::detail
