#pragma once

#include <leibniz/graph/calls.hpp>
#include <leibniz/graph/graph.hpp>
#include <leibniz/rules/conditions.hpp>

// The signs that a real formula may have: of functions, and by its operations of nodes, strict (x > 0 is more than x >= 0), at every
// point. What a proof finds (known_signs.hpp) begins with the same signs of functions and goes another way: it is of polynomials in
// normal form, isolated points aside, by inequalities that are given. A condition that is shown needs the first, x*y >= 0 of what
// is assumed the second.

namespace leibniz::inline v0_1::detail {

/// A set of signs.
struct signs {
    unsigned bits = 0;

    constexpr bool may_be_negative() const { return (bits & 1u) != 0; }
    constexpr bool may_be_zero() const { return (bits & 2u) != 0; }
    constexpr bool may_be_positive() const { return (bits & 4u) != 0; }
    constexpr bool is_within(signs other) const { return (bits & ~other.bits) == 0; }
    friend constexpr signs operator&(signs a, signs b) { return {a.bits & b.bits}; }
    friend constexpr signs operator|(signs a, signs b) { return {a.bits | b.bits}; }
    friend constexpr signs operator-(signs a) { return {((a.bits & 1u) << 2u) | (a.bits & 2u) | (a.bits >> 2u)}; }
    friend constexpr bool operator==(signs, signs) = default;
};
inline constexpr signs negative_sign{1}, zero_sign{2}, positive_sign{4}, not_positive{3}, not_zero{5}, not_negative{6}, any_sign{7};

constexpr signs product_of(signs a, signs b) {
    signs all;
    if (a.may_be_zero() || b.may_be_zero()) all = all | zero_sign;
    if (a.may_be_positive()) all = all | (b & not_zero);
    if (a.may_be_negative()) all = all | (-b & not_zero);
    return all;
}
constexpr signs sum_of(signs a, signs b) {
    bool const above = a.may_be_positive() || b.may_be_positive(), below = a.may_be_negative() || b.may_be_negative();
    if (above && below) return any_sign;
    return {(a.bits & b.bits & 2u) | (above ? 4u : 0u) | (below ? 1u : 0u)};
}

template <class... F>
constexpr bool is_any_row(function const& fn) {
    return any_of({is_row<F>(fn)...});
}
/// The signs that a function may have whatever its operands are.
constexpr signs signs_of(function const& fn) {
    if (is_any_row<circle_constant, exponential, power_of_two, hyperbolic_cosine, hyperbolic_secant, logistic, soft_plus,
                   relative_exponential>(fn))
        return positive_sign;
    if (is_any_row<absolute_value, hypotenuse, rectifier>(fn)) return not_negative;
    return is_row<gamma_function>(fn) ? not_zero : any_sign;
}

/// Signs of the nodes of a graph, given those that some nodes are known to have.
class signs_in {
public:
    constexpr explicit signs_in(graph& g) : graph_(g) {}

    /// Node i is known to have one of these signs.
    constexpr void know(int i, signs s) { at(i).known = s; }
    /// The signs that node i may have where it is defined. Looks so many levels deep, at each node once.
    constexpr signs of(int i, int levels = 24) {
        if (at(i).found || levels == 0 || graph_.exhausted()) return at(i).known;
        graph_.spend(20);
        signs const all = at(i).known & by_structure(i, levels - 1);
        at(i) = {all, true};
        return all;
    }

    /// True for functions that have the sign of their operand, and are defined wherever it is.
    static constexpr bool keeps_sign(function const& fn) {
        return is_any_row<cube_root, signum, exponential_minus_one, arc_tangent, hyperbolic_sine, hyperbolic_tangent,
                          inverse_hyperbolic_sine, error_function, held_constant, soft_sign>(fn);
    }

private:
    constexpr signs by_structure(int i, int levels) {
        node const n = graph_[i];
        switch (n.what) {
            case kind::number: return n.number.is_zero() ? zero_sign : n.number.is_negative() ? negative_sign : positive_sign;
            case kind::scale: {
                signs const of_operand = of(graph_.operand(i, 0), levels);
                return n.number.is_negative() ? -of_operand : of_operand;
            }
            case kind::sum:
            case kind::product: {
                signs all = of(graph_.operand(i, 0), levels);
                for (int k = 1; k < n.count && all != any_sign; ++k) {
                    signs const next = of(graph_.operand(i, k), levels);
                    all = n.what == kind::sum ? sum_of(all, next) : product_of(all, next);
                }
                return all;
            }
            case kind::power: return of_power(of(graph_.operand(i, 0), levels), graph_.operand(i, 1));
            case kind::call: return of_call(*n.fn, i, levels);
            case kind::reduction: return of(graph_.operand(i, 0), levels) | (n.fn->averages ? signs() : zero_sign);  // of no rows
            default: return any_sign;
        }
    }
    constexpr signs of_power(signs base, int exponent) const {
        if (!graph_.is(exponent, kind::number))
            return base == positive_sign ? base : base.is_within(not_negative) ? not_negative : any_sign;
        rational const e = graph_[exponent].number;
        if (e.is_negative()) base = base & not_zero;
        if (!e.is_integer()) return base & not_negative;
        if (e.is_odd()) return base;
        return {(base.bits & 2u) | ((base & not_zero).bits != 0 ? 4u : 0u)};
    }
    constexpr signs of_call(function const& fn, int i, int levels) {
        if (signs const all = signs_of(fn); all == positive_sign || fn.arity == 0) return all;
        signs const u = of(graph_.operand(i, 0), levels);
        if (is_row<absolute_value>(fn)) return {(u.bits & 2u) | ((u & not_zero).bits != 0 ? 4u : 0u)};
        if (keeps_sign(fn)) return u;
        if (is_row<choice>(fn)) return of(graph_.operand(i, 1), levels) | of(graph_.operand(i, 2), levels);
        return signs_of(fn);
    }

    struct entry {
        signs known = any_sign;
        bool found = false;
    };
    constexpr entry& at(int i) {
        while (entries_.size() <= i) entries_.push({});
        return entries_[i];
    }

    graph& graph_;
    buffer<entry> entries_;
};

}  // namespace leibniz::inline v0_1::detail
