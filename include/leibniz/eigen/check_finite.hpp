#pragma once

#include <leibniz/eigen/columns.hpp>

#include <string>

namespace leibniz::inline v0_1 {

namespace detail {

template <class T>
void require_finite_number(text_view name, T const& value, std::string const& where = "") {
    if constexpr (!expression<T>)  // x = 2_c
        if (!(value - value == T(0)))
            throw std::invalid_argument("check_finite: " + std::string(name) + (value == value ? " is infinite" : " is NaN") + where);
}
template <class T>
void require_finite(text_view name, T const& number) {
    require_finite_number(name, number);
}
template <eigen_dense D>
void require_finite(text_view name, D const& column) {
    typename Eigen::internal::nested_eval<D, 2>::type const values(column);  // a matrix product once
    if (values.size() == 0 || (values.array() - values.array()).sum() == typename D::Scalar(0)) return;
    for (Eigen::Index k = 0; k < values.cols(); ++k)
        for (Eigen::Index row = 0; row < values.rows(); ++row) {
            std::string const other = is_matrix<D> ? ", column " + std::to_string(k) : "";
            require_finite_number<typename D::Scalar>(name, values.coeff(row, k), " in row " + std::to_string(is_matrix<D> ? row : row + k) + other);
        }
}

template <class B, std::size_t... I>
void require_finite_arguments(B const& bound, std::index_sequence<I...>) {
    int const done[] = {0, (require_finite(argument<B>::names[I].name, argument<B>::template get<I>(bound)), 0)...};
    static_cast<void>(done);  // no fold: those end at 256 on clang
}
template <class B>
void require_finite_argument(B const& bound) {
    if constexpr (requires { bound.name, bound.value; }) require_finite(bound.name, bound.value);  // of a model from text
    else if constexpr (!requires { typename argument<B>::value; })
        static_assert(!sizeof(B), "check_finite: expected bindings, as evaluate takes them; write check_finite(x = xs)");
    else require_finite_arguments(bound, std::make_index_sequence<static_cast<std::size_t>(argument<B>::size)>{});
}

}  // namespace detail

/// Looks at all that is bound, before it is evaluated: throws std::invalid_argument for the first number that is NaN or infinite,
/// with its name and row, the first of which is 0. It reads each column once, as fast as memory allows. (With -ffast-math there
/// is nothing that it could see.)
///
///     Eigen::ArrayXd const good{{1.0, 2.0}}, bad{{1.0, 0.0/0.0}};
///     check_finite(w = 2.0, x = good);
///     assert(throws<std::invalid_argument>([&] { check_finite(w = 2.0, x = bad); }));  // check_finite: x is NaN in row 1
template <class... B>
void check_finite(B const&... arguments) {
    (detail::require_finite_argument(arguments), ...);
}

}  // namespace leibniz::inline v0_1
