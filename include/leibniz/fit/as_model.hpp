#pragma once

#include <leibniz/leibniz.hpp>
#include <leibniz/parse/model_algebra.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// A copy of a finished graph of static storage that no longer depends on how it was made.
inline result copied(view const& from, rulebook const& by) {
    result copy{.in = graph(by, false, unlimited), .shared = from.shared};
    copy.in.faults.add(from.faults);
    copy.in.use_matrices(from.matrices);
    copy.in.adopt(from.nodes, from.node_count, from.operands, from.operand_count);
    for (int c = 0; c < from.condition_count; ++c) copy.in.record(from.conditions[c]);
    for (int k = 0; k < from.root_count; ++k) copy.roots.push(from.roots[k]);
    return copy;
}

/// The functions of an expression that are not in the table.
template <class E>
constexpr further_functions own_functions_of(bool evaluated) {
    view const v = evaluated ? graph_of<E, true>() : graph_of<E, false>();
    further_functions found;
    for (int i = 0; i < v.node_count; ++i)
        if (v.is(i, kind::call) && &valued(*v[i].fn) == v[i].fn) found.add(*v[i].fn);
    return found;
}
template <class E>
inline constexpr further_functions own_functions = own_functions_of<E>(false);

/// The functions that the program of an expression calls.
template <class E>
constexpr further_functions called_by() {
    further_functions found;
    for (int k = 0; k < compiled<E>::value.size; ++k)
        if (compiled<E>::value.code[k].op == opcode::call) found.add(*compiled<E>::value.code[k].fn);
    return found;
}
template <class E>
inline constexpr further_functions calls_of = called_by<E>();

/// The program of an expression as one of run time, with the values of the functions that it calls.
template <class E>
program program_of() {
    program p;
    auto const& code = compiled<E>::value;
    for (int k = 0; k < code.size; ++k) p.code.push(code.code[k]);
    for (int k = 0; k < code.variable_count; ++k) p.variables.push(code.variables[k]);
    for (int k = 0; k < code.root_count; ++k) p.roots.push(code.roots[k]);
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        function const* const valued[] = {&valued_row<block<calls_of<E>.of[I]>>..., nullptr};
        for (instruction& step : p.code)
            for (std::size_t k = 0; step.op == opcode::call && k < sizeof...(I); ++k)
                if (*valued[k] == *step.fn) {
                    step.fn = valued[k];
                    break;
                }
    }(std::make_index_sequence<calls_of<E>.count>{});
    return p;
}

/// The source of a model from a graph in static storage; `written` is its text.
inline std::shared_ptr<source_text> source_of(std::string written, view const& finished, view const& evaluated) {
    auto source = std::make_shared<source_text>(source_text{std::move(written)});
    for (view const& v : {finished, evaluated})
        for (int i = 0; i < v.node_count; ++i)
            if (has_a_value(v[i])) source->mention(v[i].name);
    return source;
}

}  // namespace detail

/// An expression as a model of the run-time engine, with the same graph.
///
///     assert(text(as_model(w*x + x*w)) == "2*w*x");
template <expression E>
model as_model(E e) {
    constexpr view finished = detail::graph_of<E, false>(), evaluated = evaluated_form<E>;
    auto const source = detail::source_of(text(e), finished, evaluated);
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (detail::add_valued<detail::block<detail::own_functions<E>.of[I]>>(source->further), ...);
    }(std::make_index_sequence<detail::own_functions<E>.count>{});
    std::shared_ptr<result const> recognised;
    if constexpr (detail::canonical_stage<E>::recognised) recognised = std::make_shared<result const>(detail::copied(evaluated, detail::rules_of<true>()));
    if constexpr (finished.matrices->exists) return {source, detail::copied(finished, rules), unlimited, {"f"}, recognised};
    else return model::made(source, detail::copied(finished, rules), unlimited, recognised, detail::program_of<E>()).value();
}
inline model as_model(model const& m) { return m; }

}  // namespace leibniz::inline v0_1
