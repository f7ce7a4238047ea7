#pragma once

#include <leibniz/fit/uncertainty.hpp>

#include <Eigen/Core>

#include <cmath>
#include <numbers>

namespace leibniz::detail {

/// Runs of residuals of one sign: their number, and what chance would give (Wald and Wolfowitz, 1940).
inline void count_runs(fit_result& out) {
    double above = 0, below = 0;
    bool last = false;
    for (double r : out.residuals) {
        if (r == 0) continue;
        bool const positive = r > 0;
        if (above + below == 0 || positive != last) ++out.runs;
        (positive ? above : below) += 1;
        last = positive;
    }
    double const n = above + below, product = 2 * above * below;
    if (n == 0) return;
    out.expected_runs = product / n + 1;
    out.runs_deviation = n > 1 ? std::sqrt(std::max(0.0, product * (product - n) / (n * n * (n - 1)))) : 0;
}

/// Everything that tells how good a fit is. AIC and BIC are those of normal errors, -2 log L + 2 k and + k log n, where k counts the
/// standard deviation too unless sigma is absolute; they are NaN for other losses, which are no likelihoods of it.
inline void measure_goodness(fit_result& out, bool squares) {
    double const n = static_cast<double>(out.rows), degrees = static_cast<double>(out.degrees_of_freedom);
    Eigen::ArrayXd const weight = out.sigma.square().inverse();
    double const mean = (weight * out.response).sum() / weight.sum();
    double const about_mean = (weight * (out.response - mean).square()).sum(), about_curve = (weight * out.residuals.square()).sum();
    out.reduced_chi_squared = degrees > 0 ? out.chi_squared / degrees : nan_number;
    out.residual_deviation = std::sqrt(out.reduced_chi_squared);
    out.r_squared = about_mean > 0 ? 1 - about_curve / about_mean : nan_number;
    out.adjusted_r_squared = degrees > 0 ? 1 - (1 - out.r_squared) * (n - 1) / degrees : nan_number;
    double const scale = 2 * out.sigma.log().sum() + n * std::log(2 * std::numbers::pi);
    double const twice = out.sigma_is_absolute ? out.chi_squared + scale : n * (std::log(out.chi_squared / n) + 1) + scale;
    double const k = out.free_parameters + (out.sigma_is_absolute ? 0 : 1);
    out.aic = squares ? twice + 2 * k : nan_number;
    out.bic = squares ? twice + k * std::log(n) : nan_number;
    count_runs(out);
}

}  // namespace leibniz::detail
