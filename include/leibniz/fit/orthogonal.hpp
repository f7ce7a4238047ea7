#pragma once

#include <leibniz/fit/loops.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

// Linear algebra of a fit: few parameters, many rows. Eigen's own decompositions would take ten times as long to compile as all the rest.

namespace leibniz::inline v0_1::detail {

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
            double const norm = length(v, left);
            pivots_[k] = v[0] > 0 ? -norm : norm;
            v[0] -= pivots_[k];
            double const square = dot(v, v, left);
            factors_[k] = square > 0 ? 2 / square : 0;
            for (Eigen::Index j = k + 1; j < a_.cols(); ++j) reflect(k, from(k, j));
        }
    }

    /// The part of a vector in the range of the matrix, in coordinates of Q.
    Eigen::VectorXd project(Eigen::VectorXd r) const {
        for (Eigen::Index k = 0; k < a_.cols(); ++k) reflect(k, r.data() + k);
        Eigen::VectorXd part(a_.cols());
        std::copy_n(r.data(), part.size(), part.data());
        return part;
    }
    /// The number of pivots that are more than this share of the largest one.
    Eigen::Index rank(double share) const {
        Eigen::Index count = 0;
        while (count < pivots_.size() && std::abs(pivots_[count]) > share * std::abs(pivots_[0])) ++count;
        return count;
    }
    /// A matrix R with R'R = A'A.
    Eigen::MatrixXd root() const {
        Eigen::MatrixXd r = constant_matrix(a_.cols(), a_.cols(), 0);
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
    for (Eigen::Index k = 0; k < a.cols(); ++k) {
        Eigen::VectorXd unit = constant_vector(a.rows(), 0);
        unit[k] = 1;
        Eigen::VectorXd const column = qr.solve(unit);
        std::copy_n(column.data(), a.rows(), inverse.data() + k * a.rows());
    }
    return inverse;
}

}  // namespace leibniz::inline v0_1::detail
