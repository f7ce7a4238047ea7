#pragma once

#include <leibniz/matrix.hpp>
#include <leibniz/parse/model_calculus.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// Builds derivatives along directions, and against them, in the graph of a model.
class directional_step {
public:
    directional_step(graph& g, std::string const& by, text_view direction) : g_(g), build_(g), name_(direction), w_(variable_in(g, by)) {}

    int jvp(int root, bool further) {
        if (w_ < 0) return zero_like(root);
        int const direction = symbol_like(w_);
        if (!g_.matrices()->exists) return g_.multiply(differentiate(g_, root, w_, further), direction);
        return direction < 0 ? root : matrix_forward(g_)(root, w_, direction);
    }
    int hvp(int root, bool further) {
        if (g_.matrices()->exists && !build_.is_number(root)) return g_.misfit(shape_fault::gradient, root), root;
        return w_ < 0 ? g_.number(0) : jvp(slope(root), further);
    }
    int vjp(int root) {
        int const cotangent = symbol_like(root, false);
        if (w_ < 0 || cotangent < 0) return g_.number(0);
        return slope(!g_.matrices()->exists || build_.is_number(root) ? g_.multiply(cotangent, root) : build_.inner(cotangent, root));
    }

private:
    int slope(int root) {
        buffer<int> wanted;
        wanted.push(w_);
        return reverse_sweep(g_, wanted)(root)[0];
    }
    int zero_like(int root) { return !g_.matrices()->exists ? g_.number(0) : build_.zeros(build_.shape_of(root)); }
    /// The direction, of the shape of a node; -1 if the model has this name with another shape.
    int symbol_like(int i, bool symmetric_too = true) {
        if (!g_.matrices()->exists) return g_.symbol(name_);
        int const known = variable_in(g_, name_);
        if (matrix_shape const s = build_.shape_of(i); known < 0)
            return build_.symbol(name_, s.rows, s.columns, symmetric_too && s.symmetric && !s.is_number());
        if (build_.shape_of(i).fits(build_.shape_of(known))) return known;
        g_.misfit(shape_fault::sum, i, known);
        return -1;
    }

    graph& g_;
    matrix_builder build_;
    text_view name_;
    int w_;
};

/// The text of a model and a name that its derivative has.
inline std::shared_ptr<source_text const> with_name(model const& m, std::string const& added) {
    auto const both = std::make_shared<source_text>(source_text{added, m.source()->levels});
    for (std::string_view each : m.source()->names) both->mention(each);
    both->mention(both->text);
    both->further = m.source()->further;
    both->parts.push_back(m.source());
    return both;
}

/// True for the name of a dimension of vectors and matrices.
inline bool is_size(graph const& g, std::string_view name) {
    for (int k = 0; k < g.size(); ++k)
        if (g.is(k, kind::symbol) && g[k].number == rational(marked_size) && g[k].name == name) return true;
    return false;
}

template <class Step>
outcome<model> try_along(char const* what, model const& m, std::string const& by, std::string const& direction, Step const& step) {
    std::string const begin(what);
    if (!is_identifier(direction)) return failure{failure_kind::argument, begin + ": a direction is a name, such as \"v\""};
    if (m.is_column(by) || m.is_column(direction))
        return failure{failure_kind::argument,
                       begin + ": along symbols, vectors and matrices; " + (m.is_column(by) ? by : direction) + " is a column"};
    if (is_size(m.finished().in, direction))
        return failure{failure_kind::argument, begin + ": the direction needs another name: " + direction + " is a size of this model"};
    auto const source = with_name(m, direction);
    std::vector<std::string> names;
    for (int i = 0; i < m.size(); ++i) names.push_back(begin + "(" + m.name(i) + ", " + by + ", " + direction + ")");
    return try_made_of(
        m, m.size() > 1, std::move(names), m.has_recognised(),
        [&](result& copy, graph_of_model which) {
            for (int root : (m.*which)().roots) {
                directional_step build(copy.in, by, text_view(source->text.data(), source->text.size()));
                copy.roots.push(step(build, root));
            }
        },
        source, true);
}

}  // namespace detail

/// What `jvp`, `hvp` and `vjp` give, or why there is no such derivative: nothing is thrown.
///
///     assert(text(*try_jvp(parse("x^2"), "x", "v")) == "2*v*x" && !try_hvp(parse("x^2"), "x", "2"));
inline outcome<model> try_jvp(model const& m, std::string const& by, std::string const& direction) {
    return detail::try_along("jvp", m, by, direction,
                             [&m](detail::directional_step& build, int root) { return build.jvp(root, m.is_derivative()); });
}
inline outcome<model> try_hvp(model const& m, std::string const& by, std::string const& direction) {
    return detail::try_along("hvp", m, by, direction, [](detail::directional_step& build, int root) { return build.hvp(root, true); });
}
inline outcome<model> try_vjp(model const& m, std::string const& by, std::string const& cotangent) {
    return detail::try_along("vjp", m, by, cotangent, [](detail::directional_step& build, int root) { return build.vjp(root); });
}

/// The derivative of each formula by a symbol, vector or matrix along a direction: the Jacobian times it. The direction is a symbol of this
/// name, of the same shape, to be bound at evaluation. Throws what `diff` throws.
///
///     shapes const known{{"W", "m", "n"}, {"x", "n"}};
///     assert(text(jvp(parse("tanh(W*x)", known), "W", "D")) == "(D*x).*(1 - tanh(W*x).^2)");
inline model jvp(model const& m, std::string const& by, std::string const& direction) {
    return try_jvp(m, by, direction).value();
}

/// The second derivatives of each formula, a number, times a direction: the derivative of the gradient along it.
///
///     assert(text(hvp(parse("norm2(W*x)^2", shapes{{"W", "m", "n"}, {"x", "n"}}), "x", "v")) == "2*W'*W*v");
inline model hvp(model const& m, std::string const& by, std::string const& direction) {
    return try_hvp(m, by, direction).value();
}

/// The derivative of each formula, multiplied from the left by a cotangent: the gradient of the sum of its products with a symbol of
/// this name, of the shape of the formula.
///
///     assert(text(vjp(parse("W*x", shapes{{"W", "m", "n"}, {"x", "n"}}), "W", "u")) == "u*x'");
inline model vjp(model const& m, std::string const& by, std::string const& cotangent) {
    return try_vjp(m, by, cotangent).value();
}

}  // namespace leibniz::inline v0_1
