#pragma once

#include <leibniz/fit/check_fit.hpp>
#include <leibniz/fit/goodness.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// What the linear problem at the minimum tells of the parameters that can still move there.
struct local_statistics {
    std::vector<Eigen::Index> moving;  // among the free ones
    Eigen::MatrixXd root, open;        // of the covariance, and directions that are not determined, over `moving`
    Eigen::MatrixXd sensitivity;       // moving × rows, by residuals in units of sigma
    Eigen::MatrixXd influence;
    Eigen::ArrayXd leverage;
    double condition = 0;
    Eigen::Index rank = 0;
    bool is_curved = true;  // whether the loss has a curvature that tells standard errors
};

/// Whether a matrix is positive definite, its pivots above `least` (Cholesky).
inline bool is_positive(Eigen::MatrixXd h, double least) {
    for (Eigen::Index k = 0; k < h.cols(); ++k) {
        if (!(h(k, k) > least)) return false;
        for (Eigen::Index j = k + 1; j < h.cols(); ++j) add_multiple(-h(j, k) / h(k, k), &h(k, k), &h(k, j), h.rows() - k);
    }
    return true;
}
/// As many rows of equal curvature would tell as much as these do; it is small where curvatures cancel.
inline double rows_of_curvature(Eigen::ArrayXd const& curvatures) {
    double sum = 0;
    for (double each : curvatures) sum += each;
    return sum > 0 ? sum * sum / dot(curvatures.data(), curvatures.data(), curvatures.size()) : 0;
}

/// The variance of a residual in units of sigma is 1 where that is absolute; else the residuals tell it.
inline local_statistics statistics_at(minimum const& m, std::vector<Eigen::Index> moving, loss_function const& loss, bool absolute) {
    local_statistics out;
    Eigen::Index const n = m.r.size(), count = static_cast<Eigen::Index>(moving.size());
    if (count == 0) {  // every parameter is at a bound
        out.sensitivity = out.influence = Eigen::MatrixXd(0, n);
        out.leverage = constant_column(n, 0);
        out.condition = 1;
        return out;
    }
    Eigen::MatrixXd j(n, count);
    for (Eigen::Index k = 0; k < count; ++k) copy_column(m.j, moving[static_cast<std::size_t>(k)], j, k);
    out.moving = std::move(moving);
    scaled_inverse const inverse(j);
    Eigen::MatrixXd const plain = inverse.root(), range = product(j, plain), across = transposed(range);
    out.open = inverse.open_directions(), out.condition = inverse.condition(), out.rank = inverse.rank;
    Eigen::MatrixXd inner = across;  // by the inverse of the curvature, which squares have of 1
    Eigen::ArrayXd slopes = column_of(m.r), curvatures = constant_column(n, 1);
    double const degrees = static_cast<double>(n - out.rank);
    bool const squares = loss.what == loss_function::kind::squares;
    if (squares) {
        out.root = plain;
        scale_all(out.root, absolute ? 1 : degrees > 0 ? length(m.r) / std::sqrt(degrees) : nan_number);
    } else {  // the sandwich: curvature, variance of the slopes, curvature (Huber, Robust Statistics, 1981, section 7.6)
        for (Eigen::Index i = 0; i < n; ++i) {
            loss_at const l = at_residual(loss, m.r[i]);
            slopes[i] = l.slope * m.r[i], curvatures[i] = l.curvature;
        }
        Eigen::MatrixXd const curvature = product(across, scaled_rows(range, curvatures));
        // Rows that the curve goes through by force tell nothing: beside those, ten or a quarter of all shall have a curvature.
        double const needed = static_cast<double>(out.rank) + std::min(degrees / 4, 10.0);
        out.is_curved = rows_of_curvature(curvatures) >= needed && is_positive(curvature, 1e-6 * *std::max_element(curvatures.data(), curvatures.data() + n));
        Eigen::MatrixXd const bread = out.is_curved ? inverse_of(curvature) : constant_matrix(out.rank, out.rank, nan_number);
        double const correction = degrees > 0 ? std::sqrt(static_cast<double>(n) / degrees) : nan_number;
        out.root = product(product(plain, bread), transposed(orthogonal(scaled_rows(range, slopes)).root()));
        scale_all(out.root, correction);
        inner = product(bread, across);
    }
    Eigen::MatrixXd const step = product(plain, inner);  // of the parameters, where the slope at a row rises
    out.sensitivity = transposed(scaled_rows(transposed(step), curvatures));
    out.leverage.resize(n);
    for (Eigen::Index i = 0; i < n; ++i) out.leverage[i] = curvatures[i] * dot(across.data() + i * out.rank, inner.data() + i * out.rank, out.rank);
    // Belsley, Kuh and Welsch, Regression Diagnostics, 1980: DFBETAS. Of other losses to first order, by the standard errors of all rows.
    Eigen::VectorXd const lengths = lengths_of_columns(transposed(squares ? plain : out.root));
    double const total = square_of(m.r), left = static_cast<double>(n - out.rank - 1);
    out.influence.resize(count, n);
    for (Eigen::Index i = 0; i < n; ++i) {
        double const rest = 1 - out.leverage[i], without = left > 0 && rest > 0 ? std::max(0.0, (total - m.r[i] * m.r[i] / rest) / left) : nan_number;
        double const deviation = squares ? std::sqrt(without) : 1;
        for (Eigen::Index k = 0; k < count; ++k) out.influence(k, i) = step(k, i) * (-slopes[i] / rest) / (deviation * lengths[k]);
    }
    return out;
}

/// One sentence for a direction that the data do not determine; `names` are those of its entries.
inline std::string words_for_direction(std::vector<std::string> const& names, double const* direction) {
    std::vector<std::string> involved, changes;
    double first = 0;
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (direction[k] == 0) continue;
        if (first == 0) first = direction[k];
        involved.push_back(names[k]);
        changes.push_back(names[k] + " changes by " + short_number(direction[k] / first));
    }
    if (involved.size() == 1) return "the data do not determine " + involved[0] + ": the curve does not change with it here";
    return "the data do not determine " + listed_names(involved) + " apart: the curve stays where " + listed_names(changes);
}

}  // namespace leibniz::inline v0_1::detail
