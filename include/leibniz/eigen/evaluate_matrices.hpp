#pragma once

#include <leibniz/eigen/matrix_bindings.hpp>
#include <leibniz/eigen/matrix_results.hpp>
#include <leibniz/evaluate/evaluate.hpp>

namespace leibniz {

namespace detail {

template <class E, class Program, std::size_t... R>
consteval auto results_for(std::index_sequence<R...>);

/// What the evaluation of model E with bindings B needs, by type.
template <class E, class... B>
struct matrix_evaluation {
    using number = typename common_number<typename argument<B>::number...>::type;
    static constexpr variable_set varying = bound_model<E, B...>::varying();
    static constexpr auto const& program = compiled_matrices<E, varying>::value;

    template <std::size_t... R>
    static auto typed(std::index_sequence<R...>)
        -> matrix_results<std::index_sequence<R...>, typename result_type<number, program.results[R].shape.rows, program.results[R].shape.columns,
                                                                          program.results[R].by_row>::type...>;
    using all = std::make_index_sequence<static_cast<std::size_t>(program.root_count)>;
    using results = decltype(typed(all{}));
};

/// Supplies the values, from sizes to copies. (Named by the number type and the arguments, not by the model.)
template <class T, class... B>
void supply_all_values(workspace<T>& work, matrix_code<T> const& code, int const* places, B const&... arguments) {
    work.begin(code);
    int const* at = places;
    int const fitted[] = {0, (at = for_values(fitting<T>{work}, at, arguments), 0)...};
    work.check_sizes();
    at = places;
    int const supplied[] = {0, (at = for_values(supplying<T>{work}, at, arguments), 0)...};
    static_cast<void>(fitted), static_cast<void>(supplied), static_cast<void>(at);
}
template <class T, class... B>
void run_program(workspace<T>& work, int const* places, B const&... arguments) {
    work.lay_out();
    int const* at = places;
    int const copied[] = {0, (at = for_values(copying<T>{work}, at, arguments), 0)...};
    static_cast<void>(copied), static_cast<void>(at);
    work.run();
    work.finish();
}
template <class T, class Results, std::size_t... R>
void place_results(workspace<T>& work, Results& to, std::index_sequence<R...>) {
    int const done[] = {0, (place_result(work, static_cast<int>(R), Results::template held<R>(to)), 0)...};
    static_cast<void>(done);
}
template <class T, class Results, std::size_t... R>
void take_numbers(workspace<T>& work, Results& to, std::index_sequence<R...>) {
    int const done[] = {0, (take_number(work, static_cast<int>(R), Results::template held<R>(to)), 0)...};
    static_cast<void>(done);
}

}  // namespace detail

/// The value of a model of vectors and matrices: `evaluate(loss, W = w, x = v)` with Eigen matrices. A number, or an Eigen matrix; a
/// gradient gives a record of them. Matrices are read where they are; where a product reads them, row by row as well. Costs a few
/// products of matrices, each once; memory from the heap for results and workspace.
///
/// Refused: what `evaluate` refuses of numbers, and a number for a vector or matrix. Throws std::invalid_argument where sizes
/// contradict each other.
template <class E, class... B>
    requires((expression<E> || bundle<E>) && detail::model_of_matrices<E>)
auto evaluate(E, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose_matrices<E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) {
        return detail::nothing<diagnosis::sentence::report()>{};
    } else {
        using evaluation = detail::matrix_evaluation<E, B...>;
        using number = typename evaluation::number;
        workspace<number> work;
        int const* const places = detail::places_of_values<E, B...>.at;
        detail::supply_all_values(work, detail::code_of<E, evaluation::varying, number>, places, arguments...);
        typename evaluation::results results;
        detail::place_results(work, results, typename evaluation::all{});
        detail::run_program(work, places, arguments...);
        detail::take_numbers(work, results, typename evaluation::all{});
        return detail::shape_of<E>::type::template assembled<0>(results);
    }
}

}  // namespace leibniz
