#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

// Loops over the memory of Eigen's columns and matrices. Each expression of Eigen is a type of its own, which takes longer to compile
// than all the rest of a fit.

namespace leibniz::inline v0_1::detail {

inline double dot(double const* a, double const* b, Eigen::Index size) { return std::inner_product(a, a + size, b, 0.0); }
inline double length(double const* a, Eigen::Index size) { return std::sqrt(dot(a, a, size)); }
inline double length(Eigen::VectorXd const& v) { return length(v.data(), v.size()); }
inline double square_of(Eigen::VectorXd const& v) { return dot(v.data(), v.data(), v.size()); }
/// y += factor*x.
inline void add_multiple(double factor, double const* x, double* y, Eigen::Index size) {
    for (Eigen::Index i = 0; i < size; ++i) y[i] += factor * x[i];
}

inline bool all_finite(double const* a, Eigen::Index size) {
    return std::all_of(a, a + size, [](double each) { return std::isfinite(each); });
}
inline bool all_finite(Eigen::VectorXd const& v) { return all_finite(v.data(), v.size()); }
inline bool all_finite(Eigen::MatrixXd const& m) { return all_finite(m.data(), m.size()); }
inline bool is_zero(Eigen::VectorXd const& v) {
    return std::all_of(v.data(), v.data() + v.size(), [](double each) { return each == 0; });
}
inline bool is_zero_row(Eigen::MatrixXd const& m, Eigen::Index row) {
    for (Eigen::Index k = 0; k < m.cols(); ++k)
        if (m(row, k) != 0) return false;
    return true;
}

inline Eigen::VectorXd constant_vector(Eigen::Index size, double value) {
    Eigen::VectorXd v(size);
    std::fill_n(v.data(), size, value);
    return v;
}
inline Eigen::ArrayXd constant_column(Eigen::Index rows, double value) {
    Eigen::ArrayXd column(rows);
    std::fill_n(column.data(), rows, value);
    return column;
}
inline Eigen::MatrixXd constant_matrix(Eigen::Index rows, Eigen::Index columns, double value) {
    Eigen::MatrixXd m(rows, columns);
    std::fill_n(m.data(), m.size(), value);
    return m;
}
inline void copy_column(Eigen::MatrixXd const& from, Eigen::Index k, Eigen::MatrixXd& to, Eigen::Index at) {
    std::copy_n(from.data() + k * from.rows(), from.rows(), to.data() + at * to.rows());
}

/// Addresses of the columns of a matrix.
inline void put_columns(std::vector<double*>& out, Eigen::MatrixXd& m) {
    for (Eigen::Index k = 0; k < m.cols(); ++k) out.push_back(m.data() + k * m.rows());
}

/// (a - b)/c, row by row.
inline Eigen::ArrayXd scaled_difference(Eigen::ArrayXd const& a, Eigen::ArrayXd const& b, Eigen::ArrayXd const& c) {
    Eigen::ArrayXd all(a.size());
    for (Eigen::Index i = 0; i < a.size(); ++i) all[i] = (a[i] - b[i]) / c[i];
    return all;
}
inline Eigen::ArrayXd quotient(Eigen::ArrayXd const& a, Eigen::ArrayXd const& b) {
    Eigen::ArrayXd all(a.size());
    for (Eigen::Index i = 0; i < a.size(); ++i) all[i] = a[i] / b[i];
    return all;
}
inline Eigen::ArrayXd difference(Eigen::ArrayXd const& a, Eigen::ArrayXd const& b) {
    Eigen::ArrayXd all(a.size());
    for (Eigen::Index i = 0; i < a.size(); ++i) all[i] = a[i] - b[i];
    return all;
}
inline Eigen::VectorXd vector_of(Eigen::ArrayXd const& column) {
    Eigen::VectorXd v(column.size());
    std::copy_n(column.data(), column.size(), v.data());
    return v;
}

inline Eigen::ArrayXd column_of(Eigen::VectorXd const& v) {
    Eigen::ArrayXd column(v.size());
    std::copy_n(v.data(), v.size(), column.data());
    return column;
}
inline Eigen::ArrayXd column_of(Eigen::MatrixXd const& m, Eigen::Index k) {
    Eigen::ArrayXd column(m.rows());
    std::copy_n(m.data() + k * m.rows(), m.rows(), column.data());
    return column;
}
inline Eigen::MatrixXd magnitudes(Eigen::MatrixXd m) {
    for (Eigen::Index k = 0; k < m.size(); ++k) m.data()[k] = std::abs(m.data()[k]);
    return m;
}
inline bool are_equal(Eigen::ArrayXd const& numbers) {
    return std::all_of(numbers.data(), numbers.data() + numbers.size(), [&](double each) { return each == numbers[0]; });
}

/// a*b.
inline Eigen::MatrixXd product(Eigen::MatrixXd const& a, Eigen::MatrixXd const& b) {
    Eigen::MatrixXd c = constant_matrix(a.rows(), b.cols(), 0);
    for (Eigen::Index j = 0; j < b.cols(); ++j)
        for (Eigen::Index k = 0; k < a.cols(); ++k) add_multiple(b(k, j), a.data() + k * a.rows(), c.data() + j * c.rows(), a.rows());
    return c;
}
inline Eigen::VectorXd product(Eigen::MatrixXd const& a, Eigen::VectorXd const& x) {
    Eigen::VectorXd y = constant_vector(a.rows(), 0);
    for (Eigen::Index k = 0; k < a.cols(); ++k) add_multiple(x[k], a.data() + k * a.rows(), y.data(), a.rows());
    return y;
}
inline void scale_all(Eigen::MatrixXd& a, double factor) {
    for (Eigen::Index k = 0; k < a.size(); ++k) a.data()[k] *= factor;
}
inline void scale_column(Eigen::MatrixXd& a, Eigen::Index k, double factor) {
    for (Eigen::Index i = 0; i < a.rows(); ++i) a(i, k) *= factor;
}
/// The rows of a matrix, each times a factor.
inline void scale_rows(Eigen::MatrixXd& a, Eigen::ArrayXd const& factors) {
    for (Eigen::Index k = 0; k < a.cols(); ++k)
        for (Eigen::Index i = 0; i < a.rows(); ++i) a(i, k) *= factors[i];
}
inline Eigen::MatrixXd scaled_rows(Eigen::MatrixXd a, Eigen::ArrayXd const& factors) {
    scale_rows(a, factors);
    return a;
}
/// One by each number.
inline Eigen::ArrayXd inverses(Eigen::ArrayXd const& numbers) {
    Eigen::ArrayXd all(numbers.size());
    for (Eigen::Index i = 0; i < numbers.size(); ++i) all[i] = 1 / numbers[i];
    return all;
}
inline Eigen::VectorXd lengths_of_columns(Eigen::MatrixXd const& a) {
    Eigen::VectorXd lengths(a.cols());
    for (Eigen::Index k = 0; k < a.cols(); ++k) lengths[k] = length(a.data() + k * a.rows(), a.rows());
    return lengths;
}
inline Eigen::MatrixXd transposed(Eigen::MatrixXd const& a) {
    Eigen::MatrixXd t(a.cols(), a.rows());
    for (Eigen::Index k = 0; k < a.cols(); ++k)
        for (Eigen::Index i = 0; i < a.rows(); ++i) t(k, i) = a(i, k);
    return t;
}

}  // namespace leibniz::inline v0_1::detail
