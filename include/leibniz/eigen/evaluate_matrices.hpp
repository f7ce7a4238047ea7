#pragma once

#include <leibniz/eigen/fixed_matrices.hpp>
#include <leibniz/eigen/matrix_bindings.hpp>
#include <leibniz/eigen/matrix_results.hpp>
#include <leibniz/evaluate/evaluate.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

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
    int const* at = places;
    if (work.resumes(code)) {
        bool same = true;
        int const renewed[] = {0, (at = for_values(renewing<T>{work, same}, at, arguments), 0)...};
        static_cast<void>(renewed);
        if (same) return;
        at = places;
    }
    work.begin(code);
    int const fitted[] = {0, (at = for_values(fitting<T>{work}, at, arguments), 0)...};
    work.check_sizes();
    work.lay_out();
    at = places;
    int const supplied[] = {0, (at = for_values(supplying<T>{work}, at, arguments), 0)...};
    static_cast<void>(fitted), static_cast<void>(supplied), static_cast<void>(at);
}
/// Copies what is no matrix in memory; before results get their sizes, as it may be part of one.
template <class T, class... B>
[[gnu::noinline]] void copy_all_values(workspace<T>& work, int const* at, B const&... arguments) {
    int const copied[] = {0, (at = for_values(copying<T>{work}, at, arguments), 0)...};
    static_cast<void>(copied), static_cast<void>(at);
}
template <class T>
struct other_workspace {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: the workspace is of another number type than the values; write workspace<float> or workspace<double>");
        return 0;
    }
};
template <class T, class E, class... B>
consteval auto diagnose_with_workspace() {
    using diagnosis = decltype(diagnose_matrices<E, B...>());
    if constexpr (!std::same_as<diagnosis, accepted>) return diagnosis{};
    else if constexpr (!std::same_as<T, typename matrix_evaluation<E, B...>::number>) return refused<other_workspace<T>>{};
    else return accepted{};
}

/// What was said of the values, or a matrix `Out` of another size than the result.
template <class Out, class Diagnosis, class E, class... B>
consteval auto diagnose_result() {
    if constexpr (!std::same_as<Diagnosis, accepted> || !eigen_dense<Out>) return Diagnosis{};
    else {
        constexpr extents shape = matrix_evaluation<E, B...>::program.results[0].shape, room = size_by_type<Out>();
        if constexpr (sizes_differ(room.rows, shape.rows) || sizes_differ(room.columns, shape.columns)) return refused<result_of_other_size<Out>>{};
        else return accepted{};
    }
}

/// Evaluates into numbers, matrices, and records of them.
template <class E, class T, class R, class... B>
[[gnu::always_inline]] inline void evaluate_matrices([[maybe_unused]] workspace<T>& work, R& to, B const&... arguments) {
    using evaluation = matrix_evaluation<E, B...>;
    if constexpr (is_fixed_program(evaluation::program)) {
        evaluate_fixed<evaluation::program, places_of_values<E, B...>, T>(to, std::index_sequence_for<B...>{}, arguments...);
    } else {
        int const* const places = places_of_values<E, B...>.at;
        supply_all_values(work, code_of<E, evaluation::varying, T>, places, arguments...);
        bool same = work.is_settled();
        for_leaves(comparing<T>{work, same}, 0, to);
        if (!same) for_leaves(checking<T>{work}, 0, to);
        if (work.any_copied()) copy_all_values(work, places, arguments...);
        if (!same) for_leaves(placing<T>{work}, 0, to);
        work.run();
        work.finish();
        for_leaves(fetching<T>{work}, 0, to);
    }
}

}  // namespace detail

/// The value of a model of vectors and matrices: `evaluate(loss, W = w, x = v)` with Eigen matrices. A number, or an Eigen matrix; a
/// gradient gives a record of them. Matrices are read where they are; where products alone read them, row by row as well. Costs a few
/// products of matrices, each once; memory from the heap for results and a workspace.
///
/// Refused: what `evaluate` refuses of numbers, and a number for a vector or matrix. Throws std::invalid_argument where sizes
/// contradict each other.
///
///     constexpr matrix<"A", "m", "n"> A;
///     constexpr vector<"v", "n"> v;
///     assert(evaluate(sum(A*v), A = Eigen::MatrixXd::Ones(2, 3), v = Eigen::VectorXd::Ones(3)) == 6.0);
template <class E, class... B>
    requires((expression<E> || bundle<E>) && detail::model_of_matrices<E>)
[[gnu::always_inline]] inline auto evaluate(E model, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose_matrices<E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return detail::nothing<diagnosis::sentence::report()>{};
    else {
        workspace<typename detail::matrix_evaluation<E, B...>::number> work;
        return evaluate(model, work, arguments...);
    }
}

/// The same with a workspace, from which all memory but that of the results comes.
template <class E, class T, class... B>
    requires((expression<E> || bundle<E>) && detail::model_of_matrices<E>)
[[gnu::always_inline]] inline auto evaluate(E, workspace<T>& work, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose_with_workspace<T, E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return detail::nothing<diagnosis::sentence::report()>{};
    else {
        typename detail::matrix_evaluation<E, B...>::results results;
        detail::evaluate_matrices<E>(work, results, arguments...);
        return detail::shape_of<E>::type::template assembled<0>(results);
    }
}

/// Evaluates into `out`: a number, a matrix, or a record that `evaluate` returned. Matrices get the sizes of the results; maps and
/// blocks must have them. With a workspace that has served before, nothing is allocated. Throws std::invalid_argument as `evaluate` does,
/// and where a result would overwrite a matrix that is bound; then nothing is written.
///
///     constexpr matrix<"A", "m", "n"> A;
///     constexpr vector<"v", "n"> v;
///     Eigen::MatrixXd const ones = Eigen::MatrixXd::Ones(2, 3);
///     Eigen::VectorXd product;
///     workspace<double> memory;
///     evaluate_into(product, A*v, memory, A = ones, v = Eigen::VectorXd::Ones(3));
///     assert(product == Eigen::Vector2d(3.0, 3.0));
template <class Out, class E, class T, class... B>
    requires((expression<E> || bundle<E>) && detail::model_of_matrices<E>)
[[gnu::always_inline]] inline void evaluate_into(Out&& out, E, workspace<T>& work, B const&... arguments) {
    using of_values = decltype(detail::diagnose_with_workspace<T, E, B...>());
    using diagnosis = decltype(detail::diagnose_result<std::remove_cvref_t<Out>, of_values, E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) static_cast<void>(diagnosis::sentence::report());
    else detail::evaluate_matrices<E>(work, out, arguments...);
}
template <class Out, class E, class... B>
    requires((expression<E> || bundle<E>) && detail::model_of_matrices<E>)
[[gnu::always_inline]] inline void evaluate_into(Out&& out, E, B const&... arguments) {
    using of_values = decltype(detail::diagnose_matrices<E, B...>());
    using diagnosis = decltype(detail::diagnose_result<std::remove_cvref_t<Out>, of_values, E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) static_cast<void>(diagnosis::sentence::report());
    else {
        workspace<typename detail::matrix_evaluation<E, B...>::number> work;
        detail::evaluate_matrices<E>(work, out, arguments...);
    }
}

}  // namespace leibniz::inline v0_1
