#pragma once

#include <leibniz/fit/loops.hpp>
#include <leibniz/fit/options.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace leibniz::inline v0_1::detail {

/// A loss at one residual r: `cost` is scale^2*rho/2; `slope`*r is its derivative by r, and `curvature` the second one.
struct loss_at {
    double cost, slope, curvature;
};

inline loss_at at_residual(loss_function const& loss, double r) {
    double const square = loss.scale * loss.scale, s = r * r / square;
    switch (loss.what) {
        case loss_function::kind::huber:
            if (s > 1) return {square * (std::sqrt(s) - 0.5), 1 / std::sqrt(s), 0};
            break;
        case loss_function::kind::soft_l1: {
            double const root = std::sqrt(1 + s);
            return {square * s / (root + 1), 1 / root, 1 / (root * root * root)};
        }
        case loss_function::kind::cauchy: return {square * std::log1p(s) / 2, 1 / (1 + s), (1 - s) / ((1 + s) * (1 + s))};
        default: break;
    }
    return {r * r / 2, 1, 1};
}

/// The curvature that a step of least squares can use: positive, and not much smaller than the slope. (Triggs and others, Bundle
/// adjustment: a modern synthesis, 2000, section 4.3, with a limit to its correction.)
inline double usable_curvature(loss_at const& l) { return std::max(l.curvature, 0.1 * l.slope); }

inline double total_cost(loss_function const& loss, Eigen::VectorXd const& r) {
    if (loss.what == loss_function::kind::squares) return square_of(r) / 2;
    double total = 0;
    for (double each : r) total += at_residual(loss, each).cost;
    return total;
}

}  // namespace leibniz::inline v0_1::detail
