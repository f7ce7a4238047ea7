#pragma once

#include <leibniz/evaluate/pack.hpp>

#include <Eigen/Core>

#include <stdexcept>
#include <string>

namespace leibniz::inline v0_1 {

/// A pack or gradient of numbers as an Eigen vector of fixed size, in the order of its symbols. (Of columns use as_matrix.)
///
///     assert(as_vector(values(w = 3.0, b = 4.0)).norm() == 5.0);
template <class Keys, class T, class... More>
    requires(detail::all_same<T, More...> && !detail::is_column<T>)
auto as_vector(record<Keys, T, More...> const& r) {
    return Eigen::Matrix<T, 1 + static_cast<int>(sizeof...(More)), 1>(
        Eigen::Map<Eigen::Matrix<T, 1 + static_cast<int>(sizeof...(More)), 1> const>(r.values));
}

/// The values of a Hessian or Jacobian as an Eigen matrix of fixed size.
///
///     Eigen::Matrix2d const h = as_matrix(evaluate(hessian(w*w*b, wrt(w, b)), w = 2.0, b = 3.0));
///     assert(h(0, 0) == 6.0 && h(0, 1) == 4.0);
template <class Rows, class Columns, int Width, class T, class... More>
    requires(detail::all_same<T, More...> && !detail::is_column<T>)
auto as_matrix(table_of_results<Rows, Columns, Width, T, More...> const& t) {
    constexpr int height = (1 + static_cast<int>(sizeof...(More))) / Width;
    constexpr int order = Width == 1 ? int(Eigen::ColMajor) : int(Eigen::RowMajor);
    return Eigen::Matrix<T, height, Width>(Eigen::Map<Eigen::Matrix<T, height, Width, order> const>(t.values));
}

/// A gradient evaluated over n rows as the n × p matrix of a least-squares problem. An entry that does not vary by row fills its
/// column.
///
///     Eigen::MatrixXd const j = as_matrix(evaluate(gradient(w*x + b, wrt(w, b)), w = 2.0, b = 0.0, x = xs));
///     assert(j.rows() == 3 && j(2, 0) == 3.0 && j(2, 1) == 1.0);
template <class Keys, class... T>
    requires(detail::is_column<T> || ...)
auto as_matrix(record<Keys, T...> const& r) {
    Eigen::Index rows = 0;
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        auto const length = [&](auto const& each) {
            if constexpr (detail::is_column<std::remove_cvref_t<decltype(each)>>) rows = each.size();
        };
        (length(r.template get<I>()), ...);
        using number = typename detail::common_number<typename detail::number_in<T>::type...>::type;
        Eigen::Matrix<number, Eigen::Dynamic, static_cast<int>(sizeof...(T))> m(rows, sizeof...(T));
        auto const fill = [&](Eigen::Index k, auto const& each) {
            if constexpr (detail::is_column<std::remove_cvref_t<decltype(each)>>) m.col(k) = each.matrix();
            else m.col(k).setConstant(each);
        };
        (fill(static_cast<Eigen::Index>(I), r.template get<I>()), ...);
        return m;
    }(std::index_sequence_for<T...>{});
}

/// A pack from an Eigen vector: one entry for each symbol, in order. Throws std::invalid_argument for a vector of another length.
///
///     auto const p = from_vector(wrt(w, b), Eigen::Vector2d(3.0, 4.0));
///     assert(p[b] == 4.0 && throws<std::invalid_argument>([] { from_vector(wrt(w), Eigen::Vector2d(3.0, 4.0)); }));
template <class... V, class Derived>
auto from_vector(variables<V...>, Eigen::DenseBase<Derived> const& v) {
    using number = typename Derived::Scalar;
    if (v.size() != static_cast<Eigen::Index>(sizeof...(V)))
        throw std::invalid_argument("from_vector: the vector has " + std::to_string(v.size()) + " entries for " +
                                    std::to_string(sizeof...(V)) + " symbols");
    record<variables<V...>, std::conditional_t<true, number, V>...> result{};
    Eigen::internal::evaluator<Derived> const entries(v.derived());  // computes what must be whole: the solution of a system
    for (Eigen::Index i = 0; i < v.size(); ++i) result.values[i] = entries.coeff(i);
    return result;
}

}  // namespace leibniz::inline v0_1
