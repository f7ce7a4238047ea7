#pragma once

#include <leibniz/fit/levenberg_marquardt.hpp>
#include <leibniz/fit/problem.hpp>
#include <leibniz/fit/statistics.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

inline std::string words_for_loss(loss_function const& loss) {
    std::string const of = loss.what == loss_function::kind::huber ? "Huber's" : loss.what == loss_function::kind::soft_l1 ? "the soft L1" : "Cauchy's";
    return "the loss is " + of + " of scale " + short_number(loss.scale) +
           ": standard errors are those of the sandwich covariance; they hold for independent errors of any distribution that is symmetric";
}

/// Says how the figures are to be read.
inline void write_notes(fit_result& out, fit_problem const& p, bool is_curved) {
    auto const note = [&](std::string sentence) { out.notes.push_back(std::move(sentence)); };
    std::string const percent = short_number(100 * out.level) + " %";
    if (!out.converged()) return note("it did not converge: the parameters are those of the best point that was found, and have no standard errors");
    if (out.degrees_of_freedom == 0 && !out.sigma_is_absolute)
        note("there are as many parameters as rows: nothing is left that would tell a standard error");
    else if (!is_curved)
        note("the loss has hardly any curvature: its scale, " + short_number(out.loss.scale) +
             ", is too small beside the residuals to tell standard errors; take a larger one");
    else if (out.loss.what != loss_function::kind::squares) note(words_for_loss(out.loss));
    else if (!out.has_sigma) note("no sigma was given: the scatter of the residuals, " + short_number(out.residual_deviation) + ", is taken for that of all responses");
    else if (!out.sigma_is_absolute)
        note("sigma is relative: standard errors are multiplied by the root of the reduced chi-squared, " + short_number(out.residual_deviation));
    else note("sigma is absolute: standard errors follow from it alone, however large the residuals are");
    if (out.sigma_is_absolute && out.loss.what == loss_function::kind::squares) note("intervals of " + percent + " are those of the normal distribution, as sigma is known");
    else if (out.degrees_of_freedom > 0 && is_curved)
        note("intervals of " + percent + " are Student's, with " + std::to_string(out.degrees_of_freedom) + " degrees of freedom");
    for (std::size_t k = 0; k < out.parameters.size(); ++k) {
        fitted_parameter const& each = out.parameters[k];
        if (each.state == parameter_state::at_lower_bound || each.state == parameter_state::at_upper_bound)
            note(each.name + " is at its " + (each.state == parameter_state::at_lower_bound ? "lower" : "upper") + " bound " + short_number(each.value) +
                 ": it has no standard error, and the others have theirs as if it were fixed there");
    }
    if (!p.options.errors_in.empty())
        note("columns with errors were shifted onto the curve: chi-squared counts their shifts too, R squared is that of the columns as they were measured");
    if (goes_through_all_rows(out) && out.degrees_of_freedom > 0)
        note("the curve goes through every point: residuals are rounding alone" +
             std::string(out.sigma_is_absolute ? "" : ", and so are standard errors; there is no AIC or BIC"));
    if (std::isnan(out.r_squared)) note("all responses are equal: there is no R squared");
}

/// Standard errors and intervals of the parameters from the root of the covariance; `moves` tells which parameters are free, or tied
/// to one that is.
inline void write_intervals(fit_result& out, std::vector<bool> const& moves, bool normal) {
    double const quantile = quantile_of(out.level, out.degrees_of_freedom, normal);
    for (std::size_t k = 0; k < out.parameters.size(); ++k) {
        fitted_parameter& each = out.parameters[k];
        Eigen::Index const row = static_cast<Eigen::Index>(k);
        bool const known = (each.state == parameter_state::free || each.state == parameter_state::tied) && moves[k] && is_zero_row(out.open_directions, row);
        each.standard_error = known ? std::sqrt(out.covariance(row, row)) : nan_number;
        each.lower = each.value - quantile * each.standard_error;
        each.upper = each.value + quantile * each.standard_error;
    }
    Eigen::MatrixXd const& c = out.covariance;
    out.correlation = constant_matrix(c.rows(), c.cols(), 0);
    for (Eigen::Index i = 0; i < c.rows(); ++i)
        for (Eigen::Index k = 0; k < c.cols(); ++k)
            if (i == k) out.correlation(i, k) = 1;
            else if (double const both = std::sqrt(c(i, i)) * std::sqrt(c(k, k)); c(i, i) != 0 && c(k, k) != 0) out.correlation(i, k) = c(i, k) / both;
}

/// Which parameters are free and not at a bound, or tied to one of those.
inline std::vector<bool> moving_parameters(fit_problem const& p, std::vector<parameter_state> const& states) {
    std::vector<bool> moves(states.size());
    std::size_t next = 0;
    for (std::size_t k = 0; k < states.size(); ++k) {
        moves[k] = states[k] == parameter_state::free;
        if (states[k] != parameter_state::tied) continue;
        for (std::string const& name : p.ties[next].symbols())
            if (states[static_cast<std::size_t>(place_of_name(p.names, name))] == parameter_state::free) moves[k] = true;
        ++next;
    }
    return moves;
}

/// Away from a minimum nothing tells how far parameters can be trusted, or what a row does to them.
inline void withhold_errors(fit_result& out) {
    for (Eigen::MatrixXd* each : {&out.covariance, &out.covariance_root, &out.sensitivity, &out.influence}) std::fill_n(each->data(), each->size(), nan_number);
    std::fill_n(out.leverage.data(), out.leverage.size(), nan_number);
}

/// The curve where the columns were measured.
inline Eigen::ArrayXd curve_as_measured(fit_problem const& p, Eigen::VectorXd const& all) {
    Eigen::ArrayXd f;
    p.curve(all, f, nullptr);
    return f;
}

/// The result of a fit from the minimum that was found.
inline fit_result concluded(std::shared_ptr<fit_problem const> const& problem, minimum const& m) {
    fit_problem const& p = *problem;
    bool const squares = p.options.loss.what == loss_function::kind::squares;
    fit_result out(p.response, p.formula);
    out.data = p.data, out.problem = problem;
    out.level = p.options.level, out.loss = p.options.loss, out.has_sigma = p.has_sigma(), out.sigma_is_absolute = p.options.sigma_is_absolute;
    out.why = m.why, out.iterations = m.iterations, out.evaluations = m.evaluations;
    out.rows = p.rows, out.response = p.y, out.sigma = p.sigma, out.cost = 2 * m.cost;
    Eigen::VectorXd const all = p.map(m.b);
    Eigen::ArrayXd row_weight = inverses(p.sigma);
    if (p.options.errors_in.empty()) {
        p.curve(all, out.fitted, &out.jacobian);
    } else {
        p.engine->conclude(p, all, out, row_weight);
    }
    out.residuals = difference(out.response, out.fitted);
    out.chi_squared = square_of(m.r);

    std::vector<Eigen::Index> moving;
    std::vector<parameter_state> states;
    for (int k = 0; k < p.map.size(); ++k) states.push_back(p.map.state(k));
    for (int k = 0; k < p.map.free_count(); ++k) {
        int const at = p.map.free()[static_cast<std::size_t>(k)];
        if (m.b[k] <= p.lower[at]) states[static_cast<std::size_t>(at)] = parameter_state::at_lower_bound;
        else if (m.b[k] >= p.upper[at]) states[static_cast<std::size_t>(at)] = parameter_state::at_upper_bound;
        else moving.push_back(k);
    }
    out.free_parameters = static_cast<int>(moving.size());
    local_statistics const local = statistics_at(m, moving, p.options.loss, out.sigma_is_absolute);

    Eigen::MatrixXd const slopes = p.map.slopes(all);
    Eigen::MatrixXd t(slopes.rows(), static_cast<Eigen::Index>(moving.size()));
    std::vector<std::string> names;
    for (std::size_t k = 0; k < moving.size(); ++k) {
        copy_column(slopes, moving[k], t, static_cast<Eigen::Index>(k));
        names.push_back(p.names[static_cast<std::size_t>(p.map.free()[static_cast<std::size_t>(moving[k])])]);
    }
    out.covariance_root = product(t, local.root), out.open_directions = product(t, local.open);
    out.covariance = product(out.covariance_root, transposed(out.covariance_root));
    out.condition = local.condition, out.leverage = local.leverage;
    out.sensitivity = scaled_rows(transposed(product(t, local.sensitivity)), row_weight);
    out.influence = constant_matrix(p.rows, t.rows(), nan_number);
    Eigen::MatrixXd const influence = transposed(local.influence);
    for (std::size_t k = 0; k < moving.size(); ++k)
        copy_column(influence, static_cast<Eigen::Index>(k), out.influence, p.map.free()[static_cast<std::size_t>(moving[k])]);
    for (Eigen::Index k = 0; k < local.open.cols(); ++k) out.undetermined.push_back(words_for_direction(names, local.open.data() + k * local.open.rows()));
    for (Eigen::Index k = 0; k < t.rows(); ++k)
        for (Eigen::Index i = 0; i < t.rows(); ++i)
            if (!is_zero_row(out.open_directions, k)) out.covariance(i, k) = out.covariance(k, i) = nan_number;

    out.degrees_of_freedom = p.rows - local.rank;
    out.status = !m.converged ? fit_status::not_converged : out.undetermined.empty() ? fit_status::converged : fit_status::undetermined;
    if (!m.converged) withhold_errors(out);
    measure_goodness(out, p.options.errors_in.empty() ? out.residuals : difference(p.y, curve_as_measured(p, all)));
    for (int k = 0; k < p.map.size(); ++k) {
        std::size_t const at = static_cast<std::size_t>(k);
        out.parameters.push_back({.name = p.names[at], .value = all[k], .state = states[at], .tied_to = p.tied_to[at], .start = p.start[k]});
    }
    write_intervals(out, moving_parameters(p, states), out.sigma_is_absolute && squares);
    write_notes(out, p, local.is_curved);
    return out;
}

}  // namespace leibniz::inline v0_1::detail
