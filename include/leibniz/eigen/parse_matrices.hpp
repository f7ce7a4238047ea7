#pragma once

#include <leibniz/eigen/matrix.hpp>
#include <leibniz/eigen/parse.hpp>
#include <leibniz/parse/matrices.hpp>

#include <leibniz/eigen/model_matrices.hpp>
#include <leibniz/eigen/run_time_matrices.hpp>

#include <concepts>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace leibniz::inline v0_1 {

namespace detail {

template <class B>
using bound_type = std::remove_cvref_t<decltype(std::declval<B const&>().value)>;
template <class B>
inline constexpr bool binds_vector = false;
template <class B>
    requires eigen_dense<bound_type<B>>
inline constexpr bool binds_vector<B> =
    !bound_type<B>::IsVectorAtCompileTime || std::same_as<typename Eigen::internal::traits<bound_type<B>>::XprKind, Eigen::MatrixXpr>;
/// Bindings of which some are of Eigen's vectors and matrices, not all of arrays with one column.
template <class... B>
concept binds_vectors = (binds_vector<B> || ...);

/// Finds or makes the program of a model in a workspace.
template <class T>
run_time_program<T> const& program_in(workspace<T>& work, model const& m, variable_set const& varying) {
    constexpr std::size_t most = 64;
    auto& all = work.programs();
    for (auto const& each : all)
        if (each->is_of(m, varying)) return *each;
    if (all.size() >= most) work.forget_programs();
    all.push_back(std::make_shared<run_time_program<T>>(m, varying));
    return *all.back();
}

/// Supplies values to a workspace as those of compiled models are, and runs the program into `to`. `visit(act)` calls act(place, value)
/// for each of `count` values with its place.
template <class T, class Results, class Visit>
void run_model(workspace<T>& work, run_time_program<T> const& program, Results& to, Visit const& visit) {
    bool same = work.resumes(program.code());
    if (same) visit(renewing<T>{work, same});
    if (!same) {
        work.begin(program.code());
        visit(fitting<T>{work});
        work.check_sizes();
        work.lay_out();
        visit(supplying<T>{work});
    }
    to.check(work);
    if (work.any_copied()) visit(copying<T>{work});  // before results get their sizes, as it may be part of one
    to.prepare(work);
    work.run();
    work.finish();
    to.fetch(work);
}
template <class T, class Results, class... B>
void run_model_with(workspace<T>& work, model const& m, Results& to, B const&... bindings) {
    constexpr int count = static_cast<int>(sizeof...(B));
    std::string_view const names[sizeof...(B) + 1]{name_of_binding(bindings)...};
    bound_as const kinds[sizeof...(B) + 1]{kind_of_value<bound_type<B>>()...};
    run_time_program<T> const& program = program_in(work, m, varying_variables(m, names, kinds, count));
    int places[sizeof...(B) + 1]{};
    for (int k = 0; k < count; ++k) places[k] = program.place_of(names[k]);
    run_model(work, program, to, [&places, &bindings...](auto const& act) {
        int const* at = places;
        static_cast<void>(at), (act(*at++, bindings.value), ...);
    });
}
template <class T, class Results, class V>
void run_model_with(workspace<T>& work, model const& m, Results& to, std::vector<named_binding<V>> const& all) {
    std::vector<std::string_view> names;
    std::vector<bound_as> kinds;
    for (auto const& each : all) {
        names.push_back(each.name);
        bool const is_number = each.value.size() == 1;  // or a vector of one
        kinds.push_back(is_number ? bound_as::other : each.value.cols() == 1 ? bound_as::column : bound_as::rows);
    }
    run_time_program<T> const& program =
        program_in(work, m, varying_variables(m, names.data(), kinds.data(), static_cast<int>(all.size())));
    run_model(work, program, to, [&program, &all](auto const& act) {
        for (auto const& each : all) act(program.place_of(each.name), each.value);
    });
}

/// Where the results go: to one number or matrix of the user's, or to what `evaluate` returns.
template <class T, class Out>
struct one_result {
    Out& out;
    void check(workspace<T>& work) {
        if (int const count = work.program().result_count; count != 1)
            throw std::invalid_argument("evaluate_into: the model has " + std::to_string(count) +
                                        " formulas; write into what evaluate returned");
        checking<T>{work}(0, out);
    }
    void prepare(workspace<T>& work) { placing<T>{work}(0, out); }
    void fetch(workspace<T>& work) { fetching<T>{work}(0, out); }
};
template <class T>
struct all_results {
    model_matrices<T>& out;
    void check(workspace<T>& work) {
        if (static_cast<int>(out.size()) != work.program().result_count) out.resize(static_cast<std::size_t>(work.program().result_count));
        visit(checking<T>{work});
    }
    void prepare(workspace<T>& work) { visit(placing<T>{work}); }
    void fetch(workspace<T>& work) { visit(fetching<T>{work}); }

private:
    void visit(auto const& act) {
        int number = 0;
        for (auto& each : out) act(number++, static_cast<Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>&>(each));
    }
};
template <class T, class Out>
auto results_in(Out& out) {
    if constexpr (std::same_as<Out, model_matrices<T>>) return all_results<T>{out};
    else return one_result<T, Out>{out};
}

template <class... B>
using number_of_bindings = typename common_number<typename argument<B>::number...>::type;
template <class... B>
consteval auto diagnose_model_bindings() {
    if constexpr (!((kind_of_value<bound_type<B>>() != bound_as::other) && ...)) return refused<no_dense_matrix<variables<>>>{};
    else if constexpr (!std::same_as<number_of_bindings<B...>, double> && !std::same_as<number_of_bindings<B...>, float>)
        return refused<not_of_doubles<number_of_bindings<B...>>>{};
    else return accepted{};
}
template <class T, class... B>
consteval auto diagnose_model_with_workspace() {
    using diagnosis = decltype(diagnose_model_bindings<B...>());
    if constexpr (!std::same_as<diagnosis, accepted>) return diagnosis{};
    else if constexpr (!std::same_as<T, typename common_number<T, typename argument<B>::number...>::type>)
        return refused<other_workspace<T>>{};
    else return accepted{};
}

}  // namespace detail

/// The values of a model of vectors and matrices that was read at run time, bound by name to Eigen's: one result for each formula, a number
/// or a matrix. A vector that is bound to a matrix varies by row. Writes the program of the model first, which takes some microseconds for
/// each node; a workspace keeps it.
///
/// Throws std::invalid_argument for names that are missing, unknown or bound twice, and where sizes contradict each other;
/// std::domain_error for a matrix that varies by row and cannot be summed.
///
///     model const loss = parse("norm2(W*x - y)^2", shapes{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}});
///     Eigen::MatrixXd const A = Eigen::MatrixXd::Ones(2, 3);
///     Eigen::VectorXd const u = Eigen::VectorXd::Ones(3), v = Eigen::VectorXd::Zero(2);
///     double const value = evaluate(loss, bind("W", A), bind("x", u), bind("y", v));
///     assert(value == 18.0);
template <class... B>
    requires(detail::binds_named_columns<B...> && detail::binds_vectors<B...>)
auto evaluate(model const& m, B const&... bindings) {
    using diagnosis = decltype(detail::diagnose_model_bindings<B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return detail::nothing<diagnosis::sentence::report()>{};
    else {
        workspace<detail::number_of_bindings<B...>> work;
        return evaluate(m, work, bindings...);
    }
}

/// The same with a workspace, which keeps the program and all memory but that of the results.
template <class T, class... B>
    requires(detail::binds_a_name<B> && ...)
model_matrices<T> evaluate(model const& m, workspace<T>& work, B const&... bindings) {
    model_matrices<T> results;
    evaluate_into(results, m, work, bindings...);
    return results;
}

/// The values for a list of bindings by name, which the caller may build, such as std::vector<named_binding<Eigen::MatrixXd>>. There a
/// matrix of one entry serves as a number, and one of one column, bound to a vector, as one sample.
template <class V>
    requires detail::eigen_dense<std::remove_cvref_t<V>>
auto evaluate(model const& m, std::vector<named_binding<V>> const& bindings) {
    workspace<typename std::remove_cvref_t<V>::Scalar> work;
    return evaluate(m, work, bindings);
}
template <class T, class V>
    requires detail::eigen_dense<std::remove_cvref_t<V>>
model_matrices<T> evaluate(model const& m, workspace<T>& work, std::vector<named_binding<V>> const& bindings) {
    static_assert(std::same_as<typename std::remove_cvref_t<V>::Scalar, T>,
                  "evaluate: the workspace is of another number type than the values; write workspace<float> or workspace<double>");
    model_matrices<T> results;
    auto to = detail::results_in<T>(results);
    detail::run_model_with(work, m, to, bindings);
    return results;
}

/// Evaluates into `out`: what `evaluate` returned, or, of one formula, a number or a matrix. With a workspace that has served this
/// model before, no memory is allocated. Throws what `evaluate` throws, and std::invalid_argument where a result would
/// overwrite a matrix that is bound.
template <class Out, class T, class... B>
    requires(detail::binds_a_name<B> && ...)
void evaluate_into(Out&& out, model const& m, workspace<T>& work, B const&... bindings) {
    using diagnosis = decltype(detail::diagnose_model_with_workspace<T, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) static_cast<void>(diagnosis::sentence::report());
    else {
        auto results = detail::results_in<T>(out);
        detail::run_model_with(work, m, results, bindings...);
    }
}

}  // namespace leibniz::inline v0_1
