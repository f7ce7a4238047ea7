#pragma once

// Hand calculations whose vectors and matrices are Eigen's.
#include <leibniz/backpropagation/matrix.hpp>
#include <leibniz/eigen/columns.hpp>

#include <stdexcept>
#include <string>

namespace leibniz::detail {

template <eigen_dense T>
struct matrix_source<T> {
    static constexpr bool known = number_like<typename T::Scalar>;
    static constexpr int rows = T::RowsAtCompileTime < 0 ? -1 : T::RowsAtCompileTime, columns = T::ColsAtCompileTime < 0 ? -1 : T::ColsAtCompileTime;
    using number = typename T::Scalar;
    static int rows_of(T const& of) { return static_cast<int>(of.rows()); }
    static int columns_of(T const& of) { return static_cast<int>(of.cols()); }
    static number at(T const& of, int row, int column) { return of.coeff(row, column); }
};

template <class T>
struct sizes_at_run_time {
    [[noreturn]] static void refuse(characters const& what) { throw std::invalid_argument("backpropagation: " + static_cast<std::string>(what)); }
};

}  // namespace leibniz::detail
