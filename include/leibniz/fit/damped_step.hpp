#pragma once

#include <Eigen/Core>
#include <Eigen/QR>

#include <cmath>

namespace leibniz::detail {

/// The steps of a linear problem of least squares for any damping, by one QR decomposition of its matrix with scaled columns. A step
/// minimises |J*step + r|^2 + damping*|scale*step|^2.
class damped_steps {
public:
    damped_steps() = default;
    damped_steps(Eigen::MatrixXd const& j, Eigen::VectorXd const& scale) : scale_(scale), qr_(j * scale.cwiseInverse().asDiagonal()) {
        qr_.setThreshold(1e-14);
    }

    /// The part of a vector in the range of J, in coordinates of its decomposition.
    Eigen::VectorXd project(Eigen::VectorXd const& r) const {
        Eigen::VectorXd all = r;
        all.applyOnTheLeft(qr_.householderQ().adjoint());
        return all.head(qr_.cols());
    }
    /// The length of such a part, without directions in which J is 0.
    double length(Eigen::VectorXd const& part) const { return part.head(qr_.rank()).norm(); }

    /// The step for a projected r.
    Eigen::VectorXd solve(Eigen::VectorXd const& projected, double damping) const {
        Eigen::Index const n = qr_.cols();
        Eigen::MatrixXd both = Eigen::MatrixXd::Zero(2 * n, n);
        both.topRows(n) = qr_.matrixR().topRows(n).template triangularView<Eigen::Upper>();
        both.bottomRows(n).diagonal().setConstant(std::sqrt(damping));
        Eigen::VectorXd right = Eigen::VectorXd::Zero(2 * n);
        right.head(n) = -projected;
        Eigen::VectorXd const permuted = both.householderQr().solve(right);
        return (qr_.colsPermutation() * permuted).cwiseQuotient(scale_);
    }
    Eigen::VectorXd scaled(Eigen::VectorXd const& step) const { return step.cwiseProduct(scale_); }

private:
    Eigen::VectorXd scale_;
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr_;
};

}  // namespace leibniz::detail
