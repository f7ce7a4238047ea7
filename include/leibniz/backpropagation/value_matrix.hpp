#pragma once

#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/graph/buffer.hpp>

#include <concepts>

namespace leibniz::inline v0_1 {

namespace detail {
/// How a matrix of the type M is made from one of values; eigen/ says it.
template <class M>
struct made_from_values;
}  // namespace detail

/// A matrix of numbers, row by row; a number is one of 1 x 1. The exact inverse of a singular matrix, and what is computed with it, does
/// not exist.
template <class T>
struct value_matrix {
    int rows = 1, columns = 1;
    bool exists = true;
    buffer<T> entries{};

    value_matrix() = default;
    value_matrix(int row_count, int column_count) : rows(row_count), columns(column_count), entries(row_count * column_count) {}
    value_matrix(T const& number) : entries(1, number) {}  // NOLINT: a number is a matrix

    bool is_number() const { return rows == 1 && columns == 1; }
    T const& operator()(int row, int column) const { return entries[row * columns + column]; }
    T& operator()(int row, int column) { return entries[row * columns + column]; }
    /// With <leibniz/eigen/backpropagation.hpp>: Eigen::MatrixXd m = c[W].
    template <class M>
        requires requires { detail::made_from_values<M>::known; }
    operator M() const {
        return detail::made_from_values<M>::from(*this);
    }
    friend bool operator==(value_matrix const& left, value_matrix const& right) {
        if (left.rows != right.rows || left.columns != right.columns) return false;
        for (int place = 0; place < left.entries.size(); ++place)
            if (!(left.entries[place] == right.entries[place])) return false;
        return true;
    }
};

namespace detail {

template <class T>
value_matrix<T> transposed(value_matrix<T> const& of) {
    value_matrix<T> result(of.columns, of.rows);
    result.exists = of.exists;
    for (int row = 0; row < of.rows; ++row)
        for (int column = 0; column < of.columns; ++column) result(column, row) = of(row, column);
    return result;
}

/// The product of matrices, or that with a number.
template <class T>
value_matrix<T> product_of(value_matrix<T> const& left, value_matrix<T> const& right) {
    if (left.is_number() || right.is_number()) {
        value_matrix<T> result = left.is_number() ? right : left;
        T const& number = left.is_number() ? left.entries[0] : right.entries[0];
        for (T& each : result.entries) each = each * number;
        return result;
    }
    value_matrix<T> result(left.rows, right.columns);
    for (int row = 0; row < result.rows; ++row)
        for (int column = 0; column < result.columns; ++column) {
            T sum = left.columns == 0 ? T(0) : left(row, 0) * right(0, column);
            for (int inner = 1; inner < left.columns; ++inner) sum = sum + left(row, inner) * right(inner, column);
            result(row, column) = sum;
        }
    return result;
}

/// Gauss-Jordan elimination with row exchanges, on fractions exact: the inverse and the determinant.
template <class T>
class elimination {
public:
    explicit elimination(value_matrix<T> of) : inverse(of.rows, of.rows), determinant(T(1)) {
        int const size = of.rows;
        for (int row = 0; row < size; ++row)
            for (int column = 0; column < size; ++column) inverse(row, column) = T(row == column ? 1 : 0);
        for (int step = 0; step < size; ++step) {
            int pivot = step;
            for (int row = step + 1; row < size; ++row)
                if (magnitude(of(pivot, step)) < magnitude(of(row, step)) || is_too_large(of(row, step))) pivot = row;
            if (pivot != step) determinant = -determinant;
            for (int column = 0; column < size && pivot != step; ++column) {
                exchange(of(pivot, column), of(step, column));
                exchange(inverse(pivot, column), inverse(step, column));
            }
            T const divisor = of(step, step);
            determinant = determinant * divisor;
            if (divisor == T(0)) is_singular = true;
            for (int column = 0; column < size; ++column)
                of(step, column) = of(step, column) / divisor, inverse(step, column) = inverse(step, column) / divisor;
            for (int row = 0; row < size; ++row) {
                T const factor = of(row, step);
                for (int column = 0; column < size && row != step; ++column) {
                    of(row, column) = of(row, column) - factor * of(step, column);
                    inverse(row, column) = inverse(row, column) - factor * inverse(step, column);
                }
            }
            if (is_singular) break;
        }
        if (is_singular) determinant = T(0);
        inverse.exists = !is_singular || !std::same_as<T, rational>;
    }

    value_matrix<T> inverse;
    T determinant;
    bool is_singular = false;

private:
    static bool is_too_large(T const& number) {
        if constexpr (std::same_as<T, rational>) return !number.valid();
        else return false;
    }
    static T magnitude(T const& number) { return number < T(0) ? -number : number; }
    static void exchange(T& left, T& right) {
        T const kept = left;
        left = right;
        right = kept;
    }
};

}  // namespace detail
}  // namespace leibniz::inline v0_1
