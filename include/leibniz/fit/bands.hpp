#pragma once

#include <leibniz/fit/conclude.hpp>
#include <leibniz/fit/model_columns.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

inline Eigen::VectorXd values_of(fit_result const& found) {
    Eigen::VectorXd all(static_cast<Eigen::Index>(found.parameters.size()));
    for (std::size_t k = 0; k < found.parameters.size(); ++k) all[static_cast<Eigen::Index>(k)] = found.parameters[k].value;
    return all;
}

/// The standard errors of numbers with these rows of derivatives by all parameters; NaN where the data do not determine one.
inline Eigen::ArrayXd propagated(fit_result const& found, Eigen::MatrixXd const& slopes) {
    Eigen::ArrayXd errors = column_of(lengths_of_columns(transposed(product(slopes, found.covariance_root))));
    Eigen::MatrixXd const open = product(slopes, found.open_directions), size = product(magnitudes(slopes), magnitudes(found.open_directions));
    for (Eigen::Index i = 0; i < errors.size(); ++i)
        for (Eigen::Index k = 0; k < open.cols(); ++k)
            if (std::abs(open(i, k)) > 1e-8 * size(i, k)) errors[i] = nan_number;
    return errors;
}

inline double quantile_for(fit_result const& found, std::optional<double> level) {
    if (level && !(*level > 0 && *level < 1)) refuse_fit("the level " + short_number(*level) + " of intervals is not between 0 and 1; write 0.95");
    bool const normal = found.sigma_is_absolute && found.loss.what == loss_function::kind::squares;
    return quantile_of(level.value_or(found.level), found.degrees_of_freedom, normal);
}

/// The curve at other rows, with its standard errors.
inline fit_band curve_at(fit_result const& found, std::vector<named_column> const& at) {
    if (has_reductions(found.formula)) refuse_fit("the model takes a sum or mean of all rows; it has no band at other rows");
    std::vector<std::string> names;
    for (fitted_parameter const& each : found.parameters) names.push_back(each.name);
    fit_data columns;
    if (!free_symbols(found.formula).empty()) {
        bool varies = false;
        for (std::string const& name : found.formula.symbols()) varies = varies || place_of_name(names, name) < 0;
        if (varies) columns = used_columns(found.formula.symbols(), names, at);
    }
    Eigen::Index const rows = !columns.empty() ? columns.front().values.size() : at.empty() ? 1 : at.front().values.size();
    Eigen::Index const count = static_cast<Eigen::Index>(names.size());
    fit_band band;
    band.fitted.resize(rows);
    Eigen::MatrixXd slopes(rows, count);
    std::vector<double*> out{band.fitted.data()};
    put_columns(out, slopes);
    model_columns_of_fit(outputs(found.formula, gradient(found.formula, names)), names, columns)(values_of(found), columns, rows, out);
    band.standard_error = propagated(found, slopes);
    return band;
}
inline void write_limits(fit_band& band, double quantile) {
    band.lower = band.upper = band.fitted;
    add_multiple(-quantile, band.standard_error.data(), band.lower.data(), band.lower.size());
    add_multiple(quantile, band.standard_error.data(), band.upper.data(), band.upper.size());
}

}  // namespace detail

inline derived_number fit_result::derive(model const& of) const {
    of.require_numbers("fit");
    std::vector<std::string> names;
    for (fitted_parameter const& each : parameters) names.push_back(each.name);
    for (std::string const& name : of.symbols())
        if (detail::place_of_name(names, name) < 0)
            detail::refuse_fit("derive(" + leibniz::text(of) + "): " + name + " is no parameter; the parameters are " + detail::listed_names(names));
    if (of.size() != 1) detail::refuse_fit("derive: a formula for each number; one of several is m[0]");
    Eigen::VectorXd both(1 + static_cast<Eigen::Index>(names.size()));
    std::vector<double*> out;
    for (Eigen::Index k = 0; k < both.size(); ++k) out.push_back(both.data() + k);
    detail::model_columns_of_fit(outputs(of, gradient(of, names)), names, fit_data{})(detail::values_of(*this), {}, 1, out);
    Eigen::MatrixXd slopes(1, both.size() - 1);
    std::copy_n(both.data() + 1, slopes.size(), slopes.data());
    double const error = detail::propagated(*this, slopes)[0], quantile = detail::quantile_for(*this, {});
    return {both[0], error, both[0] - quantile * error, both[0] + quantile * error};
}

inline fit_band fit_result::confidence_band(std::vector<named_column> const& at, std::optional<double> wanted) const {
    fit_band band = detail::curve_at(*this, at);
    detail::write_limits(band, detail::quantile_for(*this, wanted));
    return band;
}

inline fit_band fit_result::prediction_band(std::vector<named_column> const& at, std::optional<double> wanted, deviation const& sigma_there) const {
    fit_band band = detail::curve_at(*this, at);
    Eigen::ArrayXd scatter = sigma_there.values;
    if (scatter.size() == 0) {
        if (!detail::are_equal(sigma))
            detail::refuse_fit("prediction_band: sigma differs from row to row; give the sigma of the new responses");
        scatter = detail::constant_column(1, sigma[0]);
    }
    scatter = detail::checked_deviations("sigma", scatter, band.fitted.size());
    double const per_row = sigma_is_absolute ? 1 : reduced_chi_squared;
    for (Eigen::Index i = 0; i < scatter.size(); ++i)
        band.standard_error[i] = std::sqrt(band.standard_error[i] * band.standard_error[i] + per_row * (scatter[i] * scatter[i]));
    detail::write_limits(band, detail::quantile_for(*this, wanted));
    return band;
}

}  // namespace leibniz::inline v0_1
