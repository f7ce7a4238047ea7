#pragma once

// Hand calculations whose vectors and matrices are Eigen's.
#include <leibniz/backpropagation/matrix.hpp>
#include <leibniz/eigen/columns.hpp>

#include <stdexcept>
#include <string>

namespace leibniz::inline v0_1::detail {

template <eigen_dense T>
struct matrix_source<T> {
    static constexpr bool known = number_like<typename T::Scalar>;
    static constexpr int rows = T::RowsAtCompileTime < 0 ? -1 : T::RowsAtCompileTime, columns = T::ColsAtCompileTime < 0 ? -1 : T::ColsAtCompileTime;
    using number = typename T::Scalar;
    static int rows_of(T const& of) { return static_cast<int>(of.rows()); }
    static int columns_of(T const& of) { return static_cast<int>(of.cols()); }
    static number at(T const& of, int row, int column) { return of.coeff(row, column); }
};

template <eigen_dense M>
    requires(std::is_same_v<M, typename M::PlainObject>)
struct made_from_values<M> {
    static constexpr bool known = true;
    template <class T>
    static M from(value_matrix<T> const& of) {
        if ((M::RowsAtCompileTime >= 0 && M::RowsAtCompileTime != of.rows) || (M::ColsAtCompileTime >= 0 && M::ColsAtCompileTime != of.columns))
            throw std::invalid_argument("backpropagation: the matrix of Eigen does not have the size of the values; write Eigen::MatrixXd m = c[W]");
        M made(of.rows, of.columns);
        for (int row = 0; row < of.rows; ++row)
            for (int column = 0; column < of.columns; ++column) made(row, column) = converted<typename M::Scalar>(of(row, column));
        return made;
    }
};

template <class T>
struct sizes_at_run_time {
    [[noreturn]] static void refuse(characters const& what) { throw std::invalid_argument("backpropagation: " + static_cast<std::string>(what)); }
};

}  // namespace leibniz::inline v0_1::detail
