#pragma once

#include <leibniz/rules/functions.hpp>

// The table of conditions: comparisons and what is made of them. A condition is a number, 1 where it holds and 0 where
// it does not; it is constant between the points where it changes, so its derivative is 0.

namespace leibniz::inline v0_1 {

// clang-format off

// ---------------------------------------------------------------------------------------------- comparisons

/// u < v
struct less_than : binary {
    static constexpr bool exact = true;
    static constexpr lesser says_less = lesser::first;
    static constexpr char const *text = "<", *latex = "<";
    static constexpr char const* c99 = "less(double u, double v) { return u < v; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v the derivatives are 0 as elsewhere";
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u < v, T(1), T(0)); }
    static constexpr two_terms partials(auto u, auto) { return {u.number(0), u.number(0)}; }
};
template <expression A, expression B> constexpr call<less_than, A, B> operator<(A, B) { return {}; }

/// u <= v
struct at_most : binary {
    static constexpr bool exact = true;
    static constexpr char const *text = "<=", *latex = "\\le";
    static constexpr char const* c99 = "at_most(double u, double v) { return u <= v; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v the derivatives are 0 as elsewhere";
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u <= v, T(1), T(0)); }
    static constexpr two_terms partials(auto u, auto) { return {u.number(0), u.number(0)}; }
};
template <expression A, expression B> constexpr call<at_most, A, B> operator<=(A, B) { return {}; }

/// u > v
struct greater_than : binary {
    static constexpr bool exact = true;
    static constexpr lesser says_less = lesser::second;
    static constexpr char const *text = ">", *latex = ">";
    static constexpr char const* c99 = "greater(double u, double v) { return u > v; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v the derivatives are 0 as elsewhere";
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u > v, T(1), T(0)); }
    static constexpr two_terms partials(auto u, auto) { return {u.number(0), u.number(0)}; }
};
template <expression A, expression B> constexpr call<greater_than, A, B> operator>(A, B) { return {}; }

/// u >= v
struct at_least : binary {
    static constexpr bool exact = true;
    static constexpr char const *text = ">=", *latex = "\\ge";
    static constexpr char const* c99 = "at_least(double u, double v) { return u >= v; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v the derivatives are 0 as elsewhere";
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u >= v, T(1), T(0)); }
    static constexpr two_terms partials(auto u, auto) { return {u.number(0), u.number(0)}; }
};
template <expression A, expression B> constexpr call<at_least, A, B> operator>=(A, B) { return {}; }

/// u = v as numbers; == compares formulas.
struct numbers_equal : binary {
    static constexpr bool exact = true;
    static constexpr char const *text = "==", *latex = "=";
    static constexpr char const* c99 = "same(double u, double v) { return u == v; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v the derivatives are 0 as elsewhere";
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u == v, T(1), T(0)); }
    static constexpr two_terms partials(auto u, auto) { return {u.number(0), u.number(0)}; }
};
template <expression A, expression B> constexpr call<numbers_equal, A, B> equal_to(A, B) { return {}; }

/// u != v as numbers; != compares formulas.
struct numbers_differ : binary {
    static constexpr bool exact = true;
    static constexpr char const *text = "!=", *latex = "\\ne";
    static constexpr char const* c99 = "differs(double u, double v) { return u != v; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v the derivatives are 0 as elsewhere";
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u != v, T(1), T(0)); }
    static constexpr two_terms partials(auto u, auto) { return {u.number(0), u.number(0)}; }
};
template <expression A, expression B> constexpr call<numbers_differ, A, B> not_equal_to(A, B) { return {}; }

/// u is a whole number: u = floor(u).
struct integrality : unary {
    static constexpr char const *text = "integer", *latex = "\\operatorname{integer}";
    static constexpr char const *python = "np.where(@1 == np.floor(#1), 1, 0)", *sympy = "Piecewise((1, Eq(#1, floor(#1))), (0, True))";
    static constexpr char const* c99 = "integer(double u) { return u == floor(u); }";
    static constexpr parity symmetry = parity::even;
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = between_whole_numbers;
    static constexpr char const* kinks = "at whole numbers the derivative is 0 as elsewhere";
    template <class T> static constexpr T value(T u) { return elementary::where(u == elementary::floor(u), T(1), T(0)); }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <expression A> constexpr call<integrality, A> integer(A) { return {}; }

// ------------------------------------------------------------------------------------------ and, or, not, where

/// u and v both hold.
struct logical_conjunction : binary {
    static constexpr bool exact = true;
    static constexpr char const *text = "and", *latex = "\\wedge";
    static constexpr char const *python = "np.logical_and", *sympy = "And";
    static constexpr char const* c99 = "both(double u, double v) { return u != 0 && v != 0; }";
    static constexpr interval domain = real_line;
    static constexpr bool any_number = true;
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u != T(0), elementary::where(v != T(0), T(1), T(0)), T(0)); }
    static constexpr two_terms partials(auto u, auto) { return {u.number(0), u.number(0)}; }
};
template <expression A, expression B> constexpr call<logical_conjunction, A, B> operator&&(A, B) { return {}; }

/// u or v holds.
struct logical_disjunction : binary {
    static constexpr bool exact = true;
    static constexpr char const *text = "or", *latex = "\\vee";
    static constexpr char const *python = "np.logical_or", *sympy = "Or";
    static constexpr char const* c99 = "either(double u, double v) { return u != 0 || v != 0; }";
    static constexpr interval domain = real_line;
    static constexpr bool any_number = true;
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u != T(0), T(1), elementary::where(v != T(0), T(1), T(0))); }
    static constexpr two_terms partials(auto u, auto) { return {u.number(0), u.number(0)}; }
};
template <expression A, expression B> constexpr call<logical_disjunction, A, B> operator||(A, B) { return {}; }

/// u does not hold.
struct logical_negation : unary {
    static constexpr bool exact = true;
    static constexpr char const *text = "not", *latex = "\\neg";
    static constexpr char const *python = "np.logical_not", *sympy = "Not";
    static constexpr char const* c99 = "logical_not(double u) { return u == 0; }";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    template <class T> static constexpr T value(T u) { return elementary::where(u != T(0), T(0), T(1)); }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <expression A> constexpr call<logical_negation, A> operator!(A) { return {}; }

/// The second where the first is not 0, else the third. Nothing of the branch that is not taken reaches the value or a
/// derivative.
struct choice : ternary {
    static constexpr bool exact = true;
    static constexpr char const *text = "where", *aliases = "if_else ifelse";
    static constexpr char const *python = "np.where(?1, #2, #3)", *sympy = "Piecewise((#2, ?1), (#3, True))";
    static constexpr char const* c99 = "where(double c, double u, double v) { return c != 0 ? u : v; }";
    static constexpr char const* latex = "+\\begin{cases} #2 & \\text{if } #1 \\\\ #3 & \\text{otherwise} \\end{cases}";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "where the condition changes: the derivative of the branch that is taken";
    template <class T> static constexpr T value(T c, T u, T v) { return elementary::where(c != T(0), u, v); }
    static constexpr three_terms partials(auto c, auto, auto) {
        return {c.number(0), where(c, c.number(1), c.number(0)), where(c, c.number(0), c.number(1))};
    }
};
template <class C, class U, class V> constexpr applied<choice, C, U, V> where(C c, U u, V v) { return apply<choice>(c, u, v); }

// clang-format on

}  // namespace leibniz::inline v0_1
