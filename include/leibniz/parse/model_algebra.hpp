#pragma once

#include <leibniz/algebra/free_symbols.hpp>
#include <leibniz/algebra/replaced.hpp>
#include <leibniz/evaluate/operations.hpp>
#include <leibniz/parse/evaluate_model.hpp>
#include <leibniz/parse/model_calculus.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// The text that holds the names of a model in which others stand in place of variables; the variables are gone.
inline std::shared_ptr<source_text const> source_without(model const& m, std::vector<named_binding<model>> const& replacements) {
    auto const all = std::make_shared<source_text>(source_text{m.source()->text, m.source()->levels});
    auto const take = [&](model const& from) {
        all->levels = std::min(all->levels, from.source()->levels);
        for (function const* f : from.source()->further)
            if (std::find(all->further.begin(), all->further.end(), f) == all->further.end()) all->further.push_back(f);
        all->parts.push_back(from.source());
    };
    auto const is_replaced = [&](std::string_view name) {
        return std::any_of(replacements.begin(), replacements.end(), [&](auto const& r) { return r.name == name; });
    };
    take(m);
    for (std::string_view name : m.source()->names)
        if (!is_replaced(name)) all->mention(name);
    for (auto const& r : replacements) {
        if (!m.source()->mentions(r.name)) continue;
        take(r.value);
        for (std::string_view name : r.value.source()->names) all->mention(name);
    }
    return all;
}

/// What is said where one name is a column and a symbol.
inline failure not_of_one_kind(graph const& g, std::string const& where) {
    std::unordered_map<std::string_view, kind> kinds;
    for (int i = 0; i < g.size(); ++i)
        if (g.is(i, kind::symbol) || g.is(i, kind::column))
            if (auto const known = kinds.emplace(g[i].name, g[i].what); known.first->second != g[i].what)
                return {failure_kind::argument, where + std::string(g[i].name) + " is a column in one text and a symbol in the other"};
    return {};
}

inline failure fault_of_replacements(model const& m, std::vector<named_binding<model>> const& replacements) {
    std::unordered_set<std::string_view> names;
    for (auto const& r : replacements) {
        std::string const name = r.name.empty() ? "an empty name" : visible(beginning(r.name, 60));
        if (!m.source()->mentions(r.name) && fault_of(r.name) != misspelt::nothing)
            return {failure_kind::argument, "substitute: " + name + " is no name; only symbols and columns are replaced"};
        if (!names.insert(r.name).second) return {failure_kind::argument, "substitute: " + name + " is replaced twice"};
        if (r.value.size() != 1)
            return {failure_kind::argument, "substitute: the replacement of " + name + " has " + std::to_string(r.value.size()) +
                                                " formulas; one of them is m[0]"};
    }
    return {};
}

/// One of the two graphs of a model with those of others in place of variables.
inline result with_replacements(model const& m, std::vector<named_binding<model>> const& replacements, graph_of_model which) {
    result const& from = (m.*which)();
    result r{.in = graph(which == &model::evaluated ? rules_of<true>() : rules, false, m.effort()), .shared = from.shared};
    std::unordered_map<std::string_view, model const*> formulas;
    for (auto const& next : replacements) formulas.emplace(next.name, &next.value);
    buffer<int> const place = replaced(r.in, seen(from), [&](int i) {
        auto const found = formulas.find(from.in[i].name);
        if (found == formulas.end()) return -1;
        result const& other = (found->second->*which)();
        return imported(r.in, seen(other))[other.roots[0]];
    });
    for (int root : from.roots) r.roots.push(place[root]);
    return r;
}

}  // namespace detail

/// What `substitute` gives, or why it does not: nothing is thrown.
///
///     assert(!try_substitute(parse("x"), {{"x", parse("y")}, {"x", parse("z")}}));
inline outcome<model> try_substitute(model const& m, std::vector<named_binding<model>> const& replacements) {
    if (failure why = m.not_of_numbers("substitute")) return why;
    for (auto const& r : replacements)
        if (failure why = r.value.not_of_numbers("substitute")) return why;
    if (failure why = detail::fault_of_replacements(m, replacements)) return why;
    result finished = detail::with_replacements(m, replacements, &model::finished);
    if (failure why = detail::not_of_one_kind(finished.in, "substitute: ")) return why;
    std::vector<std::string> names;
    for (int i = 0; i < m.size(); ++i) names.push_back(m.name(i));
    bool recognised = m.has_recognised();
    for (auto const& r : replacements) recognised = recognised || r.value.has_recognised();
    bool const may_be_written = !m.has_recognised() && !finished.in.exhausted() && detail::may_have_written_forms(detail::seen(finished));
    std::shared_ptr<result const> evaluated;
    if (recognised || may_be_written) {
        result other = recognised ? detail::with_replacements(m, replacements, &model::evaluated) : finished;
        if (may_be_written && !other.in.exhausted()) recognised = detail::recognise_in(other, m.effort()) || recognised;
        if (recognised) evaluated = detail::usable(other, m.effort());
    }
    return model::made(detail::source_without(m, replacements), finished, m.effort(), std::move(names), std::move(evaluated),
                       m.is_derivative());
}
template <class... B>
    requires(sizeof...(B) > 0 && (detail::binds_a_name<B> && ...))
outcome<model> try_substitute(model const& m, B const&... replacements) {
    constexpr bool models = (std::is_same_v<std::remove_cvref_t<decltype(replacements.value)>, model> && ...);
    static_assert(models,
                  "substitute: a model stands in place of a name; write bind(\"x\", parse(\"a + b\")) or bind(\"x\", parse(\"2\"))");
    if constexpr (models)
        return try_substitute(m, std::vector<named_binding<model>>{{detail::name_of_binding(replacements), replacements.value}...});
    else return m;
}

/// A model with models in place of symbols and columns, all at once, for a list that the caller may build: that of each formula.
/// What does not occur is replaced in vain. Conditions on record stay, with the replacement made in them. Throws
/// std::invalid_argument for a name that is replaced twice, a replacement of several formulas, and a name that would be a column and
/// a symbol; std::length_error beyond the options' effort.
///
///     assert(text(substitute(parse("x - y"), {{"x", parse("y")}, {"y", parse("x")}})) == "y - x");
inline model substitute(model const& m, std::vector<named_binding<model>> const& replacements) {
    return try_substitute(m, replacements).value();
}

/// The same, for replacements by name or by symbol.
///
///     assert(text(substitute(parse("w*x"), bind("x", parse("a + b")))) == "w*(a + b)");
template <class... B>
    requires(sizeof...(B) > 0 && (detail::binds_a_name<B> && ...))
model substitute(model const& m, B const&... replacements) {
    return try_substitute(m, replacements...).value();
}

/// The names of the symbols and columns that are left in a model, in the order in which they first appear in its text.
///
///     assert(free_symbols(parse("w*x + b - b")) == (std::vector<std::string>{"w", "x"}));
inline std::vector<std::string> free_symbols(model const& m) {
    std::vector<std::string> names;
    for (text_view name : detail::names_left(detail::seen(m.finished()))) names.emplace_back(name.data(), name.size());
    return names;
}

/// The operations of one evaluation of a model, as those of an expression.
class model_operations : public operation_counts {
public:
    explicit model_operations(program const& of)
        : operation_counts(detail::count_operations(of.code.begin(), of.code.size())),
          depth(detail::depth_of(of.code.begin(), of.code.size())),
          code_(of.code) {}

    int depth;
    int calls(std::string_view name) const { return called().of(name); }
    /// The names of all functions and reductions that are called.
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        called().each([&](text_view name, int) { all.emplace_back(name.data(), name.size()); });
        return all;
    }

    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, model_operations const& counts) {
        return detail::print_counts(out, counts, counts.depth, counts.called());
    }
    /// The same as text.
    friend std::string text(model_operations const& counts) {
        struct {
            std::string all{};
            auto& operator<<(std::string_view words) { return all += words, *this; }
            auto& operator<<(char c) { return all += c, *this; }
            auto& operator<<(int number) { return all += std::to_string(number), *this; }
        } out;
        return detail::print_counts(out, counts, counts.depth, counts.called()).all;
    }

private:
    detail::called_functions<buffer<instruction>> called() const { return {code_, code_.size()}; }

    buffer<instruction> code_;
};

/// What `operations` counts, or why it does not: nothing is thrown.
inline outcome<model_operations> try_operations(model const& m) {
    if (failure why = m.not_of_numbers("operations")) return why;
    return model_operations(m.code());
}
/// Counts the operations of the program that `evaluate` runs for a model; of several formulas, after common work has been shared.
/// Throws std::domain_error for vectors and matrices.
///
///     assert(operations(parse("exp(x) + x")).calls("exp") == 1);
inline model_operations operations(model const& m) { return try_operations(m).value(); }

}  // namespace leibniz::inline v0_1
