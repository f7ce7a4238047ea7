#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

// Linear algebra of a fit, as loops over the memory of Eigen's matrices: few parameters, many rows. Eigen's own decompositions and
// products would take ten times as long to compile as all the rest of a fit.

namespace leibniz::inline v0_1::detail {

inline double dot(double const* a, double const* b, Eigen::Index size) { return std::inner_product(a, a + size, b, 0.0); }
/// y += factor*x.
inline void add_multiple(double factor, double const* x, double* y, Eigen::Index size) {
    for (Eigen::Index i = 0; i < size; ++i) y[i] += factor * x[i];
}

/// a*b.
inline Eigen::MatrixXd product(Eigen::MatrixXd const& a, Eigen::MatrixXd const& b) {
    Eigen::MatrixXd c = Eigen::MatrixXd::Zero(a.rows(), b.cols());
    for (Eigen::Index j = 0; j < b.cols(); ++j)
        for (Eigen::Index k = 0; k < a.cols(); ++k) add_multiple(b(k, j), a.data() + k * a.rows(), c.data() + j * c.rows(), a.rows());
    return c;
}
inline Eigen::VectorXd product(Eigen::MatrixXd const& a, Eigen::VectorXd const& x) {
    Eigen::VectorXd y = Eigen::VectorXd::Zero(a.rows());
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
inline Eigen::MatrixXd scaled_rows(Eigen::MatrixXd a, Eigen::ArrayXd const& factors) {
    for (Eigen::Index k = 0; k < a.cols(); ++k)
        for (Eigen::Index i = 0; i < a.rows(); ++i) a(i, k) *= factors[i];
    return a;
}
inline Eigen::VectorXd lengths_of_columns(Eigen::MatrixXd const& a) {
    Eigen::VectorXd lengths(a.cols());
    for (Eigen::Index k = 0; k < a.cols(); ++k) lengths[k] = std::sqrt(dot(a.data() + k * a.rows(), a.data() + k * a.rows(), a.rows()));
    return lengths;
}
inline Eigen::MatrixXd transposed(Eigen::MatrixXd const& a) {
    Eigen::MatrixXd t(a.cols(), a.rows());
    for (Eigen::Index k = 0; k < a.cols(); ++k)
        for (Eigen::Index i = 0; i < a.rows(); ++i) t(k, i) = a(i, k);
    return t;
}

/// Householder's QR decomposition with columns in the order of what is left of their lengths; rows >= columns (Golub and Van Loan,
/// Matrix Computations, section 5.4.2).
class orthogonal {
public:
    orthogonal() = default;
    explicit orthogonal(Eigen::MatrixXd of) : a_(std::move(of)), order_(static_cast<std::size_t>(a_.cols())), pivots_(a_.cols()), factors_(a_.cols()) {
        std::iota(order_.begin(), order_.end(), Eigen::Index(0));
        for (Eigen::Index k = 0; k < a_.cols(); ++k) {
            bring_longest_to(k);
            double* const v = from(k, k);
            Eigen::Index const left = a_.rows() - k;
            double const length = std::sqrt(dot(v, v, left));
            pivots_[k] = v[0] > 0 ? -length : length;
            v[0] -= pivots_[k];
            double const square = dot(v, v, left);
            factors_[k] = square > 0 ? 2 / square : 0;
            for (Eigen::Index j = k + 1; j < a_.cols(); ++j) reflect(k, from(k, j));
        }
    }

    /// The part of a vector in the range of the matrix, in coordinates of Q.
    Eigen::VectorXd project(Eigen::VectorXd r) const {
        for (Eigen::Index k = 0; k < a_.cols(); ++k) reflect(k, r.data() + k);
        r.conservativeResize(a_.cols());
        return r;
    }
    /// The number of pivots that are more than this share of the largest one.
    Eigen::Index rank(double share) const {
        Eigen::Index count = 0;
        while (count < pivots_.size() && std::abs(pivots_[count]) > share * std::abs(pivots_[0])) ++count;
        return count;
    }
    /// A matrix R with R'R = A'A.
    Eigen::MatrixXd root() const {
        Eigen::MatrixXd r = Eigen::MatrixXd::Zero(a_.cols(), a_.cols());
        for (Eigen::Index k = 0; k < a_.cols(); ++k) {
            for (Eigen::Index i = 0; i < k; ++i) r(i, at(k)) = a_(i, k);
            r(k, at(k)) = pivots_[k];
        }
        return r;
    }
    /// The solution of least squares for a projected right side; not finite where the rank is less than the number of columns.
    Eigen::VectorXd solve_projected(Eigen::VectorXd right) const {
        Eigen::VectorXd x(a_.cols());
        for (Eigen::Index k = a_.cols() - 1; k >= 0; --k) {
            x[at(k)] = right[k] / pivots_[k];
            add_multiple(-x[at(k)], a_.data() + k * a_.rows(), right.data(), k);
        }
        return x;
    }
    Eigen::VectorXd solve(Eigen::VectorXd const& right) const { return solve_projected(project(right)); }
    Eigen::Index columns() const { return a_.cols(); }

private:
    Eigen::Index at(Eigen::Index k) const { return order_[static_cast<std::size_t>(k)]; }
    double* from(Eigen::Index row, Eigen::Index column) { return a_.data() + column * a_.rows() + row; }
    void bring_longest_to(Eigen::Index k) {
        Eigen::Index longest = k;
        double most = -1;
        for (Eigen::Index j = k; j < a_.cols(); ++j)
            if (double const square = dot(from(k, j), from(k, j), a_.rows() - k); square > most) most = square, longest = j;
        if (longest == k) return;
        std::swap_ranges(from(0, k), from(0, k) + a_.rows(), from(0, longest));
        std::swap(order_[static_cast<std::size_t>(k)], order_[static_cast<std::size_t>(longest)]);
    }
    /// Applies the k-th reflection to entries from the k-th on.
    void reflect(Eigen::Index k, double* x) const {
        double const* const v = a_.data() + k * a_.rows() + k;
        Eigen::Index const left = a_.rows() - k;
        add_multiple(-factors_[k] * dot(v, x, left), v, x, left);
    }

    Eigen::MatrixXd a_;  // R above its diagonal, the reflections' vectors from there on
    std::vector<Eigen::Index> order_;
    Eigen::VectorXd pivots_, factors_;
};

/// The inverse of a square matrix; not finite where there is none.
inline Eigen::MatrixXd inverse_of(Eigen::MatrixXd const& a) {
    orthogonal const qr(a);
    Eigen::MatrixXd inverse(a.rows(), a.cols());
    for (Eigen::Index k = 0; k < a.cols(); ++k) inverse.col(k) = qr.solve(Eigen::VectorXd::Unit(a.rows(), k));
    return inverse;
}

}  // namespace leibniz::detail
