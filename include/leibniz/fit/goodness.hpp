#pragma once

#include <leibniz/fit/uncertainty.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace leibniz::inline v0_1::detail {

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

/// The sum of squares of (numbers - mean)/sigma.
inline double squares_by(Eigen::ArrayXd const& sigma, Eigen::ArrayXd const& numbers, double mean = 0) {
    double sum = 0;
    for (Eigen::Index i = 0; i < numbers.size(); ++i) sum += (numbers[i] - mean) / sigma[i] * ((numbers[i] - mean) / sigma[i]);
    return sum;
}
/// Sums of squares of responses, in units of sigma, below this are rounding of these alone.
inline double rounding_of_squares(fit_result const& out) {
    double const few = 16 * std::numeric_limits<double>::epsilon();
    return few * few * squares_by(out.sigma, out.response);
}
/// Whether the curve goes through every point.
inline bool goes_through_all_rows(fit_result const& out) { return out.chi_squared <= rounding_of_squares(out); }

/// Everything that tells how good a fit is. AIC and BIC are those of normal errors, -2 log L + 2 k and + k log n, where k counts the
/// standard deviation too unless sigma is absolute; they are NaN where the fit has no largest likelihood: for other losses, without
/// convergence, and where residuals are rounding alone. Parameters count as far as the data determine them. `unexplained` are the
/// residuals where the columns were measured, which differ from those of the result where columns have errors.
inline void measure_goodness(fit_result& out, Eigen::ArrayXd const& unexplained) {
    double const n = static_cast<double>(out.rows), degrees = static_cast<double>(out.degrees_of_freedom);
    double const least = *std::min_element(out.sigma.data(), out.sigma.data() + out.sigma.size());
    double weighted = 0, weights = 0, logarithms = 0;
    for (Eigen::Index i = 0; i < out.rows; ++i) {
        double const weight = least / out.sigma[i] * (least / out.sigma[i]);
        weighted += weight * out.response[i], weights += weight, logarithms += std::log(out.sigma[i]);
    }
    double const about_mean = squares_by(out.sigma, out.response, weighted / weights), about_curve = squares_by(out.sigma, unexplained);
    bool const constant = about_mean <= rounding_of_squares(out);
    out.reduced_chi_squared = degrees > 0 ? out.chi_squared / degrees : nan_number;
    out.residual_deviation = std::sqrt(out.reduced_chi_squared);
    out.r_squared = constant ? nan_number : 1 - about_curve / about_mean;
    if (std::abs(out.r_squared) < 1e-14) out.r_squared = 0;  // the curve is the mean, to rounding
    out.adjusted_r_squared = degrees > 0 ? 1 - (1 - out.r_squared) * (n - 1) / degrees : nan_number;
    double const scale = 2 * logarithms + n * std::log(2 * std::numbers::pi);
    double const twice = out.sigma_is_absolute ? out.chi_squared + scale : n * (std::log(out.chi_squared / n) + 1) + scale;
    double const k = n - degrees + (out.sigma_is_absolute ? 0 : 1);
    bool const likely = out.loss.what == loss_function::kind::squares && out.converged() && (out.sigma_is_absolute || !goes_through_all_rows(out));
    out.aic = likely ? twice + 2 * k : nan_number;
    out.bic = likely ? twice + k * std::log(n) : nan_number;
    count_runs(out);
}

}  // namespace leibniz::inline v0_1::detail
