#pragma once

#include <leibniz/algebra/apart.hpp>
#include <leibniz/proofs/simplify.hpp>
#include <leibniz/parse/model.hpp>
#include <leibniz/parse/outcome.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// A model with `step(graph, node)` in place of each of its formulas.
template <class Step>
outcome<model> try_rewritten(model const& m, std::string const& name, Step const& step) {
    if (failure why = m.not_of_numbers(name.c_str()); why && name != "expand") return why;
    std::vector<std::string> names;
    for (int i = 0; i < m.size(); ++i) names.push_back(m.name(i));
    auto made = try_made_of(
        m, m.size() > 1, std::move(names), m.has_recognised(),
        [&](leibniz::result& copy, graph_of_model which) {
            for (int const root : (m.*which)().roots) copy.roots.push(step(copy.in, root));
        },
        nullptr, m.is_derivative());
    if (made.why().kind == failure_kind::size)
        return failure{failure_kind::size, name + ": the result has more than " + std::to_string(node_polynomials<graph>::most_terms) +
                                               " terms, or takes more steps than parse_options::effort allows"};
    if (made.why().kind == failure_kind::overflow)
        return failure{failure_kind::overflow, name + ": an exact number of the result leaves 64 bits; use smaller powers and constants"};
    return made;
}

/// The node of a symbol or column; of one that does not occur a new node.
inline int node_of_name(graph& g, std::string_view name) {
    int const known = variable_in(g, name);
    return known >= 0 ? known : g.symbol(name);
}

/// The degree of a model as a polynomial in a symbol or column; `name` begins the sentences about what has none.
inline outcome<int> try_degree_of(model const& m, std::string const& name, std::string_view by, bool with_coefficients) {
    if (m.size() != 1) return failure{failure_kind::argument, name + ": of which formula? write " + name + "(m[0], \"x\")"};
    int found = 0;
    auto const looked = try_rewritten(m, name, [&](graph& g, int i) {
        node_polynomials<graph> polynomials(g);
        buffer<polynomial> parts;
        found = degree_in(g, i, node_of_name(g, by), polynomials, with_coefficients ? &parts : nullptr);
        return i;
    });
    if (!looked) return looked.why();
    if (found == static_cast<int>(not_ordered::no_polynomial))
        return failure{failure_kind::argument, name + ": the formula is no polynomial in " + std::string(by) +
                                                   ", which stands in a function, a root or below a fraction bar"};
    if (found == static_cast<int>(not_ordered::high_degree))
        return failure{failure_kind::size, name + ": the degree is above " + (with_coefficients ? "1000" : "2147483647")};
    return found;
}

}  // namespace detail

/// What `expand`, `collect`, `factor`, `together`, `apart` and `simplify` give, or why they do not: nothing is thrown.
///
///     assert(text(*try_expand(parse("(w + b)^2"))) == "b^2 + 2*b*w + w^2");
inline outcome<model> try_expand(model const& m) {
    return detail::try_rewritten(m, "expand", [](graph& g, int i) { return expanded(g, i); });
}

inline outcome<model> try_collect(model const& m, std::string_view by) {
    return detail::try_rewritten(m, "collect", [&](graph& g, int i) { return collected(g, i, detail::node_of_name(g, by)); });
}

inline outcome<model> try_factor(model const& m) {
    return detail::try_rewritten(m, "factor", [](graph& g, int i) { return factorized(g, i); });
}

inline outcome<model> try_together(model const& m) {
    return detail::try_rewritten(m, "together", [](graph& g, int i) { return joined_quotient(g, i); });
}

inline outcome<model> try_apart(model const& m, std::string_view by) {
    int problem = 0;
    auto const parted = detail::try_rewritten(m, "apart", [&](graph& g, int i) {
        int const result = in_partial_fractions(g, i, detail::node_of_name(g, by));
        if (result < 0) problem = result;
        return result < 0 ? i : result;
    });
    if (parted.why().kind == failure_kind::size) return parted;  // without room no fractions are found either
    if (problem < 0) {
        std::string const name(by), call = "apart(m, \"" + name + "\"): ";
        if (problem == static_cast<int>(not_parted::other_symbols))
            return failure{failure_kind::argument, call + "m is no quotient of polynomials in " + name +
                                                       " with exact coefficients; put numbers in place of what else occurs"};
        if (problem == static_cast<int>(not_parted::high_degree))
            return failure{failure_kind::size, call + "the denominator has a degree above 24, or the numerator one above 1000"};
        return failure{failure_kind::overflow, call + "an exact number of the result leaves 64 bits; use smaller numbers"};
    }
    return parted;
}

/// A model with products of sums and their natural powers multiplied out, as expand(e). Throws std::length_error for more than
/// 10,000 terms, and std::overflow_error where an exact number leaves 64 bits.
///
///     assert(text(expand(parse("(w + b)^2"))) == "b^2 + 2*b*w + w^2");
inline model expand(model const& m) { return try_expand(m).value(); }
/// A model multiplied out and put in order by the powers of a symbol or column, as collect(e, x). Throws what expand throws.
///
///     assert(text(collect(parse("w*x + b*x + w"), "x")) == "x*(b + w) + w");
inline model collect(model const& m, std::string_view by) { return try_collect(m, by).value(); }
/// A model as a product, as factor(e). Throws what expand throws.
///
///     assert(text(factor(parse("w*x^2 - w"))) == "w*(x + 1)*(x - 1)");
inline model factor(model const& m) { return try_factor(m).value(); }
/// A model over one denominator, as together(e). Throws what expand throws.
///
///     assert(text(together(parse("1/x + 1/y"))) == "(x + y)/(x*y)");
inline model together(model const& m) { return try_together(m).value(); }
/// A model as a sum of partial fractions, as apart(e, x). Throws std::invalid_argument for what is no quotient of polynomials in the
/// symbol with exact coefficients, std::length_error for a degree above 24 below the fraction bar, or above 1000, and
/// std::overflow_error where an exact number leaves 64 bits.
///
///     assert(text(apart(parse("1/(x^2 - 1)"), "x")) == "1/(2*(x - 1)) - 1/(2*(x + 1))");
inline model apart(model const& m, std::string_view by) { return try_apart(m, by).value(); }
inline outcome<model> try_simplify(model const& m, std::vector<model> const& assumed = {}) {
    failure why;
    auto simplified = detail::try_rewritten(m, "simplify", [&](graph& g, int i) {
        proving::assumed_nodes nodes;
        for (model const& condition : assumed)
            if (!proving::assume(g, imported(g, detail::seen(condition.finished()))[condition.finished().roots[0]], nodes)) {
                why = {failure_kind::argument,
                       "simplify: what is assumed is a comparison with <, <=, > or >=, such as x > 0, or integer(n) of a symbol; it is " +
                           try_text(condition).value()};
                return i;
            }
        return simplifier<graph>(g, nodes, m.effort() < 5'000'000 ? m.effort() : 5'000'000)(i);
    });
    if (simplified && why) return why;
    return simplified;
}
/// A model in the shortest of several forms, as simplify(e); what is assumed are comparisons. Throws std::invalid_argument for
/// assumptions that are none.
///
///     assert(text(simplify(parse("sin(x)^2 + cos(x)^2"))) == "1" && text(simplify(parse("sqrt(x^2)"), {parse("x > 0")})) == "x");
inline model simplify(model const& m, std::vector<model> const& assumed = {}) { return try_simplify(m, assumed).value(); }
/// What `coefficients` and `degree` give, or why they do not: nothing is thrown.
///
///     assert(*try_degree(parse("w*x^2"), "x") == 2 && !try_coefficients(parse("sin(x)"), "x"));
inline outcome<std::vector<model>> try_coefficients(model const& m, std::string_view by) {
    auto const last = detail::try_degree_of(m, "coefficients", by, true);
    if (!last) return last.why();
    std::vector<model> result;
    for (int k = 0; k <= *last; ++k) {
        auto part = detail::try_rewritten(
            m, "coefficients", [&](graph& g, int i) { return coefficients_in(g, i, detail::node_of_name(g, by))[k]; });
        if (!part) return part.why();
        result.push_back(*std::move(part));
    }
    return result;
}
inline outcome<int> try_degree(model const& m, std::string_view by) { return detail::try_degree_of(m, "degree", by, false); }
/// The coefficients of a polynomial in a symbol or column, the lowest power first, as coefficients(e, x). Throws
/// std::invalid_argument for what is no polynomial in it, and for several formulas; std::length_error for a degree above 1000, or more
/// than 10,000 terms in all, and std::overflow_error where an exact number leaves 64 bits.
///
///     assert(text(coefficients(parse("(w*x + b)^2"), "x")[1]) == "2*b*w");
inline std::vector<model> coefficients(model const& m, std::string_view by) {
    return try_coefficients(m, by).value();
}
/// The degree of a model as a polynomial in a symbol or column. Throws what coefficients throws, but for the degree, which may be up
/// to 2^31 - 1.
///
///     assert(degree(parse("(w*x + b)^2 - w^2*x^2"), "x") == 1);
inline int degree(model const& m, std::string_view by) { return try_degree(m, by).value(); }

}  // namespace leibniz::inline v0_1
