#pragma once

#include <leibniz/algebra/expand.hpp>

namespace leibniz {

namespace detail {

/// Splits polynomials in one atom with exact coefficients into factors c*x + d, as far as they have rational roots.
template <class Polynomials>
class linear_factors {
public:
    constexpr explicit linear_factors(Polynomials& in) : in_(in) {}

    /// The factors of p, without common factors of its terms, and what is left.
    constexpr factored operator()(polynomial p) {
        factored result;
        int const x = only_atom(p);
        for (bool found = x >= 0; found && degree(p, x) > 1;) {
            found = false;
            rational const first = coefficient(p, x, degree(p, x)), last = coefficient(p, x, 0);
            if (!first.is_integer() || !last.is_integer() || last.is_zero()) break;
            long long const most = 1000;
            for (long long d = 1; !found && d <= most && d <= magnitude_of(first); ++d)
                for (long long n = 1; !found && n <= most * 100 && n <= magnitude_of(last); ++n) {
                    if (magnitude_of(first) % d != 0 || magnitude_of(last) % n != 0) continue;
                    for (long long const sign : {1, -1}) {
                        if (found || !value(p, x, rational(sign * n, d)).is_zero()) continue;
                        polynomial const linear = in_.sum(in_.of_atom(x), in_.number(1), rational(-sign * n, d));
                        polynomial const divisor = in_.scaled(linear, d);
                        polynomial const q = in_.exact_quotient(p, divisor);
                        if (q.is_zero()) continue;
                        add(result, divisor);
                        p = q;
                        found = true;
                    }
                }
        }
        if (!p.is_number()) add(result, p);
        else result.coefficient = p.number();
        return result;
    }

private:
    constexpr void add(factored& f, polynomial const& p) {
        int const b = in_.undivided_base(p);
        for (base_power& known : f.bases)
            if (known.base == b) {
                ++known.exponent;
                return;
            }
        f.bases.push({b, 1});
    }
    static constexpr long long magnitude_of(rational r) { return r.is_negative() ? -r.numerator() : r.numerator(); }
    constexpr int only_atom(polynomial const& p) const {
        int x = -1;
        for (polynomial_term const& t : p.terms)
            for (atom_power const* f = in_.products().begin(t.monomial); f != in_.products().end(t.monomial); ++f) {
                if ((x >= 0 && f->atom != x) || !f->exponent.is_integer() || f->exponent.is_negative()) return -1;
                x = f->atom;
            }
        return x;
    }
    constexpr int degree(polynomial const& p, int x) const {
        int result = 0;
        for (polynomial_term const& t : p.terms) {
            int const e = static_cast<int>(in_.products().exponent(t.monomial, x).numerator());
            result = e > result ? e : result;
        }
        return result;
    }
    constexpr rational coefficient(polynomial const& p, int x, int e) const {
        for (polynomial_term const& t : p.terms)
            if (in_.products().exponent(t.monomial, x) == rational(e)) return t.coefficient;
        return 0;
    }
    constexpr rational value(polynomial const& p, int x, rational at) const {
        rational result = 0;
        for (polynomial_term const& t : p.terms) result += t.coefficient * power_of(at, in_.products().exponent(t.monomial, x).numerator());
        return result.valid() ? result : rational(1);
    }

    Polynomials& in_;
};

/// A polynomial that is not 0 as a product: of a number, a monomial, and sums.
template <class Polynomials>
constexpr factored in_factors(Polynomials& in, polynomial const& p) {
    factored result = in.factors_of(p);
    buffer<base_power> split;
    for (base_power b : result.bases) {
        factored const parts = linear_factors<Polynomials>(in)(in.base(b.base));
        result.coefficient *= power_of(parts.coefficient, b.exponent);
        for (base_power part : parts.bases) split.push({part.base, part.exponent * b.exponent});
    }
    result.bases = split;
    return result;
}

}  // namespace detail

/// A node as a product, as far as its terms have common factors, and polynomials in one symbol rational roots.
template <class Graph>
constexpr int factorized(Graph& g, int root) {
    node_polynomials<Graph> polynomials(g);
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

/// `e` as a product: what all its terms have in common in front, polynomials in one symbol split by their rational roots.
///
///     static_assert(text(factor(w*x + w*y)) == "w*(x + y)");
template <class E>
    requires(expression<E> || bundle<E>)
constexpr auto factor(E) {
    return typename detail::rewrite<detail::stepwise<detail::factoring>, E>::type{};
}

/// `e` over one denominator, common factors cancelled.
///
///     static_assert(text(together(1_c/x + 1_c/y)) == "(x + y)/(x*y)");
template <class E>
    requires(expression<E> || bundle<E>)
constexpr auto together(E) {
    return typename detail::rewrite<detail::stepwise<detail::joining>, E>::type{};
}

}  // namespace leibniz
