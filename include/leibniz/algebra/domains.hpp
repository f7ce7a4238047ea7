#pragma once

#include <leibniz/algebra/definitions.hpp>
#include <leibniz/graph/calls.hpp>

namespace leibniz {

/// Node `about` may not be negative in a branch of a choice, which is taken where `guard` is not negative (-1: not known where).
struct branch_condition {
    int about = 0, guard = -1;
    friend constexpr bool operator==(branch_condition, branch_condition) = default;
};

/// Where a formula has a value: the nodes that may not be negative, in all places or in branches of choices, and those that may not
/// be 0.
struct formula_domain {
    buffer<condition> positive{};  // predicate::positive or nonnegative
    buffer<branch_condition> in_branches{};
    buffer<int> nonzero{};
};

/// Finds the domain of a formula by the operations in it. Adds the nodes of its conditions to the graph.
template <class Graph = graph>
class domain_finder {
public:
    constexpr explicit domain_finder(Graph& g) : graph_(g) {}

    constexpr formula_domain of(int root, condition const* recorded = nullptr, int count = 0) {
        result_ = {};
        seen_.clear();
        visit(root);
        for (int k = 0; k < count; ++k) require(recorded[k].what, recorded[k].about, everywhere);
        return static_cast<formula_domain&&>(result_);
    }

private:
    /// A node to be visited, and the branch in which it stands: -2 everywhere.
    struct place {
        int node = 0, guard = everywhere;
    };
    static constexpr int everywhere = -2, unknown = -1;

    constexpr void visit(int root) {
        buffer<place> open;
        open.push({root, everywhere});
        while (!open.empty()) {
            place const at = open.pop();
            if (is_known(at)) continue;
            seen_.push(at);
            graph_.spend(20);
            state(at, open);
            node const n = graph_[at.node];
            bool const chooses = n.what == kind::call && is_row<choice>(*n.fn);
            for (int k = 0; k < n.count; ++k)
                open.push({graph_.operand(at.node, k), chooses && k > 0 ? guard_of(graph_.operand(at.node, 0), k == 1) : at.guard});
        }
    }
    constexpr bool is_known(place const& at) const {
        for (place const& p : seen_)
            if (p.node == at.node && (p.guard == everywhere || p.guard == at.guard)) return true;
        return false;
    }
    /// The node that is not negative where a condition holds, or does not hold.
    constexpr int guard_of(int c, bool holds) {
        if (!graph_.is(c, kind::call)) return unknown;
        function const& fn = *graph_[c].fn;
        bool const less = is_row<less_than>(fn) || is_row<at_most>(fn), greater = is_row<greater_than>(fn) || is_row<at_least>(fn);
        if (!less && !greater) return unknown;
        int const u = graph_.operand(c, less == holds ? 1 : 0), v = graph_.operand(c, less == holds ? 0 : 1);
        return graph_.add(u, graph_.scale(-1, v));
    }

    constexpr void state(place const& at, buffer<place>& open) {
        int const i = at.node;
        node const n = graph_[i];
        if (n.what == kind::power) {
            int const base = graph_.operand(i, 0), exponent = graph_.operand(i, 1);
            node const e = graph_[exponent];
            bool const number = e.what == kind::number;
            if (!number || !e.number.is_integer()) require(number ? predicate::nonnegative : predicate::positive, base, at.guard);
            if (number && e.number.is_negative()) require(predicate::nonzero, base, at.guard);
        }
        if (n.what != kind::call) return;
        function const& fn = *n.fn;
        if (is_row<logarithm>(fn)) return require(predicate::positive, graph_.operand(i, 0), at.guard);
        if (is_row<arc_sine>(fn) || is_row<inverse_hyperbolic_tangent>(fn)) {
            int const square = graph_.power(graph_.operand(i, 0), graph_.number(2));
            require(predicate::nonnegative, graph_.add(graph_.number(1), graph_.scale(-1, square)), at.guard);
        }
        buffer<int> operands;
        for (int k = 0; k < n.count; ++k) operands.push(graph_.operand(i, k));
        if (is_row<cube_root>(fn) || is_row<signum>(fn)) return;
        if (int const d = detail::simplified<table::definitions>(graph_, fn, operands.begin()); d >= 0) open.push({d, at.guard});
    }

    /// True for what cannot be negative by its form.
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
                if (e.what == kind::number && e.number.is_integer() && e.number.is_odd())
                    return is_never_negative(graph_.operand(i, 0), levels - 1);
                return true;  // where it is defined
            }
            case kind::call:
                return is_row<exponential>(*n.fn) || is_row<absolute_value>(*n.fn) || is_row<hypotenuse>(*n.fn) ||
                       is_row<circle_constant>(*n.fn) || is_row<hyperbolic_cosine>(*n.fn) || is_row<logistic>(*n.fn) ||
                       is_row<soft_plus>(*n.fn);
            default: return false;
        }
        for (int k = 0; k < n.count; ++k)
            if (!is_never_negative(graph_.operand(i, k), levels - 1)) return false;
        return true;
    }

    constexpr void require(predicate what, int about, int guard) {
        if (graph_.is(about, kind::number)) return;
        if (what != predicate::nonzero && is_never_negative(about)) {
            if (what == predicate::nonnegative) return;
            what = predicate::nonzero;
        }
        if (what == predicate::nonzero && guard == everywhere) result_.nonzero.push(about);
        else if (what == predicate::nonzero) return;
        else if (guard == everywhere) result_.positive.push({what, about});
        else result_.in_branches.push({about, guard});
    }

    Graph& graph_;
    formula_domain result_{};
    buffer<place> seen_;
};

}  // namespace leibniz
