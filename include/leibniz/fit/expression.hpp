#pragma once

#include <leibniz/eigen.hpp>
#include <leibniz/fit/fit.hpp>

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// The start of a pack.
template <class... V, class... T>
fit_start start_of(record<variables<V...>, T...> const& p) {
    fit_start start;
    auto const put = [&](auto v, double value) { start.push_back({decltype(v)::spelling.view(), value}); };
    [&]<std::size_t... I>(std::index_sequence<I...>) { (put(V{}, static_cast<double>(p.template get<I>())), ...); }(std::index_sequence_for<V...>{});
    return start;
}

/// Writes one result of `evaluate` into a column, be it a column or a number.
template <class Value>
void write_column(Value const& value, double* out, Eigen::Index rows) {
    if constexpr (is_column<Value>) std::copy_n(value.data(), rows, out);
    else std::fill_n(out, rows, static_cast<double>(value));
}

/// A column of the data by its place; of one that cancelled, which has none, any other.
inline Eigen::ArrayXd const& column_at(fit_data const& data, int place) { return data[static_cast<std::size_t>(std::max(place, 0))].values; }

/// The responses of an expression in these columns, by a compiled program.
template <class Y, class... Columns>
Eigen::ArrayXd compiled_responses(fit_problem const& p) {
    Eigen::ArrayXd y(p.rows);
    write_column(evaluate(Y{}, (Columns{} = column_at(p.data, place_of_name(p.data, Columns::spelling.view())))...), y.data(), p.rows);
    return y;
}

/// The curve of an expression in these parameters and columns, by compiled programs.
template <class E, class... V, class... Columns>
curve_function compiled_curve_of(variables<V...>, variables<Columns...>, fit_problem const& p) {
    int const from[sizeof...(V) + 1] = {place_of_name(p.names, V::spelling.view())..., 0};
    int const at[sizeof...(Columns) + 1] = {place_of_name(p.data, Columns::spelling.view())..., 0};
    std::vector<int> const parameters(from, from + sizeof...(V)), columns(at, at + sizeof...(Columns));
    return [parameters, columns, data = std::make_shared<fit_data const>(p.data), rows = p.rows](Eigen::VectorXd const& b, Eigen::ArrayXd& f,
                                                                                                  Eigen::MatrixXd* j) {
        record<variables<V...>, std::conditional_t<true, double, V>...> pack{};
        for (std::size_t k = 0; k < sizeof...(V); ++k) pack.values[k] = b[parameters[k]];
        f.resize(rows);
        [&]<std::size_t... C, std::size_t... I>(std::index_sequence<C...>, std::index_sequence<I...>) {
            if (j == nullptr) {
                write_column(evaluate(E{}, pack, (Columns{} = column_at(*data, columns[C]))...), f.data(), rows);
            } else {
                j->resize(rows, b.size());
                std::fill_n(j->data(), j->size(), 0.0);
                auto const both = evaluate(outputs(E{}, gradient(E{}, variables<V...>{})), pack, (Columns{} = column_at(*data, columns[C]))...);
                auto const& slopes = both.template get<1>();
                write_column(both.template get<0>(), f.data(), rows);
                (write_column(slopes.template get<I>(), j->data() + parameters[I] * rows, rows), ...);
            }
        }(std::index_sequence_for<Columns...>{}, std::index_sequence_for<V...>{});
    };
}

/// The variables of a list that an expression has.
template <class E, class... S>
constexpr auto variables_of(variables<S...>) {
    return typename joined<variables<>, std::conditional_t<mentions_any<E, S>(), variables<S>, variables<>>...>::type{};
}

/// The place of a variable of an expression that is in no list, or -1.
template <class E, class... S>
consteval int place_without_value(variables<S...>) {
    constexpr auto const& code = compiled<E>::value;
    for (int k = 0; k < code.variable_count; ++k) {
        bool found = false;
        for (bool same : {false, (code.variables[k].name == text_view(S::spelling.view()))...}) found = found || same;
        if (!found) return k;
    }
    return -1;
}
struct no_variable {};
/// The variable of an expression that is in no list, or no_variable.
template <class E, class List>
consteval auto variable_without_value() {
    constexpr int place = place_without_value<E>(List{});
    if constexpr (place >= 0) return variable_at<names_in_program<E>, place>();
    else return no_variable{};
}
template <class Variable>
inline constexpr bool has_start_or_column = std::is_same_v<Variable, no_variable>;

template <class E, class Parameters, class Columns>
curve_function compiled_curve(fit_problem const& p) {
    return compiled_curve_of<E>(variables_of<E>(Parameters{}), variables_of<E>(Columns{}), p);
}
template <class Y, class... Columns>
constexpr auto responses_of(variables<Columns...>) {
    return &compiled_responses<Y, Columns...>;
}

template <class Y, class E, class... V, class... T, class... B>
fit_result fit_expression(fit_engine const* engine, record<variables<V...>, T...> const& start, fit_options const& options, B const&... data) {
    constexpr bool bindings = all_of({true, binds_one_symbol<B>...});
    static_assert(bindings, "fit: behind the start stand columns; write fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys)");
    if constexpr (bindings) {
        using in_curve = decltype(variable_without_value<E, variables<V..., typename B::symbol...>>());
        using in_response = decltype(variable_without_value<Y, variables<typename B::symbol...>>());
        using missing = std::conditional_t<has_start_or_column<in_curve>, in_response, in_curve>;
        static_assert(has_start_or_column<missing>,
                      "fit: a symbol is neither a parameter with a start nor bound to a column; "
                      "write fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys)");
        if constexpr (has_start_or_column<missing>) {
            using columns = variables<typename B::symbol...>;
            fit_sides sides{as_model(Y{}), as_model(E{}), text(Y{}), text(E{}), responses_of<Y>(variables_of<Y>(columns{})),
                            &compiled_curve<E, variables<V...>, columns>, engine};
            return run_fit(prepared(std::move(sides), start_of(start), {named_column(data)...}, options));
        } else {
            return fit_result(as_model(Y{}), as_model(E{}));  // the error has been reported
        }
    } else {
        return fit_result(as_model(Y{}), as_model(E{}));
    }
}

/// What stands in place of a pack, also in braces.
struct no_pack {
    template <class... T>
    no_pack(T const&...) {}  // NOLINT(google-explicit-constructor)
};

}  // namespace detail

/// Fits an expression to a response, which is an expression of columns alone: `start` is a pack of the parameters, columns are bound
/// as in `evaluate`. The model and its Jacobian are compiled; the rest, and what it throws, is that of models that are read at run time.
///
///     auto const found = fit(y, w*x + b, values(w = 1.0, b = 0.0), x = xs, y = ys);
///     assert(found.converged() && std::abs(found[w].value - 2) < 1e-12);
template <expression Y, expression E, class... V, class... T, class... B>
fit_result fit(Y, E, record<variables<V...>, T...> const& start, fit_options const& options, B const&... data) {
    return detail::fit_expression<Y, E>(&detail::engine_of_models, start, options, data...);
}
template <expression Y, expression E, class... V, class... T, class... B>
fit_result fit(Y, E, record<variables<V...>, T...> const& start, B const&... data) {
    return detail::fit_expression<Y, E>(nullptr, start, fit_options{}, data...);
}
template <expression Y, expression E, class... B>
fit_result fit(Y y, E e, detail::no_pack const&, B const&...) {
    static_assert(!sizeof(Y), "fit: the parameters and their start are a pack; write fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys)");
    return fit_result(as_model(y), as_model(e));  // the error has been reported
}
template <expression E, pack Start, class... B>
fit_result fit(E e, Start const&, B const&...) {
    static_assert(!sizeof(E), "fit: the response stands in front of its curve; write fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys)");
    return fit_result(as_model(e), as_model(e));
}

}  // namespace leibniz::inline v0_1
