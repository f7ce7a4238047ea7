#pragma once

#include <leibniz/proofs/verdict.hpp>
#include <leibniz/evaluate/valued.hpp>
#include <leibniz/parse/model.hpp>

#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

/// What `equivalent` found about two models: a verdict, and why.
struct equivalence {
    verdict found = verdict::unknown;
    std::string conditions{};                               // where they are equal: "x > 0 and y > 0"
    std::string holes{};                                    // points at which just one is defined: "x = 1"
    std::vector<std::pair<std::string, double>> witness{};  // where the values differ: the symbols, all of them for each row
    int rows = 1, row = 0;                                  // how many rows; in which one they differ, from 1 on: 0 where it is all
    double left = 0, right = 0;                             // the values there
    int points = 0;                                         // at which the values agree

    bool is_equal() const { return found == verdict::equal; }
    explicit operator bool() const { return is_equal(); }
    friend bool operator==(equivalence const& e, verdict v) { return e.found == v; }
};

namespace detail {

template <>
inline constexpr bool is_answer<equivalence> = true;

inline std::string string_of(buffer<char> const& letters) { return {letters.begin(), static_cast<std::size_t>(letters.size())}; }

/// Puts both models and what is assumed in one graph, or says why that is no question.
inline failure ask(proving::question& q, model const& a, model const& b, std::vector<model> const& assumed) {
    if (a.size() != 1 || b.size() != 1)
        return {failure_kind::argument, "equivalent: compare one formula with one; write equivalent(a[0], b[0])"};
    for (model const* m : {&a, &b})
        if (failure why = m->not_of_numbers("equivalent")) return why;
    proving::question::formula const left = q.taken(seen(a.finished())), right = q.taken(seen(b.finished()));
    proving::assumed_nodes nodes;
    for (model const& m : assumed) {
        int const condition = imported(q.in, seen(m.finished()))[m.finished().roots[0]];
        if (!proving::assume(q.in, condition, nodes))
            return {failure_kind::argument,
                    "equivalent: what is assumed is a comparison with <, <=, > or >=, such as x > 0, or integer(n) of a symbol; it is " +
                        text(m)};
    }
    q.ask(left, right, nodes);
    return {};
}

}  // namespace detail

/// What `equivalent` finds, or why it cannot be asked: nothing is thrown. It is no condition: write `try_equivalent(a, b)->is_equal()`.
///
///     assert(try_equivalent(parse("2*x"), parse("x + x"))->is_equal() && try_equivalent(parse("x"), parse("y"), {parse("x + 1")}).why());
inline outcome<equivalence> try_equivalent(model const& a, model const& b, std::vector<model> const& assumed = {}) {
    equivalence result;
    proving::question q(a.effort());
    if (failure why = detail::ask(q, a, b, assumed)) return why;
    view const of = seen(q);
    if (of.faults.exhausted || of.faults.overflowed) return result;
    proving::roots_of_question const roots(of, q.counts);
    std::vector<function const*> further = a.source()->further;
    further.insert(further.end(), b.source()->further.begin(), b.source()->further.end());
    program const code = valued(program(roots.seen(of)), further);
    buffer<char> const by_row = proving::variables_by_row(code, code.code.size(), code.variables.size());
    auto const look = [&](int trials) {
        auto const value_of = [&](int i, long double const* u) { return code.code[i].fn->value(u); };
        auto const found = [&](buffer<char> const& in_rows) {
            return proving::look_for_witness<long double>(code, code.code.size(), code.variables.size(), q.counts, of, value_of, trials, 0,
                                                          in_rows);
        };
        auto const in_one_row = found({});
        if (in_one_row.found || !proving::any_by_row(by_row)) return in_one_row;
        auto const in_several = found(by_row);
        return in_several.found ? in_several : in_one_row;
    };
    // Most formulas that differ do so at one of a few points; else a proof, and if there is none, many points.
    constexpr long long most = 2'000'000;
    proving::witness<long double> point = look(6);
    proving::proof const p = point.found ? proving::proof{} : proving::answered(of, q.counts, a.effort() < most ? a.effort() : most);
    if (!point.found && (!p.equal || p.branches_differ))
        point = look(code.code.size() < 200 ? 200 : code.code.size() < 2'000 ? 40'000 / code.code.size() : 20);
    detail::verdict_writer words(of, q.counts);
    result.found = words.found(p, point.found);
    if (p.equal) result.conditions = detail::string_of(words.conditions(p));
    if (p.equal) result.holes = detail::string_of(words.holes(p));
    result.points = point.compared;
    if (result.found != verdict::different) return result;
    for (int k = 0; k < point.at.size(); ++k) result.witness.emplace_back(code.variables[k % code.variables.size()].name, point.at[k]);
    result.rows = point.rows;
    result.row = point.row;
    result.left = static_cast<double>(point.left);
    result.right = static_cast<double>(point.right);
    return result;
}

/// Whether two models are equal as functions. Equal: by exact proof, wherever either is defined, isolated points aside. Different: by
/// a point at which the values differ visibly. Equal where: one is defined on a piece on which the other is not; assume the
/// conditions, `equivalent(a, b, {parse("x > 0")})`. Unknown: neither was found. A proof takes some microseconds. Throws
/// std::invalid_argument for several formulas, and for assumptions that are no comparisons.
///
///     assert(equivalent(parse("(a + b)^2"), parse("a^2 + 2*a*b + b^2")).is_equal());
///     assert(equivalent(parse("log(x^2)"), parse("2*log(x)")).conditions == "x > 0");
inline equivalence equivalent(model const& a, model const& b, std::vector<model> const& assumed = {}) {
    return try_equivalent(a, b, assumed).value();
}

/// The verdict as a sentence: `equal, x = 1 aside`, `equal where x > 0`, `different at x = 2: 4 and 5`, `unknown: ...`.
inline std::string text(equivalence const& e) {
    detail::finding const f{e.found, e.conditions, e.holes, e.points, e.left, e.right, e.rows, e.row};
    int const variables = static_cast<int>(e.witness.size()) / e.rows;
    auto const of = [&](int k) -> auto const& { return e.witness[static_cast<std::size_t>(k)]; };
    return detail::string_of(detail::sentence_of(
        f, variables, [&](int k) -> text_view { return of(k).first; }, [&](int k, int row) { return of(row * variables + k).second; }));
}

/// Writes `text(e)`.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, equivalence const& e) {
    return out << text(e);
}

}  // namespace leibniz::inline v0_1
