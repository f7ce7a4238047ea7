#pragma once

#include <Eigen/Cholesky>

/// The same regression, its gradient and Hessian derived on paper and written with care: memory is kept, products make no temporaries.
struct regression_by_hand {
    double lambda = 0;
    Eigen::VectorXd w;
    double b = 0;

    /// One step of Newton's method on the rows of X, whose classes are t. Returns the loss before it.
    double step(Eigen::MatrixXd const& X, Eigen::VectorXd const& t) {
        auto const d = X.cols();
        double const rows = static_cast<double>(X.rows());
        z_.noalias() = X*w;
        z_.array() += b;
        s_ = (-z_.array()).exp();
        double const loss = ((1 + s_.array()).log() + (1 - t.array())*z_.array()).mean() + lambda/2*w.squaredNorm();
        s_.array() = (1 + s_.array()).inverse();
        error_ = (s_ - t)/rows;
        s_.array() *= (1 - s_.array())/rows;
        scaled_ = s_.asDiagonal()*X;
        H_.resize(d + 1, d + 1);
        H_.topLeftCorner(d, d).noalias() = X.transpose()*scaled_;
        H_.topLeftCorner(d, d).diagonal().array() += lambda;
        H_.col(d).head(d) = scaled_.colwise().sum();
        H_.row(d).head(d) = H_.col(d).head(d).transpose();
        H_(d, d) = s_.sum();
        g_.resize(d + 1);
        g_.head(d).noalias() = X.transpose()*error_;
        g_.head(d) += lambda*w;
        g_(d) = error_.sum();
        g_ = H_.llt().solve(g_);
        w -= g_.head(d);
        b -= g_(d);
        return loss;
    }

private:
    Eigen::VectorXd z_, s_, error_, g_;
    Eigen::MatrixXd scaled_, H_;
};
