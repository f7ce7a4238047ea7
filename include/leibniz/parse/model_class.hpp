#pragma once

#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/evaluate/valued.hpp>
#include <leibniz/graph/remove_dead_nodes.hpp>
#include <leibniz/parse/faults.hpp>
#include <leibniz/parse/outcome.hpp>
#include <leibniz/parse/source_text.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

/// A model that is known at run time only: one formula, or several that share their work (a gradient). It uses the same graphs,
/// rules and printers as an expression. Immutable; copies are independent.
///
///     model const m = parse("w*x + b");
///     assert(m.size() == 1 && m.symbols().size() == 3 && m.name(0) == "f");
class model {
public:
    /// For the functions below: a finished graph, and the text that holds its names; `recognised` is the graph that evaluation
    /// uses, where functions that were written out were recognised (rules/recognition.hpp).
    model(std::shared_ptr<source_text const> source, result const& r, long long effort, std::vector<std::string> names = {"f"},
          std::shared_ptr<leibniz::result const> recognised = nullptr, bool derived = false)
        : model(made(std::move(source), r, effort, std::move(names), std::move(recognised), derived).value()) {}
    /// The same, or why there is no such model.
    static outcome<model> made(std::shared_ptr<source_text const> source, result const& r, long long effort,
                               std::vector<std::string> names = {"f"}, std::shared_ptr<leibniz::result const> recognised = nullptr,
                               bool derived = false) {
        if (failure why = fault_of(r, source->levels, derived ? "diff: " : "")) return why;
        return model(sound{}, std::move(source), r, effort, std::move(names), std::move(recognised), derived);
    }
    /// The same of one formula whose program is known: nothing is compiled that would make it.
    static outcome<model> made(std::shared_ptr<source_text const> source, result const& r, long long effort,
                               std::shared_ptr<leibniz::result const> recognised, leibniz::program code) {
        if (failure why = fault_of(r, source->levels, "")) return why;
        return model(sound{}, std::move(source), r, effort, std::move(recognised), std::move(code));
    }

    /// The number of formulas.
    int size() const { return result_->roots.size(); }
    /// Formula number i alone, or why there is none.
    outcome<model> try_at(int i) const {
        if (failure why = missing(i)) return why;
        auto const of = recognised_ ? std::make_shared<leibniz::result const>(extracted(*recognised_, recognised_->roots[i])) : nullptr;
        return made(source_, extracted(*result_, result_->roots[i]), effort_, {name(i)}, of, derived_);
    }
    /// The same. Throws std::out_of_range if there is none.
    model operator[](int i) const { return try_at(i).value(); }
    /// The name of formula number i when it is printed: f, d/dw, d/db d/dw. Throws std::out_of_range if there is none.
    std::string name(int i) const {
        static_cast<void>(root(i));
        return static_cast<std::size_t>(i) < names_.size()
                   ? names_[static_cast<std::size_t>(i)]
                   : std::string(1, 'f') + std::to_string(i);  // const char* + string: g++ 12 at -O3 warns of std::string
    }
    /// The node of formula number i. Throws std::out_of_range if there is none.
    int root(int i) const {
        if (failure const why = missing(i)) detail::raise(why);
        return result_->roots[i];
    }
    /// What is said where there is no formula of this number.
    failure missing(int i) const {
        if (i >= 0 && i < size()) return {};
        return {failure_kind::range, "model: there is no formula number " + std::to_string(i) + "; the last is number " + std::to_string(size() - 1)};
    }

    leibniz::result const& finished() const { return *result_; }
    /// The graph that evaluation uses.
    leibniz::result const& evaluated() const { return *evaluated_graph(); }
    std::shared_ptr<leibniz::result const> const& evaluated_graph() const { return recognised_ ? recognised_ : result_; }
    bool has_recognised() const { return recognised_ != nullptr; }
    /// The program. Throws std::domain_error for vectors and matrices.
    leibniz::program const& code() const {
        if (failure const why = detail::failure_of_values(result_->in)) detail::raise(why);
        return program_;
    }
    std::vector<variable_name> variables() const { return {program_.variables.begin(), program_.variables.end()}; }
    /// Throws std::domain_error if vectors or matrices occur.
    void require_numbers(char const* what) const {
        if (failure const why = not_of_numbers(what)) detail::raise(why);
    }
    /// What `what` says of a model in which vectors or matrices occur.
    failure not_of_numbers(char const* what) const {
        return result_->in.matrices()->exists ? detail::failure_of_matrices(what) : failure{};
    }
    std::shared_ptr<source_text const> const& source() const { return source_; }
    long long effort() const { return effort_; }
    /// Whether `diff` made it: what differentiates it again goes on as orders do.
    bool is_derivative() const { return derived_; }

    /// The names of its symbols and columns, in the order in which they appear.
    std::vector<std::string> symbols() const {
        std::vector<std::string> all;
        for (variable_name const& v : program_.variables) all.emplace_back(v.name);
        return all;
    }
    bool is_column(std::string_view name) const {
        for (variable_name const& v : program_.variables)
            if (v.name == name) return v.column;
        return false;
    }

    /// Calling a model is an error that says what to write.
    template <bool IsFunction = false, class... T>
    double operator()(T const&...) const {
        static_assert(IsFunction, "a model is no function of C++; write evaluate(m, bind(\"w\", 1.0), bind(\"x\", 2.0))");
        return 0;
    }

private:
    static failure fault_of(leibniz::result const& r, int levels, char const* where) {
        failure why = r.in.exhausted() ? failure{} : detail::failure_of_shapes(r.in, detail::seen(r));
        if (!why) why = detail::failure_of(r.in.faults, r.in.exhausted(), where);
        if (!why && detail::is_deeper(detail::seen(r), levels))
            why = {failure_kind::size, "the operations of the formula are nested too deeply; raise parse_options::limits.levels"};
        return why;
    }
    struct sound {};  // what the graph was found to be
    model(sound, std::shared_ptr<source_text const> source, result const& r, long long effort, std::vector<std::string> names,
          std::shared_ptr<leibniz::result const> recognised, bool derived)
        : source_(std::move(source)),
          result_(std::make_shared<leibniz::result const>(without_dead_nodes(r, effort < unlimited / 2 ? 2 * effort : unlimited))),
          recognised_(std::move(recognised)),
          program_(compiled(detail::seen(evaluated()), source_->further)),
          effort_(effort),
          names_(std::move(names)),
          derived_(derived) {}
    model(sound, std::shared_ptr<source_text const> source, result const& r, long long effort, std::shared_ptr<leibniz::result const> recognised,
          leibniz::program code)
        : source_(std::move(source)),
          result_(std::make_shared<leibniz::result const>(without_dead_nodes(r, effort))),
          recognised_(std::move(recognised)),
          program_(std::move(code)),
          effort_(effort),
          names_{"f"},
          derived_(false) {}
    static leibniz::program compiled(view of, std::vector<function const*> const& further) {
        if (!of.matrices->exists) return valued(leibniz::program(of), further);
        leibniz::program names;
        for (int i = 0; i < of.node_count; ++i)
            if (detail::has_a_value(of[i])) names.variables.push({of[i].name, of.is(i, kind::column)});
        return names;
    }
    std::shared_ptr<source_text const> source_;
    std::shared_ptr<leibniz::result const> result_;
    std::shared_ptr<leibniz::result const> recognised_;  // where it differs
    leibniz::program program_;
    long long effort_;
    std::vector<std::string> names_;
    bool derived_;
};

}  // namespace leibniz::inline v0_1
