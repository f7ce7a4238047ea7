#pragma once

#include <leibniz/algebra/dense_polynomial.hpp>
#include <leibniz/algebra/expand.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// Splits polynomials in one atom with exact coefficients into factors c*x + d and b*x^2 + c*x + d with integers, as far as there are
/// any; of degree 60 at most.
template <class Polynomials>
class factors_in_one_symbol {
public:
    constexpr explicit factors_in_one_symbol(Polynomials& in) : in_(in) {}

    /// The factors of p, without common factors of its terms, and what is left.
    constexpr factored operator()(polynomial const& p) {
        factored result;
        int const x = only_atom(p);
        dense_polynomial rest;
        if (x < 0 || !put_in(p, x, rest) || rest.at[0].is_zero()) {
            add(result, p);
            return result;
        }
        buffer<dense_polynomial> found;
        while (rest.degree() > 1 && split(rest, found, &dense_polynomial::linear_factor)) {}
        while (rest.degree() > 3 && split(rest, found, &dense_polynomial::quadratic_factor)) {}
        for (dense_polynomial const& factor : found) add(result, from(factor, x));
        if (found.empty()) add(result, p);
        else if (rest.degree() > 0) add(result, from(rest, x));
        else result.coefficient = rest.at[0];
        return result;
    }

private:
    static constexpr bool split(dense_polynomial& p, buffer<dense_polynomial>& to, dense_polynomial (dense_polynomial::*find)() const) {
        dense_polynomial const factor = (p.*find)();
        if (factor.at.empty()) return false;
        to.push(factor);
        dense_polynomial rest = p;
        p = rest.divide(factor);
        return true;
    }
    /// False unless all coefficients are integers.
    constexpr bool put_in(polynomial const& p, int x, dense_polynomial& to) const {
        for (polynomial_term const& t : p.terms) {
            rational const e = in_.products().exponent(t.monomial, x);
            if (!t.coefficient.is_integer() || rational(60) < e) return false;
            to.add(static_cast<int>(e.numerator()), t.coefficient);
        }
        return true;
    }
    constexpr polynomial from(dense_polynomial const& p, int x) {
        polynomial result;
        for (int e = 0; e <= p.degree(); ++e)
            if (!p.at[e].is_zero()) result = in_.sum(result, in_.monomial(in_.products().of(x, e), p.at[e]));
        return result;
    }
    constexpr void add(factored& f, polynomial const& p) {
        int const b = in_.undivided_base(p);
        for (base_power& known : f.bases)
            if (known.base == b) {
                ++known.exponent;
                return;
            }
        f.bases.push({b, 1});
    }
    constexpr int only_atom(polynomial const& p) const {
        int x = -1;
        for (polynomial_term const& t : p.terms)
            for (atom_power const* f = in_.products().begin(t.monomial); f != in_.products().end(t.monomial); ++f) {
                if ((x >= 0 && f->atom != x) || !f->exponent.is_integer() || f->exponent.is_negative()) return -1;
                x = f->atom;
            }
        return x;
    }

    Polynomials& in_;
};

/// A polynomial that is not 0 as a product: of a number, a monomial, and sums.
template <class Polynomials>
constexpr factored in_factors(Polynomials& in, polynomial const& p) {
    factored result = in.factors_of(p);
    buffer<base_power> split;
    for (base_power b : result.bases) {
        factored const parts = factors_in_one_symbol<Polynomials>(in)(in.base(b.base));
        result.coefficient *= power_of(parts.coefficient, b.exponent);
        for (base_power part : parts.bases) split.push({part.base, part.exponent * b.exponent});
    }
    result.bases = split;
    return result;
}

/// Makes divisors known that stand in products and powers of a node: (x + y)^3 stays a cube.
template <class Polynomials, class Graph>
constexpr void know_factors(Polynomials& in, Graph const& g, int i, bool in_product = false) {
    node const n = g[i];
    if (in.stopped() || n.what < kind::sum || n.what > kind::power) return;
    bool const opens = n.what == kind::product || n.what == kind::power;
    for (int k = 0; k < (n.what == kind::power ? 1 : n.count); ++k) know_factors(in, g, g.operand(i, k), opens);
    if (!in_product || n.what != kind::sum) return;
    if (polynomial const p = in.of_node(i); !p.is_number()) static_cast<void>(in.factors_of(p));
}

}  // namespace detail

/// A node as a product, as far as its terms have common factors, and polynomials in one symbol factors of first and second degree.
template <class Graph>
constexpr int factorized(Graph& g, int root) {
    node_polynomials<Graph> polynomials(g);
    detail::know_factors(polynomials, g, root);
    polynomial const p = polynomials.of_node(expanded(g, root));
    polynomials.report();
    if (p.is_zero() || polynomials.stopped()) return g.number(0);
    factored const f = detail::in_factors(polynomials, p);
    return polynomials.node_of(f);
}

/// A node as one quotient, its numerator and its denominator in factors, without those that both have.
template <class Graph>
constexpr int joined_quotient(Graph& g, int root) {
    int const inside =
        detail::rebuilt_from_below(g, root, [&](node const& old, buffer<int> const& operands) { return rebuilt(g, old, operands); });
    node_polynomials<Graph> polynomials(g);
    fraction const f = polynomials.quotient_of_node(inside);
    return polynomials.node_of(f);
}

namespace detail {

struct factoring {
    static constexpr std::uint64_t hash = hash_of("factor");
    template <class Graph>
    static constexpr int made(Graph& g, int root) {
        return factorized(g, root);
    }
};
struct joining {
    static constexpr std::uint64_t hash = hash_of("together");
    template <class Graph>
    static constexpr int made(Graph& g, int root) {
        return joined_quotient(g, root);
    }
};

}  // namespace detail

/// `e` as a product: what all its terms have in common in front, polynomials in one symbol split into factors of first and second
/// degree with rational coefficients, up to degree 60.
///
///     static_assert(text(factor(w*x + w*y)) == "w*(x + y)");
template <class E>
    requires(expression<E> || bundle<E>)
constexpr auto factor(E) {
    return typename detail::rewrite<detail::stepwise<detail::factoring>, E>::type{};
}
template <class Misused = int>
constexpr constant<0> factor(...) {
    static_assert(!sizeof(Misused), "factor(e): e is no expression; write factor(e) with one, 2_c for the number 2, and nothing else");
    return {};
}

/// `e` over one denominator, common factors cancelled.
///
///     static_assert(text(together(1_c/x + 1_c/y)) == "(x + y)/(x*y)");
template <class E>
    requires(expression<E> || bundle<E>)
constexpr auto together(E) {
    return typename detail::rewrite<detail::stepwise<detail::joining>, E>::type{};
}
template <class Misused = int>
constexpr constant<0> together(...) {
    static_assert(!sizeof(Misused), "together(e): e is no expression; write together(e) with one, 2_c for the number 2, and nothing else");
    return {};
}

}  // namespace leibniz::inline v0_1
