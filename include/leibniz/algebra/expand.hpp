#pragma once

#include <leibniz/algebra/node_polynomials.hpp>
#include <leibniz/algebra/stepwise.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/language/symbol.hpp>

#include <utility>

namespace leibniz::inline v0_1 {

/// A node with products of sums and their natural powers multiplied out, inside functions, too.
template <class Graph>
constexpr int expanded(Graph& g, int root) {
    return detail::rebuilt_from_below(g, root, [&](node const& old, buffer<int> const& operands) {
        int whole = rebuilt(g, old, operands);
        if (g.matrices()->exists) {
            whole = g.matrices()->expanded(g, whole);
            if (!g.matrices()->is_number(g, whole)) return whole;
        }
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

/// Why a formula has no degree, or no coefficients.
enum class not_ordered : int { no_polynomial = -1, high_degree = -2, long_numbers = -3, many_terms = -4 };
inline constexpr int most_coefficients = 1000;

/// The degree of a node as a polynomial in node `x`, or else a `not_ordered`. All coefficients are pushed to `parts`, the lowest
/// power first, if it is given.
template <class Graph>
constexpr int degree_in(Graph& g, int root, int x, node_polynomials<Graph>& polynomials, buffer<polynomial>* parts = nullptr) {
    polynomial const p = polynomials.of_node(expanded(g, root));
    polynomials.report();
    if (g.exhausted() || g.faults.exhausted) return static_cast<int>(not_ordered::many_terms);
    if (g.faults.overflowed) return static_cast<int>(not_ordered::long_numbers);
    int const a = polynomials.atom_of(x);
    rational const most = parts == nullptr ? 0x7fff'ffff : most_coefficients;
    int degree = 0;
    bool high = false;
    if (parts != nullptr) parts->push({});
    for (polynomial_term const& t : p.terms) {
        rational const e = polynomials.products().exponent(t.monomial, a);
        if (!e.is_integer() || e.is_negative()) return static_cast<int>(not_ordered::no_polynomial);
        int const m = polynomials.products().quotient(t.monomial, polynomials.products().of(a, e));
        for (int k = 0; k < polynomials.products().size(m); ++k)
            if (detail::occurs_in(g, x, polynomials.node_of_atom(polynomials.products().begin(m)[k].atom)))
                return static_cast<int>(not_ordered::no_polynomial);
        high = high || most < e;
        if (high) continue;
        int const power = static_cast<int>(e.numerator());
        degree = detail::larger(degree, power);
        if (parts == nullptr) continue;
        while (parts->size() <= power) parts->push({});
        (*parts)[power] = polynomials.sum((*parts)[power], polynomials.monomial(m, t.coefficient));
    }
    return high ? static_cast<int>(not_ordered::high_degree) : degree;
}

/// The coefficients of a polynomial in node `x`, the lowest power first; none if there are none, see `degree_in`.
template <class Graph>
constexpr buffer<int> coefficients_in(Graph& g, int root, int x) {
    node_polynomials<Graph> polynomials(g);
    buffer<polynomial> parts;
    if (degree_in(g, root, x, polynomials, &parts) < 0) return {};
    buffer<int> result;
    for (polynomial const& part : parts) result.push(polynomials.node_of(part));
    return result;
}

namespace detail {

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

template <class E, class V, bool Coefficients>
struct degree_search {
    static constexpr int done() {
        graph g(rules);
        int const root = imported(g, canonical<E>)[canonical<E>.root()];
        node_polynomials<graph> polynomials(g);
        buffer<polynomial> parts;
        return degree_in(g, root, lowering(g)(as_written<V>), polynomials, Coefficients ? &parts : nullptr);
    }
};
/// The degree, or a `not_ordered`, also for what exceeds the compiler's limits.
template <class E, class V, bool Coefficients>
constexpr int degree_of() {
    if constexpr (canonical<E>.faults.exhausted) return static_cast<int>(not_ordered::many_terms);
    else if constexpr (canonical<E>.faults.overflowed) return static_cast<int>(not_ordered::long_numbers);
    else if constexpr (within_limits<degree_search<E, V, Coefficients>>) return degree_search<E, V, Coefficients>::done();
    else return static_cast<int>(not_ordered::many_terms);
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
    constexpr int result = detail::degree_of<E, V, false>();
    static_assert(result != static_cast<int>(not_ordered::no_polynomial),
                  "degree: this is no polynomial in the symbol, which stands in a function, a root or below a fraction bar; "
                  "put a symbol of its own in place of that part");
    static_assert(result != static_cast<int>(not_ordered::high_degree), "degree(e, x): the degree is above 2147483647; use smaller exponents");
    static_assert(result != static_cast<int>(not_ordered::long_numbers),
                  "degree(e, x): multiplied out, an exact number of e leaves 64 bits; use smaller powers and constants");
    static_assert(result != static_cast<int>(not_ordered::many_terms),
                  "degree(e, x): multiplied out, e has more than 10,000 terms, or takes more steps than the compiler is allowed; use "
                  "smaller powers, or ask at run time, degree(parse(\"...\"), \"x\")");
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
    constexpr int last = detail::degree_of<E, V, true>();
    static_assert(last != static_cast<int>(not_ordered::no_polynomial),
                  "coefficients: this is no polynomial in the symbol, which stands in a function, a root or below a fraction bar; "
                  "put a symbol of its own in place of that part");
    static_assert(last != static_cast<int>(not_ordered::high_degree),
                  "coefficients(e, x): the degree is above 1000; write smaller exponents, or ask for degree(e, x) alone");
    static_assert(last != static_cast<int>(not_ordered::long_numbers),
                  "coefficients(e, x): multiplied out, an exact number of e leaves 64 bits; use smaller powers and constants");
    static_assert(last != static_cast<int>(not_ordered::many_terms),
                  "coefficients(e, x): multiplied out, e has more than 10,000 terms, or takes more steps than the compiler is allowed; use "
                  "smaller powers, or ask at run time, coefficients(parse(\"...\"), \"x\")");
    if constexpr (last < 0) return outputs_of<E>{};  // the error has been reported
    else return detail::coefficients_of<E, V>(std::make_integer_sequence<int, last + 1>{});
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

}  // namespace leibniz::inline v0_1
