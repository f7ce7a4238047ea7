#pragma once

#include <leibniz/algebra/factor.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

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

/// Whether a polynomial in node x stands below the fraction bar with a power above `most`.
template <class Graph>
constexpr bool is_divided_by_power(Graph const& g, int root, int x, int most) {
    buffer<char> holds(root + 1), open(root + 1);
    for (int i = 0; i <= root; ++i) {
        holds[i] = i == x;
        if (g.is(i, kind::call)) continue;
        for (int k = 0; k < g[i].count; ++k) holds[i] = holds[i] || holds[g.operand(i, k)];
    }
    open.back() = 1;
    for (int i = root; i >= 0; --i) {
        if (!open[i]) continue;
        if (g.is(i, kind::power)) {
            int const base = g.operand(i, 0), exponent = g.operand(i, 1);
            if (g.is(base, kind::sum) && holds[base] && g.is(exponent, kind::number) && g[exponent].number < rational(-most)) return true;
        } else if (g.is(i, kind::sum) || g.is(i, kind::product) || g.is(i, kind::scale)) {
            for (int k = 0; k < g[i].count; ++k) open[g.operand(i, k)] = 1;
        }
    }
    return false;
}

}  // namespace detail

/// Why there are no partial fractions.
enum class not_parted : int { other_symbols = -1, high_degree = -2, long_numbers = -3, too_long = -4 };

/// A quotient of polynomials in node x with exact coefficients as a sum of partial fractions, or else a `not_parted`.
template <class Graph>
constexpr int in_partial_fractions(Graph& g, int root, int x) {
    using dense = detail::dense_polynomial;
    constexpr int other_symbols = static_cast<int>(not_parted::other_symbols), high_degree = static_cast<int>(not_parted::high_degree),
                  long_numbers = static_cast<int>(not_parted::long_numbers), too_long = static_cast<int>(not_parted::too_long),
                  most_below = 24, most_above = 1000;
    node_polynomials<Graph> polynomials(g);
    auto const reached = [&] {  // the limit that ended the work
        polynomials.report();
        return g.exhausted() ? too_long : long_numbers;
    };
    fraction const f = polynomials.quotient_of_node(root);
    if (polynomials.stopped()) return detail::is_divided_by_power(g, root, x, most_below) ? high_degree : reached();
    int const a = polynomials.atom_of(x);
    int problem = 0;
    auto const made_dense = [&](polynomial const& from, dense& result) {
        for (polynomial_term const& term_of : from.terms) {
            rational const exponent = polynomials.products().exponent(term_of.monomial, a);
            bool const other = polynomials.products().size(term_of.monomial) > (exponent.is_zero() ? 0 : 1);
            if (other || !exponent.is_integer() || exponent.is_negative()) problem = other_symbols;
            else if (rational(most_above) < exponent) problem = high_degree;
            if (problem != 0) return;
            result.add(static_cast<int>(exponent.numerator()), term_of.coefficient);
        }
    };

    // The factors below: x itself, and the bases, each once.
    buffer<dense> factors;
    buffer<int> exponents, places;
    int degree = 0;
    auto const add = [&](dense const& factor, int exponent, int place) {
        degree += factor.degree() * exponent;
        int known = 0;
        while (known < places.size() && places[known] != place) ++known;
        if (known < places.size()) exponents[known] += exponent;
        else factors.push(factor), exponents.push(exponent), places.push(place);
        if (problem == 0 && (exponent > most_below || degree > most_below)) problem = high_degree;
    };
    int const m = polynomials.common_monomial(f.over);
    polynomial over = f.over;
    if (rational const e = polynomials.products().exponent(m, a); e.is_negative()) {
        dense whole;
        whole.at.push(0), whole.at.push(1);
        if (!e.is_integer()) return other_symbols;
        add(whole, rational(most_below) < -e ? most_below + 1 : static_cast<int>(-e.numerator()), -1);
        over = polynomials.shifted(over, 1, polynomials.products().of(a, -e));
    }
    for (base_power b : f.under) {
        dense unparted;
        made_dense(polynomials.base(b.base), unparted);
        if (unparted.degree() > most_below && problem == 0) problem = high_degree;
        if (problem != 0) return problem;
        factored const parts = detail::factors_in_one_symbol<node_polynomials<Graph>>(polynomials)(polynomials.base(b.base));
        over = polynomials.scaled(over, power_of(parts.coefficient, -b.exponent));
        for (base_power part : parts.bases) {
            dense factor;
            made_dense(polynomials.base(part.base), factor);
            add(factor, part.exponent * b.exponent, part.base);
        }
    }
    dense rest, below;
    made_dense(over, rest);
    if (problem != 0) return problem;
    below.at.push(1);
    for (int k = 0; k < factors.size(); ++k)
        for (int e = 0; e < exponents[k]; ++e) below = below * factors[k];
    dense const whole = rest.divide(below);
    if (!rest.is_valid() || !below.is_valid()) return long_numbers;

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
    if (polynomials.stopped()) return reached();
    if (!detail::solve(rows)) return long_numbers;

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
    int const result = g.sum(sum);
    return g.faults.overflowed ? long_numbers : result;
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
struct partial_fractions {
    static constexpr int done() {
        graph g(rules);
        int const root = imported(g, canonical<E>)[canonical<E>.root()];
        return in_partial_fractions(g, root, lowering(g)(as_written<V>));
    }
};
inline constexpr int beyond_limits = static_cast<int>(not_parted::too_long);
template <class E, class V>
constexpr int partial_fractions_found() {
    if constexpr (within_limits<partial_fractions<E, V>>) return partial_fractions<E, V>::done();
    else return beyond_limits;
}

}  // namespace detail

/// A quotient of polynomials in a symbol as a sum of partial fractions, as far as the denominator has factors of first or second degree
/// with rational coefficients. Refused: what is no quotient of polynomials in it with exact coefficients; a degree above 24 below the
/// fraction bar, or above 1000.
///
///     static_assert(text(apart(1_c/(pow<2>(x) - 1_c), x)) == "1/(2*(x - 1)) - 1/(2*(x + 1))");
template <expression E, variable V>
constexpr auto apart(E, V) {
    constexpr int found = detail::partial_fractions_found<E, V>();
    static_assert(found != static_cast<int>(not_parted::other_symbols),
                  "apart(e, x): e is no quotient of polynomials in x with exact coefficients; put numbers in place of what else occurs");
    static_assert(found != static_cast<int>(not_parted::high_degree),
                  "apart(e, x): the denominator has a degree above 24, or the numerator one above 1000; write e as a sum by hand");
    static_assert(found != static_cast<int>(not_parted::long_numbers),
                  "apart(e, x): an exact number of the result leaves 64 bits; write smaller numbers");
    static_assert(found != detail::beyond_limits,
                  "apart(e, x): this takes more steps than the compiler's limits allow; ask at run time, apart(parse(\"...\"), \"x\")");
    if constexpr (found >= 0) return typename detail::rewrite<detail::stepwise<detail::parting<V>>, E>::type{};
    else return E{};
}

template <class E, class V>
    requires(bundle<E> || (expression<E> && !variable<V>))
constexpr E apart(E e, V) {
    constexpr bool several = bundle<E>;
    static_assert(!several, "apart(e, x): e has several entries; write apart(g[x], x) for one of them");
    static_assert(several, "apart(e, x): a quotient is taken apart in a symbol or column only; write apart(e, x) with a symbol x");
    return e;
}
template <class Misused = int>
constexpr constant<0> apart(...) {
    static_assert(!sizeof(Misused), "apart(e, x): e is no expression or x no symbol; write apart(1_c/(pow<2>(x) - 1_c), x)");
    return {};
}

}  // namespace leibniz::inline v0_1
