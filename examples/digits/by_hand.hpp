#pragma once

#include <Eigen/Core>

/// The same network, its gradient derived on paper and written with care: memory is kept, products make no temporaries.
struct network_by_hand {
    Eigen::MatrixXd W1, W2;
    Eigen::VectorXd b1, b2;

    /// One step down the gradient of the mean loss.
    void step(double rate, Eigen::MatrixXd const& pictures, Eigen::MatrixXd const& digits) {
        auto const rows = static_cast<double>(pictures.rows());
        hidden_.resize(pictures.rows(), W1.rows());
        hidden_.rowwise() = b1.transpose();
        hidden_.noalias() += pictures*W1.transpose();
        hidden_.array() = (1 + (-hidden_.array()).exp()).inverse();
        scores_.resize(pictures.rows(), W2.rows());
        scores_.rowwise() = b2.transpose();
        scores_.noalias() += hidden_*W2.transpose();
        highest_ = scores_.rowwise().maxCoeff();
        scores_.array().colwise() -= highest_;
        scores_.array() = scores_.array().exp();
        total_ = scores_.rowwise().sum();
        scores_.array().colwise() *= total_.inverse();
        scores_ -= digits;
        scores_ *= 1/rows;
        back_.noalias() = scores_*W2;
        back_.array() *= hidden_.array()*(1 - hidden_.array());
        W2.noalias() -= rate*scores_.transpose()*hidden_;
        b2.noalias() -= rate*scores_.colwise().sum().transpose();
        W1.noalias() -= rate*back_.transpose()*pictures;
        b1.noalias() -= rate*back_.colwise().sum().transpose();
    }

private:
    Eigen::MatrixXd hidden_, scores_, back_;
    Eigen::ArrayXd highest_, total_;
};
