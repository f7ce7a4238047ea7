#pragma once

#include <leibniz/fit/loss.hpp>
#include <leibniz/fit/problem.hpp>
#include <leibniz/fit/quantile.hpp>
#include <leibniz/fit/singular_values.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// Where the scaled Jacobian has a singular value below this share of the largest one, a standard error has no five digits left.
inline constexpr double least_singular_value = 1e-11;

/// The singular values of a Jacobian with columns of length 1, by its QR decomposition: the inverse of J'J, without forming it.
struct scaled_inverse {
    Eigen::VectorXd scale;      // the lengths of the columns
    Eigen::VectorXd singular;   // largest first
    Eigen::MatrixXd directions;  // of parameters times their scale, one in each column
    Eigen::Index rank = 0;

    explicit scaled_inverse(Eigen::MatrixXd const& j) : scale(lengths_of_columns(j)) {
        Eigen::MatrixXd unit = j;
        for (Eigen::Index k = 0; k < j.cols(); ++k)
            if (scale[k] > 0) scale_column(unit, k, 1 / scale[k]);
            else scale[k] = 1;
        singular_values const found(orthogonal(std::move(unit)).root());
        singular = found.values;
        directions = found.vectors;
        while (rank < singular.size() && singular[rank] > least_singular_value * singular[0]) ++rank;
    }
    double condition() const {
        if (singular.size() == 0) return 1;
        return rank < singular.size() ? std::numeric_limits<double>::infinity() : singular[0] / singular[rank - 1];
    }
    /// A root of the inverse of J'J: it times its transpose is that, over the directions that are determined.
    Eigen::MatrixXd root() const {
        Eigen::MatrixXd v(directions.rows(), rank);
        for (Eigen::Index k = 0; k < rank; ++k)
            for (Eigen::Index i = 0; i < v.rows(); ++i) v(i, k) = directions(i, k) / singular[k] / scale[i];
        return v;
    }
    /// The directions that the data do not determine, of parameters, as few entries in each as can be.
    Eigen::MatrixXd open_directions() const {
        Eigen::MatrixXd open(directions.rows(), singular.size() - rank);
        std::copy_n(directions.data() + rank * directions.rows(), open.size(), open.data());
        std::vector<Eigen::Index> pivots;
        for (Eigen::Index k = 0; k < open.cols(); ++k) {
            Eigen::Index pivot = -1;
            for (Eigen::Index i = 0; i < open.rows(); ++i)
                if (std::find(pivots.begin(), pivots.end(), i) == pivots.end() && (pivot < 0 || std::abs(open(i, k)) > std::abs(open(pivot, k)))) pivot = i;
            pivots.push_back(pivot);
            scale_column(open, k, 1 / open(pivot, k));
            for (Eigen::Index other = 0; other < open.cols(); ++other)
                if (other != k) add_multiple(-open(pivot, other), open.data() + k * open.rows(), open.data() + other * open.rows(), open.rows());
        }
        for (Eigen::Index k = 0; k < open.cols(); ++k)
            for (Eigen::Index i = 0; i < open.rows(); ++i) open(i, k) = std::abs(open(i, k)) < 1e-6 ? 0 : open(i, k) / scale[i];
        return open;
    }
};

}  // namespace leibniz::inline v0_1::detail
