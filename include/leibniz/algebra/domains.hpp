#pragma once

#include <leibniz/algebra/assumed.hpp>
#include <leibniz/algebra/definitions.hpp>
#include <leibniz/algebra/signs.hpp>
#include <leibniz/algebra/special_domains.hpp>
#include <leibniz/graph/calls.hpp>

namespace leibniz::inline v0_1::proving {

/// Node `about` may not be negative, or not 0, in a branch of a choice, which is taken where condition `guard` holds.
struct branch_condition {
    int about = 0, guard = -1;
    friend constexpr bool operator==(branch_condition, branch_condition) = default;
};

template <class T>
constexpr bool same_entries(buffer<T> const& a, buffer<T> const& b) {
    bool all = a.size() == b.size();
    for (int k = 0; all && k < a.size(); ++k) all = a[k] == b[k];
    return all;
}

/// Where a formula has a value: the nodes that may not be negative, in all places or in branches of choices, and those that may not
/// be 0.
struct formula_domain {
    buffer<condition> positive{};  // predicate::positive or nonnegative
    buffer<branch_condition> in_branches{}, nonzero_in_branches{};
    buffer<int> nonzero{};
    // From these places on they are doubtful: sufficient, but as those of a branch they may not be necessary.
    int sure_positive = 0, sure_nonzero = 0;
    bool is_nowhere = false;  // or it was too much work to say where

    constexpr bool is_sure() const { return sure_positive == positive.size() && sure_nonzero == nonzero.size(); }
    friend constexpr bool operator==(formula_domain const& a, formula_domain const& b) {
        return same_entries(a.positive, b.positive) && same_entries(a.in_branches, b.in_branches) && same_entries(a.nonzero, b.nonzero) &&
               same_entries(a.nonzero_in_branches, b.nonzero_in_branches) && a.sure_positive == b.sure_positive &&
               a.sure_nonzero == b.sure_nonzero && a.is_nowhere == b.is_nowhere;
    }
};

/// Finds the domain of a formula by the operations in it, where some variables are whole numbers. Adds the nodes of its conditions
/// to the graph.
template <class Graph = graph>
class domain_finder {
public:
    constexpr explicit domain_finder(Graph& of, buffer<int> const& whole = {}) : graph_(of), whole_(of, whole) {}

    /// With the conditions on record; `doubtful`: they may be those of a branch.
    constexpr formula_domain of(int root, buffer<condition> const& recorded = {}, bool doubtful = false) {
        result_ = {};
        whole_bases_.clear();
        seen_everywhere_.clear();
        seen_in_branches_.clear();
        visit(root);
        int const positive = result_.positive.size(), nonzero = result_.nonzero.size();
        for (condition c : recorded) {
            require(c.what, c.about, everywhere);
            visit(c.about);
        }
        result_.sure_positive = doubtful ? positive : result_.positive.size();
        result_.sure_nonzero = doubtful ? nonzero : result_.nonzero.size();
        for (int i : whole_bases_) result_.nonzero.push(i);
        return static_cast<formula_domain&&>(result_);
    }

private:
    /// A node to be visited, and the condition of the branch in which it stands.
    struct place {
        int node = 0, guard = everywhere;
    };
    static constexpr int everywhere = -1, most_places = 400;

    constexpr void visit(int root) {
        buffer<place> open;
        open.push({root, everywhere});
        while (!open.empty()) {
            place const at = open.pop();
            if (is_known(at) || result_.is_nowhere) continue;
            graph_.spend(20);
            state(at, open);
            node const n = graph_[at.node];
            bool const chooses = n.what == kind::call && is_row<choice>(*n.fn);
            for (int k = 0; k < n.count; ++k) open.push({graph_.operand(at.node, k), chooses && k > 0 ? guard_of(at, k == 1) : at.guard});
        }
    }
    constexpr bool is_known(place const& at) {
        while (seen_everywhere_.size() <= at.node) seen_everywhere_.push(false);
        if (seen_everywhere_[at.node]) return true;
        if (at.guard == everywhere) {
            seen_everywhere_[at.node] = true;
            return false;
        }
        for (place const& p : seen_in_branches_)
            if (p.node == at.node && p.guard == at.guard) return true;
        seen_in_branches_.push(at);
        result_.is_nowhere = result_.is_nowhere || seen_in_branches_.size() > most_places;
        return false;
    }
    /// The condition on which a choice takes this branch, with those under which it stands itself.
    constexpr int guard_of(place const& choosing, bool first) {
        int guard = graph_.operand(choosing.node, 0);
        int const negated[] = {guard, graph_.number(0), graph::one};
        if (!first) guard = graph_.call(*graph_.rules().choice, negated);
        return choosing.guard == everywhere ? guard : detail::make_call<logical_conjunction>(graph_, choosing.guard, guard);
    }

    constexpr void state(place const& at, buffer<place>& open) {
        int const i = at.node;
        node const n = graph_[i];
        if (n.what == kind::power) {
            int const base = graph_.operand(i, 0), exponent = graph_.operand(i, 1);
            node const e = graph_[exponent];
            bool const number = e.what == kind::number;
            bool const whole = whole_.contains(exponent);
            if (!whole) require(number ? predicate::nonnegative : predicate::positive, base, at.guard);
            if (number ? e.number.is_negative() : whole && !whole_.occur_in(base)) require(predicate::nonzero, base, at.guard);
            else if (whole && !number) require_base(base, at.guard);
        }
        if (n.what != kind::call) return;
        function const& fn = *n.fn;
        if (has_poles(fn) && whole_.determine(graph_.operand(i, n.count - 1)))
            return require_no_pole(graph_.operand(i, n.count - 1), at.guard);
        if (is_row<logarithm>(fn)) return require(predicate::positive, graph_.operand(i, 0), at.guard);
        if (is_row<arc_sine>(fn) || is_row<inverse_hyperbolic_tangent>(fn)) {
            int const square = graph_.power(graph_.operand(i, 0), graph_.number(2));
            require(predicate::nonnegative, graph_.add(graph_.number(1), graph_.scale(-1, square)), at.guard);
        }
        for (detail::operand_bound const& b : detail::operand_bounds)
            if (b.function == fn.hash) {
                int const u = graph_.scale(b.above ? -1 : 1, graph_.operand(i, b.operand));
                require(predicate::nonnegative, graph_.add(u, graph_.number(b.above ? b.bound : -b.bound)), at.guard);
            }
        buffer<int> operands;
        for (int k = 0; k < n.count; ++k) operands.push(graph_.operand(i, k));
        if (is_row<cube_root>(fn) || is_row<signum>(fn) || is_row<cardinal_sine>(fn) || is_row<relative_exponential>(fn)) return;
        if (int const d = detail::simplified<table::definitions>(graph_, fn, operands.begin()); d >= 0) open.push({d, at.guard});
    }

    /// True for what cannot be negative by its form, and vanishes at isolated points at most where its parts do: not relu(u), which is 0
    /// on a piece.
    constexpr bool is_never_negative(int i, int levels = 8) const {
        node const& n = graph_[i];
        if (levels == 0) return false;
        switch (n.what) {
            case kind::number: return !n.number.is_negative();
            case kind::sum:
            case kind::product: break;
            case kind::scale: return !n.number.is_negative() && is_never_negative(graph_.operand(i, 0), levels - 1);
            case kind::power: {
                node const& e = graph_[graph_.operand(i, 1)];
                bool const even = e.what == kind::number ? !e.number.is_odd() : whole_.contains_half_of(graph_.operand(i, 1));
                if (whole_.contains(graph_.operand(i, 1)) && !even) return is_never_negative(graph_.operand(i, 0), levels - 1);
                return true;  // where it is defined
            }
            case kind::call:
                return detail::signs_of(*n.fn).is_within(detail::not_negative) && !is_row<rectifier>(*n.fn);
            default: return false;
        }
        for (int k = 0; k < n.count; ++k)
            if (!is_never_negative(graph_.operand(i, k), levels - 1)) return false;
        return true;
    }

    /// True for functions with a pole at each of 0, -1, -2, ...: no isolated points, where the operand is a whole number.
    static constexpr bool has_poles(function const& fn) {
        return is_row<gamma_function>(fn) || is_row<log_gamma>(fn) || is_row<digamma_function>(fn) || is_row<polygamma_function>(fn);
    }
    constexpr void require_no_pole(int about, int guard) {
        if (whole_.contains(about)) return require(predicate::positive, about, guard);
        result_.is_nowhere = true;  // halves of whole numbers and the like: at some of them
    }

    /// The base of n^m may be 0 if m is positive.
    constexpr void require_base(int about, int guard) {
        if (guard == everywhere) whole_bases_.push(about);
        else result_.is_nowhere = true;
    }

    constexpr void require(predicate what, int about, int guard) {
        if (graph_.is(about, kind::number) && guard == everywhere) {
            rational const value = graph_[about].number;
            result_.is_nowhere = result_.is_nowhere || (what == predicate::nonzero ? value.is_zero() : value.is_negative()) ||
                                 (what == predicate::positive && value.is_zero());
            return;
        }
        if (what != predicate::nonzero && is_never_negative(about)) {
            if (what == predicate::nonnegative) return;
            what = predicate::nonzero;
        }
        bool const anywhere = guard == everywhere;
        if (what == predicate::positive && !anywhere && whole_.occur_in(about)) {  // 0 is no isolated point of whole numbers
            if (whole_.contains(about)) about = graph_.add(about, graph_.number(-1));
            else result_.is_nowhere = true;
        }
        if (what == predicate::nonzero && anywhere) result_.nonzero.push(about);
        else if (what == predicate::nonzero) result_.nonzero_in_branches.push({about, guard});
        else if (anywhere) result_.positive.push({what, about});
        else result_.in_branches.push({about, guard});
    }

    Graph& graph_;
    whole_nodes<Graph> whole_;
    formula_domain result_{};
    buffer<int> whole_bases_;
    buffer<bool> seen_everywhere_;
    buffer<place> seen_in_branches_;
};

}  // namespace leibniz::inline v0_1::proving
