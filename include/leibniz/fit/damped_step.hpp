#pragma once

#include <leibniz/fit/orthogonal.hpp>

#include <Eigen/Core>

#include <utility>

namespace leibniz::inline v0_1::detail {

/// The steps of a linear problem of least squares for any damping, by one QR decomposition of its matrix with scaled columns. A step
/// minimises |J*step + r|^2 + damping*|scale*step|^2.
class damped_steps {
public:
    damped_steps() = default;
    damped_steps(Eigen::MatrixXd j, Eigen::VectorXd const& scale) : scale_(scale), qr_(divided(std::move(j), scale)), rank_(qr_.rank(1e-14)), root_(qr_.root()) {}

    /// The part of a vector in the range of J, in coordinates of its decomposition.
    Eigen::VectorXd project(Eigen::VectorXd const& r) const { return qr_.project(r); }
    /// The length of such a part, without directions in which J is 0.
    double length(Eigen::VectorXd const& part) const { return detail::length(part.data(), rank_); }

    /// The step for a projected r.
    Eigen::VectorXd solve(Eigen::VectorXd const& projected, double damping) const {
        Eigen::Index const n = qr_.columns();
        Eigen::MatrixXd both = constant_matrix(2 * n, n, 0);
        Eigen::VectorXd right = constant_vector(2 * n, 0);
        for (Eigen::Index k = 0; k < n; ++k) {
            for (Eigen::Index i = 0; i < n; ++i) both(i, k) = root_(i, k);
            both(n + k, k) = std::sqrt(damping);
            right[k] = -projected[k];
        }
        Eigen::VectorXd step = orthogonal(std::move(both)).solve(right);
        for (Eigen::Index k = 0; k < n; ++k) step[k] /= scale_[k];
        return step;
    }
    double scaled_length(Eigen::VectorXd const& step) const {
        double square = 0;
        for (Eigen::Index k = 0; k < step.size(); ++k) square += step[k] * scale_[k] * step[k] * scale_[k];
        return std::sqrt(square);
    }

private:
    static Eigen::MatrixXd divided(Eigen::MatrixXd j, Eigen::VectorXd const& scale) {
        for (Eigen::Index k = 0; k < j.cols(); ++k)
            for (Eigen::Index i = 0; i < j.rows(); ++i) j(i, k) /= scale[k];
        return j;
    }

    Eigen::VectorXd scale_;
    orthogonal qr_;
    Eigen::Index rank_ = 0;
    Eigen::MatrixXd root_;
};

}  // namespace leibniz::inline v0_1::detail
