#pragma once

#include <leibniz/fit/damped_step.hpp>
#include <leibniz/fit/loss.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// A problem of least squares as numbers: nothing of a model is left in it.
struct least_squares {
    using vector = Eigen::VectorXd;
    vector start, lower, upper;
    loss_function loss{};
    double magnitude = 0;  ///< the length of the vector of responses: residuals are its differences, and as exact
    std::function<void(vector const& b, vector& r)> residuals;
    std::function<void(vector const& b, vector& r, Eigen::MatrixXd& j)> linearised;
    std::function<void(vector const& b, vector const& v, vector& second)> second{};  ///< along v, for geodesic acceleration
    int iterations = 1000;
    std::function<void(fit_progress const&)> progress{};
};

struct minimum {
    Eigen::VectorXd b, r;
    Eigen::MatrixXd j;
    double cost = 0;
    bool converged = false;
    std::string why{};
    int iterations = 0, evaluations = 0;
};

/// Levenberg and Marquardt's method with Moré's scaling, Nielsen's damping, a projection onto bounds and, where second derivatives
/// are given, geodesic acceleration (Transtrum and Sethna, 2012). It ends where what is left of the gradient drowns in rounding.
class levenberg_marquardt {
    using vector = Eigen::VectorXd;

public:
    explicit levenberg_marquardt(least_squares const& problem) : p_(problem) {}

    minimum operator()() {
        at_.b = p_.start;
        p_.linearised(at_.b, at_.r, at_.j);
        at_.cost = total_cost(p_.loss, at_.r);
        at_.evaluations = 1;
        scale_ = constant_vector(at_.b.size(), 0);
        double damping = 100, growth = 2;  // the first steps are short: a start may lie where long ones lead astray
        for (; at_.iterations < p_.iterations; ++at_.iterations) {
            if (p_.progress) p_.progress({at_.iterations, 2 * at_.cost, at_.b});
            prepare();
            if (has_ended()) return at_;
            for (;; damping *= growth, growth *= 2) {
                if (std::optional<double> const gain = try_step(damping)) {
                    double const less = 1 - std::pow(2 * *gain - 1, 3);
                    damping = std::max(damping * std::max(0.1, less), 1e-16);
                    growth = 2;
                    break;
                }
                if (!step_is_lost_) continue;
                ended_without_step();
                if (at_.converged || !try_step(0)) return polish(), at_;
                damping = 1e-16, growth = 2;  // short steps along a weak direction drowned in rounding, the whole one did not
                break;
            }
        }
        at_.why = "it had not converged after " + std::to_string(p_.iterations) + " iterations";
        return at_;
    }

private:
    /// The free parameters at this point, and the problem there, linear and without bounds.
    void prepare() {
        Eigen::Index const rows = at_.r.size();
        weights_.resize(rows);
        slopes_.resize(rows), sloped_.resize(rows);
        vector pull(rows);
        for (Eigen::Index i = 0; i < rows; ++i) {
            loss_at const l = at_residual(p_.loss, at_.r[i]);
            weights_[i] = std::sqrt(usable_curvature(l));
            slopes_[i] = l.slope / weights_[i];
            sloped_[i] = slopes_[i] * at_.r[i];
            pull[i] = weights_[i] * sloped_[i];
        }
        moving_.clear();
        Eigen::MatrixXd weighted = at_.j;
        for (Eigen::Index k = 0; k < at_.b.size(); ++k) {
            double const gradient = dot(at_.j.data() + k * rows, pull.data(), rows);
            bool const blocked = (at_.b[k] <= p_.lower[k] && gradient > 0) || (at_.b[k] >= p_.upper[k] && gradient < 0);
            if (!blocked) moving_.push_back(k);
            for (Eigen::Index i = 0; i < rows; ++i) weighted(i, k) *= weights_[i];
            scale_[k] = std::max(scale_[k], length(weighted.data() + k * rows, rows));
        }
        if (moving_.empty()) return;
        Eigen::MatrixXd j(rows, static_cast<Eigen::Index>(moving_.size()));
        vector scale(j.cols());
        for (Eigen::Index k = 0; k < j.cols(); ++k) {
            Eigen::Index const at = moving_[static_cast<std::size_t>(k)];
            copy_column(weighted, at, j, k);
            scale[k] = scale_[at] > 0 ? scale_[at] : 1;
        }
        steps_ = damped_steps(std::move(j), scale);
        tangent_ = steps_.project(sloped_);
    }

    /// True where the residuals have no part left that parameters could take away.
    bool has_ended() {
        double const whole = length(sloped_), part = moving_.empty() ? 0 : steps_.length(tangent_);
        if (moving_.empty()) at_.why = "every free parameter is at a bound";
        else if (is_zero(at_.r)) at_.why = "the curve goes through every point";
        else if (part <= 1e-13 * whole) at_.why = "the gradient is 0 to 13 digits";
        else if (part <= 2 * std::numeric_limits<double>::epsilon() * p_.magnitude) at_.why = "the gradient is 0 to rounding";
        else return false;
        return at_.converged = true;
    }
    /// No step reduces the cost, however short. That is an end where rounding alone is in the way.
    void ended_without_step() {
        double const part = steps_.length(tangent_), terms = scaled_length(at_.b);  // which may cancel in the curve
        double const rounding = std::numeric_limits<double>::epsilon() * std::max(p_.magnitude, terms);
        at_.converged = part <= 1e-6 * length(sloped_) || part <= 1e3 * rounding;
        at_.why = at_.converged ? "no step makes the sum of squares smaller: its digits are exhausted"
                                : "no step makes the sum of squares smaller, although its gradient is not 0: the model has a kink or a jump there";
    }
    double scaled_length(vector const& of) const {
        double square = 0;
        for (Eigen::Index k = 0; k < of.size(); ++k) square += scale_[k] * of[k] * scale_[k] * of[k];
        return std::sqrt(square);
    }

    /// The point after a step of the parameters that move, within the bounds.
    vector moved_by(vector const& step) const {
        vector next = at_.b;
        for (std::size_t k = 0; k < moving_.size(); ++k) {
            Eigen::Index const m = moving_[k];
            next[m] = std::clamp(at_.b[m] + step[static_cast<Eigen::Index>(k)], p_.lower[m], p_.upper[m]);
        }
        return next;
    }

    static vector minus(vector a, vector const& b) {
        add_multiple(-1, b.data(), a.data(), a.size());
        return a;
    }

    /// Goes on where the digits of the cost end, by undamped steps, as long as each makes the gradient smaller.
    void polish() {
        for (int k = 0; at_.converged && k < 50; ++k) {
            minimum const before = at_;
            double const part = steps_.length(tangent_);
            at_.b = moved_by(steps_.solve(tangent_, 0));
            p_.linearised(at_.b, at_.r, at_.j);
            ++at_.evaluations;
            bool better = all_finite(at_.r) && all_finite(at_.j);
            if (better) prepare(), at_.cost = total_cost(p_.loss, at_.r), better = !moving_.empty() && steps_.length(tangent_) < part;
            if (!better) {
                at_ = before;
                return;
            }
        }
    }

    /// Takes a step if it reduces the cost; its gain is the reduction by that of the linear problem.
    std::optional<double> try_step(double damping) {
        vector const v = steps_.solve(tangent_, damping);
        vector step = v;
        step_is_lost_ = false;
        if (p_.second && !accelerate(step, damping)) return {};
        vector const next = moved_by(step), taken = minus(next, at_.b);
        vector linear = product(at_.j, p_.second ? minus(moved_by(v), at_.b) : taken);  // what the linear problem knows of
        for (Eigen::Index i = 0; i < linear.size(); ++i) linear[i] = sloped_[i] + weights_[i] * linear[i];
        double const expected = (square_of(sloped_) - square_of(linear)) / 2;
        double const moved = scaled_length(taken), from = scaled_length(at_.b);
        step_is_lost_ = moved <= std::numeric_limits<double>::epsilon() * from || damping > 1e40;
        ++at_.evaluations;
        p_.residuals(next, trial_);
        if (!all_finite(trial_)) return {};
        double const cost = total_cost(p_.loss, trial_), less = reduction(cost);
        double const gain = expected > 0 ? less / expected : -1;
        if (!(less > 0) || !(gain > 1e-4)) return {};
        Eigen::MatrixXd j;
        p_.linearised(next, trial_, j);
        if (!all_finite(j)) return {};
        at_.b = next, at_.r = trial_, at_.j = std::move(j), at_.cost = cost;
        return std::min(gain, 2.0);
    }
    /// The reduction of the cost; of squares by differences, which keep digits that two sums have lost.
    double reduction(double cost) const {
        if (p_.loss.what != loss_function::kind::squares) return at_.cost - cost;
        double twice = 0;
        for (Eigen::Index i = 0; i < trial_.size(); ++i) twice += (at_.r[i] - trial_[i]) * (at_.r[i] + trial_[i]);
        return twice / 2;
    }
    /// Bends the step along the curve of the model; false where the curve bends too much for a step of this length.
    bool accelerate(vector& step, double damping) {
        vector along = constant_vector(at_.b.size(), 0), second;
        for (std::size_t k = 0; k < moving_.size(); ++k) along[moving_[k]] = step[static_cast<Eigen::Index>(k)];
        p_.second(at_.b, along, second);
        if (!all_finite(second)) return true;
        for (Eigen::Index i = 0; i < second.size(); ++i) second[i] *= slopes_[i];
        vector const bend = steps_.solve(steps_.project(second), damping);
        if (2 * steps_.scaled_length(bend) > 0.75 * steps_.scaled_length(step)) return false;
        add_multiple(0.5, bend.data(), step.data(), step.size());
        return true;
    }

    least_squares const& p_;
    minimum at_;
    vector scale_, trial_, tangent_;
    vector weights_, slopes_, sloped_;  // of the loss by row: roots of curvatures, slopes by these, and those times residuals
    std::vector<Eigen::Index> moving_;
    damped_steps steps_;
    bool step_is_lost_ = false;
};

}  // namespace leibniz::inline v0_1::detail
