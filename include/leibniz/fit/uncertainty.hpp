#pragma once

#include <leibniz/fit/loss.hpp>
#include <leibniz/fit/problem.hpp>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <Eigen/QR>
#include <Eigen/SVD>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace leibniz::detail {

inline constexpr double nan_number = std::numeric_limits<double>::quiet_NaN();

/// Where the scaled Jacobian has a singular value below this share of the largest one, a standard error has no five digits left.
inline constexpr double least_singular_value = 1e-11;

/// The factor by which an interval exceeds the standard error: Student's quantile, or, where sigma is known, that of the normal
/// distribution. NaN without degrees of freedom.
inline double quantile_of(double level, Eigen::Index degrees, bool normal) {
    double const p = 0.5 + level / 2;
    if (normal) return boost::math::quantile(boost::math::normal_distribution<double>(), p);
    if (degrees < 1) return nan_number;
    return boost::math::quantile(boost::math::students_t_distribution<double>(static_cast<double>(degrees)), p);
}

/// The singular values of a Jacobian with columns of length 1, by its QR decomposition: the inverse of J'J, without forming it.
struct scaled_inverse {
    Eigen::VectorXd scale;      // the lengths of the columns
    Eigen::VectorXd singular;   // largest first
    Eigen::MatrixXd directions;  // of parameters times their scale, one in each column
    Eigen::Index rank = 0;

    explicit scaled_inverse(Eigen::MatrixXd const& j) : scale(j.colwise().norm()) {
        Eigen::MatrixXd unit = j;
        for (Eigen::Index k = 0; k < j.cols(); ++k)
            if (scale[k] > 0) unit.col(k) /= scale[k];
            else scale[k] = 1;
        Eigen::HouseholderQR<Eigen::MatrixXd> const qr(unit);
        Eigen::MatrixXd const r = qr.matrixQR().topRows(j.cols()).triangularView<Eigen::Upper>();
        Eigen::JacobiSVD<Eigen::MatrixXd> const svd(r, Eigen::ComputeFullU | Eigen::ComputeFullV);
        singular = svd.singularValues();
        directions = svd.matrixV();
        while (rank < singular.size() && singular[rank] > least_singular_value * singular[0]) ++rank;
    }
    double condition() const {
        if (singular.size() == 0) return 1;
        return rank < singular.size() ? std::numeric_limits<double>::infinity() : singular[0] / singular[rank - 1];
    }
    /// A root of the inverse of J'J: it times its transpose is that, over the directions that are determined.
    Eigen::MatrixXd root() const {
        Eigen::MatrixXd v = directions.leftCols(rank);
        for (Eigen::Index k = 0; k < rank; ++k) v.col(k) /= singular[k];
        return scale.cwiseInverse().asDiagonal() * v;
    }
    /// The directions that the data do not determine, of parameters, as few entries in each as can be.
    Eigen::MatrixXd open_directions() const {
        Eigen::MatrixXd open = directions.rightCols(singular.size() - rank);
        std::vector<Eigen::Index> pivots;
        for (Eigen::Index k = 0; k < open.cols(); ++k) {
            Eigen::Index pivot = -1;
            for (Eigen::Index i = 0; i < open.rows(); ++i)
                if (std::find(pivots.begin(), pivots.end(), i) == pivots.end() && (pivot < 0 || std::abs(open(i, k)) > std::abs(open(pivot, k)))) pivot = i;
            pivots.push_back(pivot);
            open.col(k) /= open(pivot, k);
            for (Eigen::Index other = 0; other < open.cols(); ++other)
                if (other != k) open.col(other) -= (open(pivot, other) * open.col(k)).eval();
        }
        open = (open.array().abs() < 1e-6).select(0, open);
        return scale.cwiseInverse().asDiagonal() * open;
    }
};

}  // namespace leibniz::detail
