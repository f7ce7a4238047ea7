#pragma once

#include <leibniz/calculus/diff.hpp>
#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/evaluate/valued.hpp>
#include <leibniz/graph/remove_dead_nodes.hpp>
#include <leibniz/notation/writer.hpp>
#include <leibniz/reading/parser.hpp>
#include <leibniz/parse/model_class.hpp>
#include <leibniz/parse/outcome.hpp>
#include <leibniz/parse/source_text.hpp>
#include <leibniz/parse/syntax_error.hpp>
#include <leibniz/reading/words.hpp>

#include <algorithm>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// The descriptors of the functions that text may use, by their place in the vocabulary.
template <class Functions, class Constants, class... More>
struct rows_of;
template <class... F, class... C, class... More>
struct rows_of<boost::hana::basic_tuple<F...>, boost::hana::basic_tuple<C...>, More...> {
    static constexpr function const* all[] = {registered<F>::descriptor..., registered<C>::descriptor..., registered<More>::descriptor...};
};

/// The graph that evaluation uses instead of the one that is printed; nothing where it could not be made.
inline std::shared_ptr<result const> usable(result const& r, long long effort) {
    faults const& f = r.in.faults;
    if (r.in.exhausted() || f.overflowed || f.lacks_partials || f.is_matrix) return nullptr;
    return std::make_shared<result const>(without_dead_nodes(r, effort < unlimited / 2 ? 2 * effort : unlimited));
}

/// Keeps the definitions of a text with it, by which parts of the formula and of its derivatives are named.
inline void keep_definitions(source_text& source, result const& r, std::vector<written> const& nodes, lowering const& lower) {
    result definitions{.in = graph(rules)};
    for (written const& w : nodes)
        if (int const node = w.what == form::named && !r.in.exhausted() ? lower.find(*w.operands[0]) : -1; node >= 0) {
            source.defined.push_back(w.name);
            definitions.roots.push(node);
        }
    if (source.defined.empty()) return;
    definitions.in = r.in;
    source.definitions = std::make_shared<result const>(without_dead_nodes(definitions));
}

/// The shapes of a text in which all names are numbers.
struct all_numbers {
    void keep(source_text&) const {}
    written const* of(std::string_view) const { return nullptr; }
    failure misfit(result const&, parser const&, std::vector<written> const&, std::string_view) const { return {}; }
};

template <class Shapes = all_numbers>
outcome<model> lowered_text(std::string_view text, parse_options const& options, vocabulary const& words, function const* const* rows,
                            std::vector<function const*> further = {}, Shapes const& shapes = {}) {
    auto const kept = std::make_shared<source_text>(source_text{std::string(text), options.limits.levels});
    kept->further = std::move(further);
    shapes.keep(*kept);
    parser const p(kept->text, words, options.limits);
    if (!p.sound()) return failure{failure_kind::syntax, syntax_error(text, p.fault(), words).what(), p.fault()};
    std::vector<written> nodes(static_cast<std::size_t>(p.nodes().size()));
    std::vector<written const*> operands;
    std::unordered_set<std::string_view> const columns(options.columns.begin(), options.columns.end());
    for (int o : p.operands()) operands.push_back(&nodes[static_cast<std::size_t>(o)]);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        read_node const& n = p.nodes()[static_cast<int>(i)];
        written const* const matrix = n.what == form::symbol ? shapes.of(n.name) : nullptr;
        if (n.what == form::symbol && (matrix == nullptr || matrix->count > 0)) kept->mention(n.name);  // no size
        nodes[i] = matrix != nullptr ? *matrix : written_of(n, rows, operands.data(), columns.count(n.name) > 0);
        nodes[i].hash = (i + 1) * 0x9e3779b97f4a7c15u;  // its own: whoever wrote the text may have made two hashes meet
    }
    result r{.in = graph(rules, false, options.effort)};
    lowering lower(r.in);
    r.roots.push(lower(nodes[static_cast<std::size_t>(p.root())]));
    if (failure why = shapes.misfit(r, p, nodes, kept->text)) return why;
    keep_definitions(*kept, r, nodes, lower);
    std::shared_ptr<result const> recognised;
    if (result other = r;
        !r.in.matrices()->exists && may_have_written_forms(seen(r)) && !r.in.exhausted() && recognise_in(other, options.effort))
        recognised = usable(other, options.effort);
    return model::made(kept, r, options.effort, {"f"}, recognised);
}

/// The node of a variable in a model's graph, or -1.
inline int variable_in(graph const& g, std::string_view name) {
    for (int i = 0; i < g.size(); ++i)
        if (has_a_value(g[i]) && g[i].name == name) return i;
    return -1;
}

/// The name of a derivative: d/dw of f, d^3/dw^3 of f, d/db of a derivative.
inline std::string name_of_derivative(std::string const& of, std::string_view by, int order = 1) {
    if (order == 0) return of;
    std::string const power = order == 1 ? std::string() : std::string(1, '^') + std::to_string(order);
    return std::string(1, 'd') + power + "/d" + std::string(by) + power + (of == "f" ? "" : " " + of);
}

/// One of the two graphs of a model: model::finished or model::evaluated.
using graph_of_model = leibniz::result const& (model::*)() const;

/// A model made of another one by `step(copy, which)`, which gives a copy of that graph of m its roots: of the graph that
/// is printed, and of the one that is evaluated where the two differ.
template <class Step>
outcome<model> try_made_of(model const& m, bool shared, std::vector<std::string> names, bool recognised, Step const& step,
                           std::shared_ptr<source_text const> const& source = nullptr, bool derived = false) {
    auto const made = [&](graph_of_model which) {
        leibniz::result copy{.in = graph(which == &model::evaluated ? rules_of<true>() : rules, false, m.effort()), .shared = shared};
        imported(copy.in, seen((m.*which)()));  // adopts the whole
        step(copy, which);
        return copy;
    };
    auto const evaluated = recognised ? usable(made(&model::evaluated), m.effort()) : nullptr;
    return model::made(source ? source : m.source(), made(&model::finished), m.effort(), std::move(names), evaluated, derived);
}
template <class Step>
model made_of(model const& m, bool shared, std::vector<std::string> names, bool recognised, Step const& step,
              std::shared_ptr<source_text const> const& source = nullptr, bool derived = false) {
    return try_made_of(m, shared, std::move(names), recognised, step, source, derived).value();
}

}  // namespace detail

/// What `parse` reads, or why the text is no formula: nothing is thrown.
///
///     assert(try_parse("w*x")->symbols().size() == 2 && try_parse("w*").error().find("expected") != std::string::npos);
template <class... Functions>
outcome<model> try_parse(std::string_view text, parse_options const& options = {}) {
    static_assert(((detail::is_of_library<Functions>() || detail::user_block<Functions>::derives) && ...),
                  "partial: a derivative does not compile, or is not made of its arguments and exact numbers; write u/2 in place of 0.5*u");
    std::vector<function const*> further;
    (detail::add_valued<Functions>(further), ...);
    return detail::lowered_text(text, options, detail::words_of<every_function_list, constant_list, Functions...>::all,
                                detail::rows_of<every_function_list, constant_list, Functions...>::all, std::move(further));
}

/// Reads a formula from text: a model. Blocks of your own are named in angle brackets, `parse<runge_function>(text)`. Costs some
/// hundred steps for each node, at most `options.effort`. Throws syntax_error (a std::invalid_argument with the position) for
/// text that is no formula, and std::length_error for a formula larger than the options allow. docs/formulas.md has the grammar.
///
///     model const loss = parse("(w*x - y)^2");
///     assert(text(diff(loss, "w")) == "2*x*(w*x - y)" && throws<syntax_error>([] { parse("2*(x + 1"); }));
template <class... Functions>
model parse(std::string_view text, parse_options const& options = {}) {
    return try_parse<Functions...>(text, options).value();
}

/// What `diff` gives, or why there is no such derivative: nothing is thrown.
///
///     assert(text(*try_diff(*try_parse("x^2"), "x")) == "2*x");
inline outcome<model> try_diff(model const& m, std::string_view by, int order = 1) {
    std::vector<std::string> names;
    for (int i = 0; i < m.size(); ++i) names.push_back(detail::name_of_derivative(m.name(i), by, order));
    return detail::try_made_of(
        m, m.size() > 1, std::move(names), m.has_recognised(),
        [&](leibniz::result& r, detail::graph_of_model which) {
            int const wanted = detail::variable_in(r.in, by);
            for (int root : (m.*which)().roots) {
                for (int k = 0; k < order && wanted >= 0; ++k) root = differentiate(r.in, root, wanted, k > 0 || m.is_derivative());
                r.roots.push(wanted < 0 && order > 0 ? r.in.number(0) : root);
            }
        },
        nullptr, order > 0 || m.is_derivative());
}

/// The derivative of each formula by a symbol or column, `order` times. By a name that does not occur it is 0, as for expressions;
/// `m.source()->mentions(name)` tells. Throws std::domain_error for a function without a partial derivative and for a derivative
/// that is a matrix, std::length_error beyond the options' effort.
///
///     assert(text(diff(parse("sin(w*x)"), "x", 2)) == "-w^2*sin(w*x)" && text(diff(parse("x"), "q")) == "0");
inline model diff(model const& m, std::string_view by, int order = 1) { return try_diff(m, by, order).value(); }

/// What `text` and `==` give, or why they do not: nothing is thrown.
///
///     assert(*try_text(parse("x*w + b")) == "w*x + b" && !try_text(parse("x"), 1) && *try_equal(parse("x + 1"), parse("1 + x")));
inline outcome<std::string> try_text(model const& m, int i = 0, int most = writer::endless) {
    if (failure why = m.missing(i)) return why;
    buffer<char> const letters = written_text(detail::seen(extracted(m.finished(), m.root(i))), most);
    if (letters.size() > most)
        return failure{failure_kind::size,
                       "text: the formula has more than " + std::to_string(most) + " characters; write text(shared(m))"};
    return std::string(letters.begin(), static_cast<std::size_t>(letters.size()));
}
/// The answer is its value, `try_equal(a, b).value()`: `if (try_equal(a, b))` does not compile.
inline outcome<bool> try_equal(model const& a, model const& b) {
    if (a.size() != b.size()) return false;
    graph both(rules, true, a.effort() < unlimited / 4 ? 4 * a.effort() : unlimited);
    buffer<int> const left = imported(both, detail::seen(a.finished())), right = imported(both, detail::seen(b.finished()));
    if (both.exhausted()) return failure{failure_kind::size, "==: the formulas are too large for the effort that parse_options allow"};
    if (both.faults.overflowed)
        return failure{failure_kind::overflow, "==: an exact number leaves 64 bits when the formulas are compared; use smaller constants"};
    for (int i = 0; i < a.size(); ++i)
        if (left[a.finished().roots[i]] != right[b.finished().roots[i]]) return false;
    return true;
}

/// Formula i as a person writes it; it reads back to the same formula. Throws std::length_error beyond `most` characters, and
/// std::out_of_range if there is no formula i.
///
///     assert(text(parse("x*w + b")) == "w*x + b");
inline std::string text(model const& m, int i = 0, int most = writer::endless) { return try_text(m, i, most).value(); }

/// True if both models have as many formulas, in the same canonical form: a proof that they are equal wherever both are defined.
/// Throws std::length_error and std::overflow_error if comparing takes too much.
///
///     assert(parse("(w*x - y)^2") == parse("(y - w*x)^2"));
inline bool operator==(model const& a, model const& b) { return try_equal(a, b).value(); }

/// Writes the text of the formula; of several, one a line with its name: d/dw = 2*x*(w*x - y).
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, model const& m) {
    if (m.size() == 1) return out << text(m);
    std::string all;
    for (int i = 0; i < m.size(); ++i) all += std::string(i > 0 ? 1 : 0, '\n') + m.name(i) + " = " + text(m, i);
    return out << all;
}

}  // namespace leibniz::inline v0_1
