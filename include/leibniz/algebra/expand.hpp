#pragma once

#include <leibniz/algebra/node_polynomials.hpp>
#include <leibniz/algebra/rewritten.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/language/symbol.hpp>

#include <utility>

namespace leibniz {

/// A node with products of sums and their natural powers multiplied out, inside functions, too.
template <class Graph>
constexpr int expanded(Graph& g, int root) {
    return detail::rebuilt_from_below(g, root, [&](node const& old, buffer<int> const& operands) {
        int const whole = rebuilt(g, old, operands);
        if (old.what != kind::product && old.what != kind::scale && old.what != kind::power) return whole;
        node_polynomials<Graph> polynomials(g);
        return polynomials.node_of(polynomials.of_node(whole));
    });
}

/// A sum by the powers of node `x`, each with its coefficient.
template <class Graph>
constexpr int collected(Graph& g, int root, int x) {
    node_polynomials<Graph> polynomials(g);
    polynomial const p = polynomials.of_node(expanded(g, root));
    int const a = polynomials.atom_of(x);
    buffer<rational> exponents;
    buffer<polynomial> parts;
    for (polynomial_term const& t : p.terms) {
        rational const e = polynomials.products().exponent(t.monomial, a);
        int const m = polynomials.products().quotient(t.monomial, polynomials.products().of(a, e));
        int k = 0;
        while (k < exponents.size() && exponents[k] != e) ++k;
        if (k == exponents.size()) exponents.push(e), parts.push({});
        parts[k] = polynomials.sum(parts[k], polynomials.monomial(m, t.coefficient));
    }
    buffer<summand> entries;
    for (int k = 0; k < parts.size(); ++k) entries.push({1, g.multiply(g.power(x, g.number(exponents[k])), polynomials.node_of(parts[k]))});
    polynomials.report();
    return g.sum(entries);
}

/// The coefficients of a polynomial in node `x`, the lowest power first; none if the node is no polynomial in it.
template <class Graph>
constexpr buffer<int> coefficients_in(Graph& g, int root, int x) {
    node_polynomials<Graph> polynomials(g);
    polynomial const p = polynomials.of_node(expanded(g, root));
    polynomials.report();
    int const a = polynomials.atom_of(x);
    buffer<polynomial> parts;
    parts.push({});
    for (polynomial_term const& t : p.terms) {
        rational const e = polynomials.products().exponent(t.monomial, a);
        if (!e.is_integer() || e.is_negative() || rational(1000) < e) return {};
        int const m = polynomials.products().quotient(t.monomial, polynomials.products().of(a, e));
        for (int k = 0; k < polynomials.products().size(m); ++k)
            if (detail::occurs_in(g, x, polynomials.node_of_atom(polynomials.products().begin(m)[k].atom))) return {};
        while (parts.size() <= e.numerator()) parts.push({});
        polynomial& part = parts[static_cast<int>(e.numerator())];
        part = polynomials.sum(part, polynomials.monomial(m, t.coefficient));
    }
    buffer<int> result;
    for (polynomial const& part : parts) result.push(polynomials.node_of(part));
    return result;
}

namespace detail {

/// An operation that makes one node of another: `Step::made(graph, root)`; `Step::hash` tells it from all others, also from
/// the same operation by another symbol.
template <class Step>
struct stepwise {
    static constexpr std::uint64_t hash = Step::hash;
    static constexpr bool recognised = false;

    template <bool>
    static constexpr int guess(view from) {
        return 4 * from.node_count + 32;
    }
    template <bool>
    static constexpr buffer<int> roots(graph& g, view from) {
        buffer<int> const place = imported(g, from);
        buffer<int> results;
        for (int r = 0; r < from.root_count; ++r) results.push(Step::made(g, place[from.roots[r]]));
        return results;
    }
};

struct expanding {
    static constexpr std::uint64_t hash = hash_of("expand");
    template <class Graph>
    static constexpr int made(Graph& g, int root) {
        return expanded(g, root);
    }
};
template <class V, int K>
struct picking {  // a coefficient
    static constexpr std::uint64_t hash = mix(mix(hash_of("coefficients"), as_written<V>.hash), K);
    template <class Graph>
    static constexpr int made(Graph& g, int root) {
        buffer<int> const all = coefficients_in(g, root, lowering(g)(as_written<V>));
        return K < all.size() ? all[K] : g.number(0);
    }
};
template <class V>
struct collecting {
    static constexpr std::uint64_t hash = mix(hash_of("collect"), as_written<V>.hash);
    template <class Graph>
    static constexpr int made(Graph& g, int root) {
        return collected(g, root, lowering(g)(as_written<V>));
    }
};

/// Why there is no degree.
enum class without_degree : int { no_polynomial = -1, long_numbers = -2, beyond_limits = -3 };

template <class E, class V>
struct degree_work {
    static constexpr int done() {
        graph g(rules);
        int const root = imported(g, canonical<E>)[canonical<E>.root()];
        int const result = coefficients_in(g, root, lowering(g)(as_written<V>)).size() - 1;
        return g.faults.overflowed || g.faults.exhausted ? static_cast<int>(without_degree::long_numbers) : result;
    }
};
template <class E, class V>
constexpr int degree_of() {
    if constexpr (within_limits<degree_work<E, V>>) return degree_work<E, V>::done();
    else return static_cast<int>(without_degree::beyond_limits);
}
template <class E, class V, int... K>
constexpr auto coefficients_of(std::integer_sequence<int, K...>) {
    return outputs_of<typename rewrite<stepwise<picking<V, K>>, E>::type...>{};
}

}  // namespace detail

/// `e` with products of sums and their natural powers multiplied out, inside functions, too; of a gradient and the like each entry.
/// Refused: more than 10,000 terms.
///
///     static_assert(text(expand(pow<2>(w + b))) == "b^2 + 2*b*w + w^2");
template <class E>
    requires(expression<E> || bundle<E>)
constexpr auto expand(E) {
    return typename detail::rewrite<detail::stepwise<detail::expanding>, E>::type{};
}
// What is no such thing is refused by a sentence: an ellipsis, which any other function of that name goes before.
template <class Misused = int>
constexpr constant<0> expand(...) {
    static_assert(!sizeof(Misused), "expand(e): e is no expression; write expand(e) with one, 2_c for the number 2, and nothing else");
    return {};
}

/// `e` multiplied out and put in order by the powers of a symbol or column, each with its coefficient.
///
///     static_assert(text(collect(w*x + b*x + w, x)) == "x*(b + w) + w");
template <class E, variable V>
    requires(expression<E> || bundle<E>)
constexpr auto collect(E, V) {
    return typename detail::rewrite<detail::stepwise<detail::collecting<V>>, E>::type{};
}
template <class E, class V>
    requires((expression<E> || bundle<E>) && !variable<V>)
constexpr E collect(E e, V) {
    static_assert(detail::is_variable<V>::value,
                  "collect(e, x): one collects by a symbol or column only; write collect(e, x) with a symbol x");
    return e;
}
template <class Misused = int>
constexpr constant<0> collect(...) {
    static_assert(!sizeof(Misused), "collect(e, x): e is no expression or x no symbol; write collect(w*x + b*x, x)");
    return {};
}

/// The degree of `e` as a polynomial in a symbol or column, once it is multiplied out. Refused: what is no polynomial in it.
///
///     static_assert(degree(pow<2>(w*x + b) - pow<2>(w*x), x) == 1);
template <expression E, variable V>
constexpr int degree(E, V) {
    constexpr int result = detail::degree_of<E, V>();
    static_assert(result != static_cast<int>(detail::without_degree::no_polynomial),
                  "degree: this is no polynomial in the symbol, which stands in a function, a root or below a fraction bar");
    static_assert(result != static_cast<int>(detail::without_degree::long_numbers),
                  "degree(e, x): an exact number of e, multiplied out, leaves 64 bits; write lower powers");
    static_assert(result != static_cast<int>(detail::without_degree::beyond_limits),
                  "degree(e, x): to multiply e out takes more steps than the compiler's limits allow; write lower powers");
    return result;
}
template <class E, class V>
    requires(bundle<E> || (expression<E> && !variable<V>))
constexpr int degree(E, V) {
    constexpr bool several = bundle<E>;
    static_assert(!several, "degree(e, x): e has several entries; write degree(g[x], x) for one of them");
    static_assert(several, "degree(e, x): one asks for the degree in a symbol or column only; write degree(e, x) with a symbol x");
    return 0;
}
template <class Misused = int>
constexpr int degree(...) {
    static_assert(!sizeof(Misused), "degree(e, x): e is no expression or x no symbol; write degree(pow<2>(x) + 2_c, x)");
    return 0;
}

/// The coefficients of a polynomial in a symbol or column, the lowest power first: `outputs` of as many expressions as its degree
/// says, and one more. Refused: what is no polynomial in it.
///
///     constexpr auto c = coefficients(pow<2>(w*x + b), x);
///     static_assert(c.size == 3 && c[0_c] == pow<2>(b) && c[1_c] == 2_c*w*b);
template <expression E, variable V>
constexpr auto coefficients(E, V) {
    constexpr int last = detail::degree_of<E, V>();
    static_assert(last != static_cast<int>(detail::without_degree::no_polynomial),
                  "coefficients: this is no polynomial in the symbol, which stands in a function, a root or below a fraction bar");
    static_assert(last != static_cast<int>(detail::without_degree::long_numbers),
                  "coefficients(e, x): an exact number of e, multiplied out, leaves 64 bits; write lower powers");
    static_assert(last != static_cast<int>(detail::without_degree::beyond_limits),
                  "coefficients(e, x): to multiply e out takes more steps than the compiler's limits allow; write lower powers");
    return detail::coefficients_of<E, V>(std::make_integer_sequence < int, last<0 ? 1 : last + 1>{});
}
template <class E, class V>
    requires(bundle<E> || (expression<E> && !variable<V>))
constexpr E coefficients(E e, V) {
    constexpr bool several = bundle<E>;
    static_assert(!several, "coefficients(e, x): e has several entries; write coefficients(g[x], x) for one of them");
    static_assert(
        several,
        "coefficients(e, x): one asks for the coefficients of powers of a symbol or column only; write coefficients(e, x) with a symbol x");
    return e;
}
template <class Misused = int>
constexpr constant<0> coefficients(...) {
    static_assert(!sizeof(Misused), "coefficients(e, x): e is no expression or x no symbol; write coefficients(pow<2>(x) + 2_c, x)");
    return {};
}

}  // namespace leibniz
