#pragma once

#include <leibniz/algebra/factor.hpp>

namespace leibniz {

namespace detail {

/// A polynomial in one symbol with exact coefficients, the lowest power first; the last one is not 0.
struct dense_polynomial {
    buffer<rational> at{};

    constexpr int degree() const { return at.size() - 1; }
    constexpr void trim() {
        while (!at.empty() && at.back().is_zero()) at.truncate(at.size() - 1);
    }
    friend constexpr dense_polynomial operator*(dense_polynomial const& a, dense_polynomial const& b) {
        dense_polynomial result;
        if (a.at.empty() || b.at.empty()) return result;
        result.at = buffer<rational>(a.at.size() + b.at.size() - 1);
        for (int i = 0; i < a.at.size(); ++i)
            for (int j = 0; j < b.at.size(); ++j) result.at[i + j] += a.at[i] * b.at[j];
        return result;
    }
    /// Subtracts the multiple of b that leaves a lesser degree; returns it.
    constexpr dense_polynomial divide(dense_polynomial const& b) {
        dense_polynomial quotient;
        if (degree() < b.degree()) return quotient;
        quotient.at = buffer<rational>(degree() - b.degree() + 1);
        for (int k = degree() - b.degree(); k >= 0; --k) {
            rational const c = at[k + b.degree()] / b.at.back();
            quotient.at[k] = c;
            for (int j = 0; j <= b.degree(); ++j) at[k + j] -= c * b.at[j];
        }
        trim();
        return quotient;
    }
};

/// Solves a square system of linear equations by elimination; its rows are its equations, the right sides last. False if there is
/// no single solution.
constexpr bool solve(buffer<buffer<rational>>& rows) {
    int const n = rows.size();
    for (int k = 0; k < n; ++k) {
        int pivot = k;
        while (pivot < n && rows[pivot][k].is_zero()) ++pivot;
        if (pivot == n) return false;
        buffer<rational> const kept = rows[k];
        rows[k] = rows[pivot];
        rows[pivot] = kept;
        for (int j = n; j >= k; --j) rows[k][j] /= rows[k][k];
        for (int i = 0; i < n; ++i) {
            rational const c = rows[i][k];
            if (i == k || c.is_zero()) continue;
            for (int j = k; j <= n; ++j) rows[i][j] -= c * rows[k][j];
        }
        for (rational r : rows[k])
            if (!r.valid()) return false;
    }
    return true;
}

}  // namespace detail

/// A quotient of polynomials in node x with exact coefficients as a sum of partial fractions; -1 for another node.
template <class Graph>
constexpr int in_partial_fractions(Graph& g, int root, int x) {
    using dense = detail::dense_polynomial;
    node_polynomials<Graph> polynomials(g);
    fraction const f = polynomials.quotient_of_node(root);
    int const a = polynomials.atom_of(x);
    auto const made_dense = [&](polynomial const& from, dense& result) {
        for (polynomial_term const& term_of : from.terms) {
            rational const exponent = polynomials.products().exponent(term_of.monomial, a);
            bool const other = polynomials.products().size(term_of.monomial) > (exponent.is_zero() ? 0 : 1);
            if (other || !exponent.is_integer() || exponent.is_negative() || rational(60) < exponent) return false;
            while (result.at.size() <= exponent.numerator()) result.at.push(0);
            result.at[static_cast<int>(exponent.numerator())] += term_of.coefficient;
        }
        return true;
    };

    // The factors below: x itself, and the bases.
    buffer<dense> factors;
    buffer<int> exponents;
    int const m = polynomials.common_monomial(f.over);
    polynomial over = f.over;
    if (rational const e = polynomials.products().exponent(m, a); e.is_negative()) {
        if (!e.is_integer() || e < rational(-60)) return -1;
        dense whole;
        whole.at.push(0), whole.at.push(1);
        factors.push(whole);
        exponents.push(static_cast<int>(-e.numerator()));
        over = polynomials.shifted(over, 1, polynomials.products().of(a, -e));
    }
    for (base_power b : f.under) {
        factored const parts = detail::linear_factors<node_polynomials<Graph>>(polynomials)(polynomials.base(b.base));
        over = polynomials.scaled(over, power_of(parts.coefficient, -b.exponent));
        for (base_power part : parts.bases) {
            dense factor;
            if (!made_dense(polynomials.base(part.base), factor)) return -1;
            factors.push(factor);
            exponents.push(part.exponent * b.exponent);
        }
    }
    dense rest, below;
    if (!made_dense(over, rest)) return -1;
    below.at.push(1);
    for (int k = 0; k < factors.size(); ++k)
        for (int e = 0; e < exponents[k]; ++e) below = below * factors[k];
    if (below.degree() > 24) return -1;
    dense const whole = rest.divide(below);

    // Each unknown numerator c*x^t over factor^e is a column: x^t times all that is below but factor^e.
    struct unknown {
        int factor = 0, exponent = 0, power = 0;
    };
    buffer<unknown> unknowns;
    int const n = below.degree();
    buffer<buffer<rational>> rows(n);
    for (int i = 0; i < n; ++i) rows[i] = buffer<rational>(n + 1);
    for (int k = 0; k < factors.size(); ++k)
        for (int e = 1; e <= exponents[k]; ++e) {
            dense others = below;
            for (int times = 0; times < e; ++times) others = others.divide(factors[k]);
            for (int t = 0; t < factors[k].degree(); ++t) {
                for (int i = 0; i < others.at.size(); ++i) rows[i + t][unknowns.size()] = others.at[i];
                unknowns.push({k, e, t});
            }
        }
    for (int i = 0; i < rest.at.size(); ++i) rows[i][n] = rest.at[i];
    if (!detail::solve(rows)) return -1;

    auto const node_of = [&](dense const& sum_of) {
        buffer<summand> entries;
        for (int power = 0; power < sum_of.at.size(); ++power) entries.push({sum_of.at[power], g.power(x, g.number(power))});
        return g.sum(entries);
    };
    buffer<summand> sum;
    sum.push({1, node_of(whole)});
    for (int u = 0; u < unknowns.size();) {
        unknown const first = unknowns[u];
        dense above;
        for (; u < unknowns.size() && unknowns[u].factor == first.factor && unknowns[u].exponent == first.exponent; ++u)
            above.at.push(rows[u][n]);
        above.trim();
        if (above.at.empty()) continue;
        int const divisor = g.power(node_of(factors[first.factor]), g.number(-first.exponent));
        sum.push({1, g.multiply(node_of(above), divisor)});
    }
    polynomials.report();
    return g.sum(sum);
}

namespace detail {

template <class V>
struct parting {
    static constexpr std::uint64_t hash = mix(hash_of("apart"), as_written<V>.hash);
    template <class Graph>
    static constexpr int made(Graph& g, int root) {
        int const result = in_partial_fractions(g, root, lowering(g)(as_written<V>));
        return result < 0 ? root : result;
    }
};
template <class E, class V>
constexpr bool has_partial_fractions() {
    graph g(rules);
    int const root = imported(g, canonical<E>)[canonical<E>.root()];
    return in_partial_fractions(g, root, lowering(g)(as_written<V>)) >= 0;
}

}  // namespace detail

/// A quotient of polynomials in a symbol as a sum of partial fractions, as far as the denominator has rational roots. Refused: what
/// is no quotient of polynomials in it with exact coefficients.
///
///     static_assert(text(apart(1_c/(pow<2>(x) - 1_c), x)) == "1/(2*(x - 1)) - 1/(2*(x + 1))");
template <expression E, variable V>
constexpr auto apart(E, V) {
    static_assert(detail::has_partial_fractions<E, V>(), "apart: this is no quotient of polynomials in the symbol with exact coefficients");
    return typename detail::rewrite<detail::stepwise<detail::parting<V>>, E>::type{};
}

}  // namespace leibniz
