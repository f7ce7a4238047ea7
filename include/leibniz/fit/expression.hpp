#pragma once

#include <leibniz/eigen.hpp>
#include <leibniz/fit/fit.hpp>

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace leibniz {

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
    Eigen::Map<Eigen::ArrayXd> to(out, rows);
    if constexpr (is_column<Value>) to = value.array();
    else to.setConstant(static_cast<double>(value));
}

/// The curve of an expression in these parameters and columns, by compiled programs.
template <class E, class... V, class... Columns>
curve_function compiled_curve(variables<V...>, variables<Columns...>, fit_problem const& p) {
    int const from[sizeof...(V) + 1] = {place_of_name(p.names, V::spelling.view())..., 0};
    int const at[sizeof...(Columns) + 1] = {place_of_name(p.data, Columns::spelling.view())..., 0};
    std::vector<int> const parameters(from, from + sizeof...(V)), columns(at, at + sizeof...(Columns));
    return [parameters, columns, data = std::make_shared<fit_data const>(p.data), rows = p.rows](Eigen::VectorXd const& b, Eigen::ArrayXd& f,
                                                                                                  Eigen::MatrixXd* j) {
        record<variables<V...>, std::conditional_t<true, double, V>...> pack{};
        for (std::size_t k = 0; k < sizeof...(V); ++k) pack.values[k] = b[parameters[k]];
        f.resize(rows);
        [&]<std::size_t... C, std::size_t... I>(std::index_sequence<C...>, std::index_sequence<I...>) {
            auto const column = [&](std::size_t c) -> Eigen::ArrayXd const& {
                return (*data)[static_cast<std::size_t>(std::max(columns[c], 0))].values;  // of one that cancelled, any other
            };
            if (j == nullptr) {
                write_column(evaluate(E{}, pack, (Columns{} = column(C))...), f.data(), rows);
            } else {
                j->setZero(rows, b.size());
                auto const both = evaluate(outputs(E{}, gradient(E{}, variables<V...>{})), pack, (Columns{} = column(C))...);
                auto const& slopes = both.template get<1>();
                write_column(both.template get<0>(), f.data(), rows);
                (write_column(slopes.template get<I>(), j->data() + parameters[I] * rows, rows), ...);
            }
        }(std::index_sequence_for<Columns...>{}, std::index_sequence_for<V...>{});
    };
}

/// A list of variables without those that an expression does not have.
template <class E, class... S>
constexpr auto symbols_in(variables<S...>) {
    return typename joined<variables<>, std::conditional_t<mentions_any<E, S>(), variables<S>, variables<>>...>::type{};
}

}  // namespace detail

/// Fits an expression to a response, which is an expression of columns alone: `start` is a pack of the parameters, columns are bound
/// as in `evaluate`. The model and its Jacobian are compiled; the rest is that of models that are read at run time, and so are the
/// errors.
///
///     auto const found = fit(y, b1*x + b2, values(b1 = 1.0, b2 = 0.0), x = xs, y = ys);
///     assert(found[b1].value == found.parameters[0].value && found.converged());
template <expression Y, expression E, class... V, class... T, class... B>
    requires(detail::binds_one_symbol<B> && ...)
fit_result fit(Y y, E e, record<variables<V...>, T...> const& start, fit_options const& options, B const&... data) {
    auto const curve = [](detail::fit_problem const& p) {
        using columns = decltype(detail::symbols_in<E>(variables<typename B::symbol...>{}));
        return detail::compiled_curve<E>(detail::symbols_in<E>(variables<V...>{}), columns{}, p);
    };
    return detail::run_fit(detail::prepared(as_model(y), as_model(e), detail::start_of(start), {named_column(data)...}, options, curve));
}
template <expression Y, expression E, class... V, class... T, class... B>
    requires(detail::binds_one_symbol<B> && ...)
fit_result fit(Y y, E e, record<variables<V...>, T...> const& start, B const&... data) {
    return fit(y, e, start, fit_options{}, data...);
}

}  // namespace leibniz
