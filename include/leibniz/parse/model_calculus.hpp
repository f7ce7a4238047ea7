#pragma once

#include <leibniz/calculus/gradient.hpp>
#include <leibniz/parse/model.hpp>
#include <leibniz/parse/outcome.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// The name of a second derivative as a Hessian is printed: d^2/dw^2, d/dw d/db.
inline std::string name_of_second_derivative(std::string const& of, std::string const& first, std::string const& second) {
    return first == second ? name_of_derivative(of, first, 2) : name_of_derivative(name_of_derivative(of, second), first);
}

/// The text that holds the names of two models.
inline outcome<std::shared_ptr<source_text const>> common_source(model const& a, model const& b) {
    if (a.source() == b.source()) return a.source();
    for (std::string const& name : b.symbols())
        for (variable_name const& v : a.variables())
            if (v.name == name && v.column != b.is_column(name))
                return failure{failure_kind::argument, "outputs: " + name + " is a column in one text and a symbol in the other"};
    auto both = std::make_shared<source_text>(
        source_text{a.source()->text + '\n' + b.source()->text, std::min(a.source()->levels, b.source()->levels)});
    for (auto const& source : {a.source(), b.source()}) {
        for (std::string_view name : source->names) both->mention(name);
        for (function const* f : source->further)
            if (std::find(both->further.begin(), both->further.end(), f) == both->further.end()) both->further.push_back(f);
        both->parts.push_back(source);
    }
    return std::shared_ptr<source_text const>(std::move(both));
}

/// The nodes of variables in a model's graph.
class variable_places {
public:
    explicit variable_places(graph const& g) {
        for (int i = 0; i < g.size(); ++i)
            if (has_a_value(g[i])) places_.emplace(g[i].name, i);
    }
    /// Those of the names that occur.
    buffer<int> of(std::vector<std::string> const& names) const {
        buffer<int> nodes;
        for (std::string const& name : names)
            if (auto const at = places_.find(name); at != places_.end()) nodes.push(at->second);
        return nodes;
    }
    bool have(std::string const& name) const { return places_.count(name) > 0; }

private:
    std::unordered_map<std::string_view, int> places_;
};

/// The second partial derivatives of node `root`, row by row. Each row is a backward sweep from an entry of the gradient, by
/// that entry's variable and those behind it, as in a Hessian of the language.
inline buffer<int> second_partials(graph& g, int root, buffer<int> const& wanted) {
    int const count = wanted.size();
    buffer<int> const first = reverse_sweep(g, wanted)(root);
    buffer<int> all(count * count);
    for (int i = 0; i < count && !g.exhausted(); ++i) {
        buffer<int> behind;
        for (int j = i; j < count; ++j) behind.push(wanted[j]);
        buffer<int> const second = reverse_sweep(g, behind)(first[i]);
        for (int j = i; j < count; ++j) all[i * count + j] = all[j * count + i] = second[j - i];
        for (int j = i + 1; j < count && g.matrices()->exists; ++j) all[j * count + i] = g.matrices()->transpose(g, second[j - i]);
    }
    return all;
}

}  // namespace detail

/// What `gradient`, `hessian` and `jacobian` give, or why there are no such derivatives: nothing is thrown.
///
///     assert(try_gradient(parse("w*x + b"), {"w", "b"})->size() == 2);
inline outcome<model> try_gradient(model const& m, std::vector<std::string> const& by) {
    std::vector<std::string> names;
    for (std::string const& name : by) names.push_back(detail::name_of_derivative(m.name(0), name));
    return detail::try_made_of(m, true, std::move(names), m.has_recognised(), [&](leibniz::result& r, detail::graph_of_model which) {
        detail::variable_places const variables(r.in);
        buffer<int> const wanted = variables.of(by);
        int const root = (m.*which)().roots[0];
        if (r.in.matrices()->exists && !r.in.matrices()->is_number(r.in, root)) r.in.misfit(shape_fault::gradient, root);
        buffer<int> const partials = reverse_sweep(r.in, wanted)(root);
        int next = 0;
        for (std::string const& name : by) r.roots.push(variables.have(name) ? partials[next++] : r.in.number(0));
    });
}

/// The partial derivatives of a model's first formula by symbols or columns, with their common work shared; 0 by a name that
/// does not occur. Throws what `diff` throws.
///
///     model const g = gradient(parse("w*x + b"), {"w", "b"});
///     assert(g.size() == 2 && text(g[0]) == "x" && g.name(1) == "d/db");
inline model gradient(model const& m, std::vector<std::string> const& by) { return try_gradient(m, by).value(); }

namespace detail {
/// The names of two models' formulas; those that have none of their own are f1, f2, ...
inline std::vector<std::string> common_names(model const& a, model const& b) {
    std::vector<std::string> names;
    for (model const* m : {&a, &b})
        for (int i = 0; i < m->size(); ++i) names.push_back(m->name(i));
    auto const is_numbered = [](std::string const& name) {
        return name[0] == 'f' && std::all_of(name.begin() + 1, name.end(), [](char c) { return is_digit(c); });
    };
    int const count = static_cast<int>(std::count_if(names.begin(), names.end(), is_numbered));
    int number = 0;
    for (std::string& name : names)
        if (count > 1 && is_numbered(name)) name = std::string(1, 'f') + std::to_string(++number);
    return names;
}
}  // namespace detail

/// What `outputs` gives, or why it does not: nothing is thrown.
///
///     assert(!try_outputs(parse("x"), parse("x", {.columns = {"x"}})));
inline outcome<model> try_outputs(model const& a, model const& b) {
    auto const source = detail::common_source(a, b);
    if (!source) return source.why();
    return detail::try_made_of(
        a, true, detail::common_names(a, b), a.has_recognised() || b.has_recognised(),
        [&](leibniz::result& r, detail::graph_of_model which) {
            for (int root : (a.*which)().roots) r.roots.push(root);
            buffer<int> const place = imported(r.in, detail::seen((b.*which)()));
            for (int root : (b.*which)().roots) r.roots.push(place[root]);
        },
        *source);
}
template <class... More>
    requires(sizeof...(More) > 0 && (std::is_same<More, model>::value && ...))
outcome<model> try_outputs(model const& a, model const& b, More const&... more) {
    auto const both = try_outputs(a, b);
    return both ? try_outputs(*both, more...) : both;
}

/// Several models as one, with their common work shared; several formulas without a name are f1, f2, ... Throws
/// std::invalid_argument if a name is a column in one text and a symbol in the other.
///
///     model const loss = parse("w*x"), all = outputs(loss, gradient(loss, {"w"}));
///     assert(all.size() == 2 && outputs(loss, parse("b"), parse("c")).name(2) == "f3");
template <class... More>
    requires(std::is_same<More, model>::value && ...)
model outputs(model const& a, model const& b, More const&... more) {
    return try_outputs(a, b, more...).value();
}

/// What `diff` by several symbols gives, or why there is no such derivative: nothing is thrown.
///
///     assert(text(*try_diff(parse("x^2*y"), "x", "y")) == "2*x");
template <class... More>
    requires(sizeof...(More) > 0 && (std::is_convertible<More, std::string_view>::value && ...))
outcome<model> try_diff(model const& m, std::string_view by, More const&... more) {
    std::vector<std::string_view> const all{by, more...};
    std::vector<std::string> names;
    for (int i = 0; i < m.size(); ++i) {
        std::string name = m.name(i);
        for (std::string_view each : all) name = detail::name_of_derivative(name, each);
        names.push_back(name);
    }
    return detail::try_made_of(
        m, m.size() > 1, std::move(names), m.has_recognised(),
        [&](result& copy, detail::graph_of_model which) {
            for (int root : (m.*which)().roots) {
                bool further = m.is_derivative();
                for (std::string_view each : all) {
                    int const wanted = detail::variable_in(copy.in, each);
                    root = wanted < 0 ? copy.in.number(0) : differentiate(copy.in, root, wanted, further);
                    further = true;
                }
                copy.roots.push(root);
            }
        },
        nullptr, true);
}

/// The mixed derivative by several symbols, one after the other. Throws what `diff(m, "x")` throws.
///
///     assert(text(diff(parse("x^2*y"), "x", "y")) == "2*x");
template <class... More>
    requires(sizeof...(More) > 0 && (std::is_convertible<More, std::string_view>::value && ...))
model diff(model const& m, std::string_view by, More const&... more) {
    return try_diff(m, by, more...).value();
}

inline outcome<model> try_hessian(model const& m, std::vector<std::string> const& by) {
    std::vector<std::string> names;
    for (std::string const& first : by)
        for (std::string const& second : by) names.push_back(detail::name_of_second_derivative(m.name(0), first, second));
    return detail::try_made_of(m, true, std::move(names), m.has_recognised(), [&](result& r, detail::graph_of_model which) {
        detail::variable_places const variables(r.in);
        buffer<int> const wanted = variables.of(by);
        buffer<int> const second = detail::second_partials(r.in, (m.*which)().roots[0], wanted);
        int next = 0;
        for (std::string const& row : by)
            for (std::string const& column : by)
                r.roots.push(variables.have(row) && variables.have(column) ? second[next++] : r.in.number(0));
    });
}

/// All second partial derivatives of a model's first formula, row by row: `h[i*n + j]` is the one by names i and j, n being
/// their number. Each pair is derived once, with all work shared; 0 by a name that does not occur. Throws what `diff` throws.
///
///     model const h = hessian(parse("x^2*y"), {"x", "y"});
///     assert(h.size() == 4 && text(h[1]) == "2*x" && h.name(1) == "d/dx d/dy");
inline model hessian(model const& m, std::vector<std::string> const& by) { return try_hessian(m, by).value(); }

inline outcome<model> try_jacobian(model const& m, std::vector<std::string> const& by) {
    std::vector<std::string> names;
    for (int i = 0; i < m.size(); ++i) {
        std::string formula = "f";
        formula += std::to_string(i + 1);
        for (std::string const& name : by) names.push_back(detail::name_of_derivative(m.size() == 1 ? m.name(i) : formula, name));
    }
    return detail::try_made_of(m, true, std::move(names), m.has_recognised(), [&](result& r, detail::graph_of_model which) {
        detail::variable_places const variables(r.in);
        buffer<int> const wanted = variables.of(by);
        for (int root : (m.*which)().roots) {
            buffer<int> const partials = reverse_sweep(r.in, wanted)(root);
            int next = 0;
            for (std::string const& name : by) r.roots.push(variables.have(name) ? partials[next++] : r.in.number(0));
        }
    });
}

/// The partial derivatives of each of a model's formulas, row by row: `j[i*n + k]` is the one of formula i by name k, n being
/// the number of names. One backward sweep for each formula. Throws what `diff` throws.
///
///     model const j = jacobian(outputs(parse("x*y"), parse("sin(x)")), {"x", "y"});
///     assert(j.size() == 4 && text(j[2]) == "cos(x)" && j.name(2) == "d/dx f2");
inline model jacobian(model const& m, std::vector<std::string> const& by) { return try_jacobian(m, by).value(); }

}  // namespace leibniz::inline v0_1
