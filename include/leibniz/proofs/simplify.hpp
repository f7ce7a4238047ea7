#pragma once

#include <leibniz/algebra/factor.hpp>
#include <leibniz/algebra/normal_form_nodes.hpp>
#include <leibniz/algebra/prover.hpp>
#include <leibniz/algebra/question.hpp>
#include <leibniz/notation/writer.hpp>

#include <cstdint>
#include <initializer_list>

namespace leibniz::inline v0_1 {

/// Looks for shorter formulas of the same meaning: multiplied out, factored, over one denominator, in normal form (where
/// sin(u)^2 + cos(u)^2 is 1), each part by itself. What is found is proved before it is used.
template <class Graph = graph>
class simplifier {
public:
    constexpr simplifier(Graph& in, proving::assumed_nodes const& assumed, long long allowed)
        : graph_(in), assumed_(proving::settled(in, assumed)), forms_(in, assumed.whole, true, allowed), allowed_(allowed) {}

    /// A node no longer than `root` and equal to it wherever it is defined. If that has values in more places, the conditions
    /// under which `root` was defined go on record.
    constexpr int operator()(int root) {
        proving::formula_domain const of_root = proving::domain_finder<Graph>(graph_, assumed_.whole).of(root);
        for (int i : assumed_.nonnegative) know(i);
        for (condition c : of_root.positive) know(c.about);
        static_cast<void>(forms_(root));
        if (forms_.has_finer_angles()) forms_.begin_anew();
        int const inside = detail::rebuilt_from_below(
            graph_, root, [&](node const& old, buffer<int> const& operands) { return shortest(rebuilt(graph_, old, operands)); });
        int const candidates[] = {inside, shortest(root)};
        int best = root;
        for (int candidate : candidates)
            if (length(candidate) < length(best) && letters(candidate) <= letters(best) && accept(root, candidate, of_root))
                best = candidate;
        return best;
    }

    /// The number of symbols, numbers and operations of a node as it is written: what is divided by has no exponent.
    constexpr int length(int root) const {
        constexpr int most = 1'000'000, above = 2;  // 1 and / of 1/u
        buffer<int> marks(root + 1, 0), lengths(root + 1, 0);
        buffer<char> divides(root + 1, 0);
        marks[root] = 1;
        mark_reachable(graph_.begin(), graph_.operands(), root + 1, marks.begin(), false);
        for (int i = 0; i <= root; ++i) {
            if (marks[i] == 0) continue;
            node const& n = graph_[i];
            int all = n.what == kind::call ? 2 : n.what == kind::sum || n.what == kind::product ? n.count - 1 : 1, inverse = 0;
            if (n.what == kind::number) all = length(n.number);
            if (n.what == kind::scale && n.number != rational(-1)) all = 1 + length(n.number);
            if (n.what == kind::power && is_negative(graph_.operand(i, 1))) {
                rational const exponent = graph_[graph_.operand(i, 1)].number;
                all = above + lengths[graph_.operand(i, 0)] + (exponent == rational(-1) ? 0 : 1 + length(exponent));
                inverse = 1;
            } else {
                for (int k = 0; k < n.count; ++k) {
                    int const o = graph_.operand(i, k);
                    bool const below = (n.what == kind::product || n.what == kind::scale) && divides[o] != 0;
                    all += lengths[o] - (below ? above : 0);
                    inverse += below;
                }
                if (n.what == kind::product && inverse == n.count) all += above;
                if (n.what == kind::scale && n.number == rational(-1) && inverse != 0) all += above;
            }
            divides[i] = n.what == kind::power ? inverse != 0 : n.what == kind::product && inverse == n.count;
            lengths[i] = all < most ? all : most;
        }
        return lengths[root];
    }

private:
    constexpr int letters(int i) const {
        view one{
            .nodes = graph_.begin(), .operands = graph_.operands(), .node_count = graph_.size(), .operand_count = graph_.operand_count()};
        one.roots = &i;
        one.root_count = 1;
        return written_text(one, 100'000).size();
    }
    static constexpr int length(rational r) { return r.is_integer() ? 1 : 2; }
    constexpr bool is_negative(int i) const { return graph_.is(i, kind::number) && graph_[i].number.is_negative(); }

    constexpr void know(int i) {
        fraction const f = forms_(i);
        if (f.under.empty()) forms_.know(f.over);
    }
    /// The shortest of the forms of a node.
    constexpr int shortest(int i) {
        node const n = graph_[i];
        if (n.what == kind::number || n.what == kind::symbol || n.what == kind::column || graph_.exhausted()) return i;
        int best = i, least = length(i);
        auto const try_form = [&](int candidate) {
            if (int const all = length(candidate); all < least && !graph_.exhausted()) best = candidate, least = all;
        };
        if (n.what != kind::call && n.what != kind::reduction) {
            node_polynomials<Graph> out(graph_), joint(graph_);
            if (polynomial const p = out.of_node(i); !out.gave_up()) {
                try_form(out.node_of(p));
                if (!p.is_zero())
                    if (factored const f = detail::in_factors(out, p); !out.gave_up()) try_form(out.node_of(f));
            }
            if (fraction const f = joint.quotient_of_node(i); !joint.gave_up()) try_form(joint.node_of(f));
        }
        if (!forms_.gave_up())
            if (fraction const f = forms_(i); !forms_.gave_up()) {
                int const candidate = proving::normal_form_nodes<Graph>(graph_, forms_)(f);
                if (!forms_.gave_up()) try_form(candidate);
            }
        return best;
    }
    constexpr bool accept(int root, int candidate, proving::formula_domain const& of_root) {
        if (of_root.is_nowhere) return false;  // or who knows where: a proof needs to know
        proving::formula_domain const of_candidate = proving::domain_finder<Graph>(graph_, assumed_.whole).of(candidate);
        proving::proof const p = proving::prove(graph_, root, candidate, of_root, of_candidate, assumed_, allowed_);
        if (!p.equal || p.branches_differ || !p.only_right.empty() || !p.right_holes.empty() || !p.right_pieces.empty()) return false;
        for (int k : p.only_left) graph_.record(of_root.positive[k]);
        for (buffer<int> const* zeros : {&p.left_holes, &p.left_pieces})
            for (int k : *zeros) graph_.record({predicate::nonzero, of_root.nonzero[k]});
        return true;
    }

    Graph& graph_;
    proving::assumed_nodes assumed_;
    proving::normal_form<Graph> forms_;
    long long allowed_;
};

namespace detail {

constexpr std::uint64_t mixed(std::initializer_list<std::uint64_t> all) {
    std::uint64_t hash = 0;
    for (std::uint64_t each : all) hash = mix(hash, each);
    return hash;
}

/// Simplifies under conditions.
template <class... Assumed>
struct simplifying {
    static constexpr std::uint64_t hash = mixed({hash_of("simplify"), as_written<Assumed>.hash...});
    template <class Graph>
    static constexpr int made(Graph& g, int root) {
        proving::assumed_nodes assumed;
        (void)std::initializer_list<bool>{true, proving::assume(g, imported(g, canonical<Assumed>)[canonical<Assumed>.root()], assumed)...};
        return simplifier<Graph>(g, assumed, by_default)(root);
    }
};

}  // namespace detail

/// `e` in the shortest of several forms: multiplied out, factored, over one denominator, with identities of sines, exponentials, powers
/// and logarithms applied, each part by itself. Never longer than `e`, and equal to it wherever it is defined, which is proved; if
/// the result has values in more places, `assumptions` lists where `e` had. Further arguments are assumed: comparisons, and
/// integer(n) of symbols.
///
///     static_assert(simplify(pow<2>(sin(x)) + pow<2>(cos(x))) == 1_c);
///     static_assert(simplify(sqrt(pow<2>(x)), x >= 0_c) == x);
template <class E, class... Assumed>
    requires(expression<E> || bundle<E>)
constexpr auto simplify(E e, Assumed...) {
    constexpr bool values = detail::any_of({proving::is_binding<Assumed>...});
    constexpr bool conditions = detail::all_of({proving::is_assumed<Assumed>()...});
    static_assert(
        !values, "simplify(e, x = 1_c): this is a value, not a condition; write simplify(substitute(e, x = 1_c)), or simplify(e, x > 0_c)");
    static_assert(
        values || conditions,
        "simplify: what is assumed is a comparison with <, <=, > or >=, integer(n) of a symbol, or several joined by &&; write x > 0_c");
    if constexpr (conditions) return typename detail::rewrite<detail::stepwise<detail::simplifying<Assumed...>>, E>::type{};
    else return e;
}
template <class Misused = int>
constexpr constant<0> simplify(...) {
    static_assert(!sizeof(Misused), "simplify(e): e is no expression; write simplify(e) with one, 2_c for the number 2");
    return {};
}

}  // namespace leibniz::inline v0_1
