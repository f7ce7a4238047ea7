#pragma once

#include <leibniz/fit/bands.hpp>
#include <leibniz/fit/levenberg_marquardt.hpp>
#include <leibniz/fit/problem.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

namespace leibniz::inline v0_1 {

namespace detail {

/// The sum of squares as a function of one parameter, all others fitted anew.
class profiled_squares {
public:
    profiled_squares(fit_result const& found, int of) : problem_(*found.problem), of_(of), least_(found.chi_squared) {
        problem_.start = values_of(found);
        states_.resize(found.parameters.size(), parameter_state::free);
        for (std::size_t k = 0; k < states_.size(); ++k) states_[k] = problem_.map.state(static_cast<int>(k));
        states_[static_cast<std::size_t>(of)] = parameter_state::fixed;
    }
    /// How far it rises above its minimum where the parameter has this value.
    double operator()(double value) {
        ++fits;
        problem_.start[of_] = value;
        problem_.use_ties(states_);
        least_squares const squares = least_squares_of(problem_);
        double total = 0;
        if (problem_.map.free_count() == 0) {
            Eigen::VectorXd r;
            squares.residuals({}, r);
            total = square_of(r);
        } else {
            minimum const m = levenberg_marquardt(squares)();
            total = 2 * m.cost;
            if (std::isfinite(total)) problem_.start = problem_.map(m.b);
        }
        if (total < least_ * (1 - 1e-6))
            refuse_fit("profile: with " + problem_.names[static_cast<std::size_t>(of_)] + " = " + short_number(value) +
                       " the sum of squares is lower than that of the fit; start the fit there");
        return std::isnan(total) ? total : std::max(0.0, total - least_);
    }
    int fits = 0;

private:
    fit_problem problem_;
    int of_;
    double least_;
    std::vector<parameter_state> states_;
};

/// The end of an interval on one side (`toward` is -1 or 1): where the root of the rise, in standard deviations, is `quantile`.
inline double profile_end(profiled_squares& squares, double best, double length, int toward, double bound, double per_row, double quantile, bool& is_bound) {
    double near = best, near_height = -quantile, far = best, far_height = -quantile;
    // Where the model has no value, the sum of squares counts as too large.
    auto const height_at = [&](double value) {
        double const rise = squares(value);
        return std::isfinite(rise) ? std::sqrt(rise / per_row) - quantile : quantile;
    };
    for (double reach = length;; reach *= 2) {
        far = best + toward * reach;
        bool const outside = toward > 0 ? far >= bound : far <= bound;
        if (outside) far = bound;
        far_height = height_at(far);
        if (far_height >= 0) break;
        if (outside) return is_bound = true, bound;
        if (reach > 1e4 * length) return toward * std::numeric_limits<double>::infinity();
        near = far, near_height = far_height;
    }
    for (int k = 0; k < 60 && std::abs(far - near) > 1e-9 * length; ++k) {  // Illinois' rule of false position
        double const at = far - far_height * (far - near) / (far_height - near_height), height = height_at(at);
        if (std::abs(height) < 1e-9 * quantile) return at;
        if ((height >= 0) == (far_height >= 0)) near_height /= 2;
        else near = far, near_height = far_height;
        far = at, far_height = height;
    }
    return far;
}

}  // namespace detail

inline profile_interval profile(fit_result const& found, parameter_name const& of, std::optional<double> level) {
    fitted_parameter const& parameter = found[of];
    if (found.loss.what != loss_function::kind::squares) detail::refuse_fit("profile: it is one of sums of squares; fit without a loss");
    if (parameter.state != parameter_state::free || !std::isfinite(parameter.standard_error))
        detail::refuse_fit("profile: " + parameter.name + " is not free, or the data do not determine it");
    if (parameter.standard_error == 0) detail::refuse_fit("profile: the curve goes through every point; no interval follows from that");
    int const at = detail::place_of_name(found.problem->names, parameter.name);
    double const quantile = detail::quantile_for(found, level), per_row = found.sigma_is_absolute ? 1 : found.reduced_chi_squared;
    double const length = quantile * parameter.standard_error;
    profile_interval ends;
    for (int toward : {-1, 1}) {
        detail::profiled_squares squares(found, at);
        double const bound = toward < 0 ? found.problem->lower[at] : found.problem->upper[at];
        (toward < 0 ? ends.lower : ends.upper) =
            detail::profile_end(squares, parameter.value, length, toward, bound, per_row, quantile, toward < 0 ? ends.lower_is_bound : ends.upper_is_bound);
        ends.fits += squares.fits;
    }
    return ends;
}

}  // namespace leibniz::inline v0_1
