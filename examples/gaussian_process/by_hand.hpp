#pragma once

#include <Eigen/Cholesky>

#include <cmath>
#include <numbers>

/// The log likelihood and its derivatives by a, l and s, as textbooks have them (Rasmussen and Williams, 2006, equations 5.8 and 5.9): with
/// the factor of Cholesky, and the derivative of K by each parameter written out.
inline double likelihood_by_hand(Eigen::MatrixXd const& D, Eigen::VectorXd const& y, Eigen::Vector3d const& p, Eigen::Vector3d& slopes) {
    auto const n = D.rows();
    double const a = p(0), l = p(1), s = p(2);
    Eigen::MatrixXd const E = (-D.array()/(2*l*l)).exp(), one = Eigen::MatrixXd::Identity(n, n);
    Eigen::LLT<Eigen::MatrixXd> const factor(a*a*E + s*s*one);
    Eigen::VectorXd const alpha = factor.solve(y);
    Eigen::MatrixXd const weight = alpha*alpha.transpose() - factor.solve(one);
    slopes << (weight.array()*(2*a*E.array())).sum()/2,                          // tr(weight*dK/da)/2
        (weight.array()*(a*a*E.array()*D.array()/(l*l*l))).sum()/2,              // tr(weight*dK/dl)/2
        s*weight.trace();
    double const log_determinant = 2*factor.matrixLLT().diagonal().array().log().sum();
    return -(y.dot(alpha) + log_determinant + static_cast<double>(n)*std::log(2*std::numbers::pi))/2;
}
