#pragma once

#include <leibniz/fit/options.hpp>

#include <Eigen/Core>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

/// What became of a parameter.
enum class parameter_state { free, fixed, tied, at_lower_bound, at_upper_bound };

/// A parameter of a fit. Standard error and interval are NaN where the data give none: of a fixed parameter, at a bound, and where
/// the data do not determine it, tied to such parameters alone, and without convergence.
struct fitted_parameter {
    std::string name;
    double value = 0, standard_error = 0, lower = 0, upper = 0;  ///< lower, upper: the interval of fit_result::level
    parameter_state state = parameter_state::free;
    std::string tied_to{};                                       ///< the formula of a tied one, "2*b1"
    double start = 0;
};

enum class fit_status {
    converged,
    not_converged,  ///< the parameters are the best that were found, and all that is said of errors is NaN
    undetermined    ///< converged, but the data do not determine some direction: fit_result::undetermined names it
};

/// A number that is calculated from the parameters, with its uncertainty (NaN where the data do not determine it).
struct derived_number {
    double value = 0, standard_error = 0, lower = 0, upper = 0;
};

/// A curve, with its interval point by point.
struct fit_band {
    Eigen::ArrayXd fitted, standard_error, lower, upper;
};

/// The interval of a parameter from the sum of squares itself. An end is infinite where the sum of squares never rises so far.
struct profile_interval {
    double lower = 0, upper = 0;
    bool lower_is_bound = false, upper_is_bound = false;  ///< the end is a bound of the parameter
    int fits = 0;                                         ///< how many fits it took
};

namespace detail {
struct fit_problem;
}

/// A fit: parameters with their uncertainties, how good it is, and where it stopped. All matrices have a row or column for each
/// entry of `parameters`, free or not, in that order.
struct fit_result {
    std::vector<fitted_parameter> parameters;
    double level = 0.95;
    fit_status status = fit_status::not_converged;
    std::string why;                        ///< why it stopped
    std::vector<std::string> undetermined;  ///< one sentence for each direction that the data do not determine
    std::vector<std::string> notes;         ///< one sentence each: how sigma is read, what intervals are, what a bound does, which loss

    Eigen::MatrixXd covariance, correlation;  ///< NaN where the data do not determine; 0 in rows of fixed parameters and of those at a bound
    Eigen::MatrixXd covariance_root;          ///< it times its transpose is the covariance, also where that is NaN: over directions that are determined
    Eigen::MatrixXd open_directions;          ///< of the parameters, a column for each sentence of `undetermined`
    double condition = 0;                     ///< of the Jacobian with columns of length 1, over free parameters; infinite where undetermined

    Eigen::Index rows = 0, degrees_of_freedom = 0;
    int free_parameters = 0, iterations = 0, evaluations = 0;
    bool has_sigma = false, sigma_is_absolute = false;
    loss_function loss{};
    double cost = 0;                         ///< what was minimised: the sum of squares, or of losses
    double chi_squared = 0;                  ///< the sum of squares of (response - fitted)/sigma
    double reduced_chi_squared = 0;          ///< by degree of freedom; NaN without one
    double residual_deviation = 0;           ///< its root: the standard deviation of a residual
    double r_squared = 0, adjusted_r_squared = 0;  ///< NaN where all responses are equal
    double aic = 0, bic = 0;                 ///< NaN for other losses than squares, without convergence, and where residuals are rounding alone
    Eigen::Index runs = 0;                   ///< of residuals of one sign, one after the other
    double expected_runs = 0, runs_deviation = 0;  ///< if signs came by chance

    Eigen::ArrayXd response, fitted, residuals;  ///< residuals = response - fitted
    Eigen::ArrayXd sigma;                    ///< 1 where none was given
    Eigen::MatrixXd jacobian;                ///< of the fitted values, a row for each row of data
    Eigen::ArrayXd leverage;                 ///< the share of each row in its own fitted value
    Eigen::MatrixXd sensitivity;             ///< the derivative of each parameter by each response, rows × parameters
    Eigen::MatrixXd influence;               ///< DFBETAS: by how many standard errors a parameter would fall if the row were left out; of losses to first order
    std::vector<named_column> x_shifts;      ///< with errors_in: by how much each x was shifted onto the curve

    model response_formula, formula;         ///< left and right side
    std::vector<named_column> data;          ///< the columns that were used
    std::shared_ptr<detail::fit_problem const> problem;

    /// Made by fit.
    fit_result(model left, model right) : response_formula(std::move(left)), formula(std::move(right)) {}

    bool converged() const { return status != fit_status::not_converged; }
    /// The model as text: "y = b1*(1 - exp(-b2*x))".
    std::string text() const { return leibniz::text(response_formula) + " = " + leibniz::text(formula); }
    /// A parameter by its symbol or name; throws std::invalid_argument where there is none.
    fitted_parameter const& operator[](parameter_name const& by) const {
        for (fitted_parameter const& each : parameters)
            if (each.name == by.name) return each;
        throw std::invalid_argument("fit: the model has no parameter " + by.name);
    }

    /// A number calculated from the parameters, with the uncertainty that theirs have together, by exact partial derivatives: to
    /// first order. Throws std::invalid_argument for a symbol that is no parameter.
    derived_number derive(model const& of) const;
    template <expression E>
    derived_number derive(E e) const {
        return derive(as_model(e));
    }
    derived_number derive(std::string_view text) const { return derive(parse(text)); }

    /// The fitted curve at other rows, with the interval in which the true curve lies, point by point.
    fit_band confidence_band(std::vector<named_column> const& at, std::optional<double> level = {}) const;
    /// The same with the interval in which a new response lies. `sigma` is that of the new responses; without it, 1 if the fit has
    /// none, that of the fit where it is one for all rows; else it throws std::invalid_argument.
    fit_band prediction_band(std::vector<named_column> const& at, std::optional<double> level = {}, deviation const& sigma = {}) const;
};

/// The interval of a free parameter in which the sum of squares, with all other parameters fitted anew, rises by no more than
/// Student's quantile allows: where the model is far from linear it is no longer symmetric. Costs some dozen fits.
profile_interval profile(fit_result const& found, parameter_name const& of, std::optional<double> level = {});

/// Parameters with their start, and columns: {{"b1", 500}, {"b2", 1e-4}} and {{"x", xs}, {"y", ys}}.
using fit_start = std::vector<named_number>;
using fit_data = std::vector<named_column>;

/// Fits `formula` to `response`, which is a formula of columns alone, by least squares. Parameters are what `start` names; every other
/// symbol is a column. Throws std::invalid_argument before any work: for fewer rows than parameters, columns of different length, NaN
/// (column and row), a parameter that the model does not mention, a start out of bounds.
fit_result fit(model const& response, model const& formula, fit_start const& start, fit_data const& data, fit_options const& options = {});

/// The same for an equation in text: `fit("log(y) = b1 - b2*x", {{"b1", 1}, {"b2", 1}}, {{"x", xs}, {"y", ys}})`. Throws
/// syntax_error for text that is none.
fit_result fit(std::string_view text, fit_start const& start, fit_data const& data, fit_options const& options = {});

}  // namespace leibniz::inline v0_1
