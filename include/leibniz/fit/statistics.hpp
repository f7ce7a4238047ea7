#pragma once

#include <leibniz/fit/check_fit.hpp>
#include <leibniz/fit/goodness.hpp>

#include <Eigen/Core>

#include <cmath>
#include <string>
#include <vector>

namespace leibniz::detail {

/// What the linear problem at the minimum tells of the parameters that can still move there.
struct local_statistics {
    std::vector<Eigen::Index> moving;  // among the free ones
    Eigen::MatrixXd root, open;        // of the covariance, and directions that are not determined, over `moving`
    Eigen::MatrixXd sensitivity;       // moving × rows, by residuals in units of sigma
    Eigen::MatrixXd influence;
    Eigen::ArrayXd leverage;
    double condition = 0;
    Eigen::Index rank = 0;
};

/// The variance of a residual in units of sigma is 1 where that is absolute; else the residuals tell it.
inline local_statistics statistics_at(minimum const& m, std::vector<Eigen::Index> moving, loss_function const& loss, bool absolute) {
    local_statistics out;
    Eigen::Index const n = m.r.size(), count = static_cast<Eigen::Index>(moving.size());
    if (count == 0) {  // every parameter is at a bound
        out.sensitivity = out.influence = Eigen::MatrixXd(0, n);
        out.leverage = Eigen::ArrayXd::Zero(n);
        out.condition = 1;
        return out;
    }
    Eigen::MatrixXd j(n, count);
    for (Eigen::Index k = 0; k < count; ++k) j.col(k) = m.j.col(moving[static_cast<std::size_t>(k)]);
    out.moving = std::move(moving);
    scaled_inverse const inverse(j);
    Eigen::MatrixXd const plain = inverse.root(), range = product(j, plain), across = transposed(range);
    out.open = inverse.open_directions(), out.condition = inverse.condition(), out.rank = inverse.rank;
    Eigen::MatrixXd const step = product(plain, across);
    out.leverage = lengths_of_columns(across).array().square();
    if (loss.what == loss_function::kind::squares) {
        double const degrees = static_cast<double>(n - out.rank);
        out.root = plain;
        scale_all(out.root, absolute ? 1 : degrees > 0 ? m.r.norm() / std::sqrt(degrees) : nan_number);
        out.sensitivity = step;
    } else {  // the sandwich: curvature, variance of the slopes, curvature (Huber, Robust Statistics, 1981, section 7.6)
        Eigen::ArrayXd slopes(n), curvatures(n);
        for (Eigen::Index i = 0; i < n; ++i) {
            loss_at const l = at_residual(loss, m.r[i]);
            slopes[i] = l.slope * m.r[i], curvatures[i] = l.curvature;
        }
        Eigen::MatrixXd const bread = product(plain, inverse_of(product(across, scaled_rows(range, curvatures))));
        double const degrees = static_cast<double>(n - out.rank);
        double const correction = degrees > 0 ? std::sqrt(static_cast<double>(n) / degrees) : nan_number;
        out.root = product(bread, transposed(orthogonal(scaled_rows(range, slopes)).root()));
        scale_all(out.root, correction);
        out.sensitivity = product(bread, transposed(scaled_rows(range, curvatures)));
    }
    // Belsley, Kuh and Welsch, Regression Diagnostics, 1980: DFBETAS.
    Eigen::VectorXd const lengths = lengths_of_columns(transposed(plain));
    double const total = m.r.squaredNorm(), left = static_cast<double>(n - out.rank - 1);
    out.influence.resize(count, n);
    for (Eigen::Index i = 0; i < n; ++i) {
        double const rest = 1 - out.leverage[i], without = left > 0 && rest > 0 ? std::max(0.0, (total - m.r[i] * m.r[i] / rest) / left) : nan_number;
        for (Eigen::Index k = 0; k < count; ++k) out.influence(k, i) = step(k, i) * (-m.r[i] / rest) / (std::sqrt(without) * lengths[k]);
    }
    return out;
}

/// One sentence for a direction that the data do not determine; `names` are those of its entries.
inline std::string words_for_direction(std::vector<std::string> const& names, Eigen::VectorXd direction) {
    std::vector<std::string> involved, changes;
    double first = 0;
    for (Eigen::Index k = 0; k < direction.size(); ++k) {
        if (direction[k] == 0) continue;
        if (first == 0) first = direction[k];
        involved.push_back(names[static_cast<std::size_t>(k)]);
        changes.push_back(names[static_cast<std::size_t>(k)] + " changes by " + short_number(direction[k] / first));
    }
    if (involved.size() == 1) return "the data do not determine " + involved[0] + ": the curve does not change with it here";
    return "the data do not determine " + listed_names(involved) + " apart: the curve stays where " + listed_names(changes);
}

}  // namespace leibniz::detail
