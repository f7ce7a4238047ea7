#pragma once

#include <leibniz/fit/check_fit.hpp>

#include <Eigen/Core>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

inline void check_options(fit_options const& o) {
    if (!(o.level > 0 && o.level < 1)) refuse_fit("the level " + short_number(o.level) + " of intervals is not between 0 and 1; write 0.95");
    if (o.iterations < 1) refuse_fit("iterations is " + std::to_string(o.iterations) + "; allow at least one");
    if (!(o.loss.scale > 0)) refuse_fit("the scale of the loss is " + short_number(o.loss.scale) + "; it is positive");
    if (o.sigma_is_absolute && o.sigma.values.size() == 0) refuse_fit("sigma_is_absolute without sigma; give the standard deviation of the responses");
    if (o.errors_in.empty()) return;
    if (o.loss.what != loss_function::kind::squares) refuse_fit("errors_in takes squares; leave the loss out");
    if (o.geodesic) refuse_fit("errors_in goes without geodesic acceleration");
    if (o.sigma.values.size() == 0) refuse_fit("errors_in without sigma; give that of the responses too, as its ratio to the errors of columns counts");
}

/// The parameters: those with a start, and those that are tied.
inline void put_parameters(fit_problem& p, fit_start const& start) {
    fit_options const& o = p.options;
    require_distinct(start, "a start");
    require_distinct(o.tied, "a tie");
    for (named_number const& each : start) {
        if (!p.formula.source()->mentions(each.name) && place_of_name(o.tied, each.name) < 0) {
            bool used = false;
            for (named_formula const& tie : o.tied) used = used || tie.formula.source()->mentions(each.name);
            if (!used) refuse_fit("the model " + p.formula_text + " does not mention " + each.name + "; it has the symbols " + listed_names(p.formula.symbols()));
        }
        if (!std::isfinite(each.value)) refuse_fit("the start of " + each.name + " is " + no_number(each.value));
        if (p.response.source()->mentions(each.name))
            refuse_fit("the response " + p.response_text + " mentions the parameter " + each.name + "; the left side is of columns alone");
        p.names.push_back(each.name);
    }
    for (named_formula const& tie : o.tied)
        if (place_of_name(p.names, tie.name) < 0) p.names.push_back(tie.name);
    p.start = constant_vector(static_cast<Eigen::Index>(p.names.size()), 0);
    for (std::size_t k = 0; k < start.size(); ++k) p.start[static_cast<Eigen::Index>(k)] = start[k].value;

    std::vector<parameter_state> states(p.names.size(), parameter_state::free);
    for (parameter_name const& each : o.fixed) {
        int const k = place_of_name(start, each.name);
        if (k < 0) refuse_fit(each.name + " is fixed, but has no start; give it a value");
        states[static_cast<std::size_t>(k)] = parameter_state::fixed;
    }
    p.tied_to.resize(p.names.size());
    std::vector<model> const resolved = o.tied.empty() ? std::vector<model>() : p.engine->resolved_ties(o, p.names);
    for (std::size_t k = 0; k < p.names.size(); ++k)
        if (int const at = place_of_name(o.tied, p.names[k]); at >= 0) {
            if (states[k] == parameter_state::fixed) refuse_fit(p.names[k] + " is fixed and tied; it can be one of them");
            states[k] = parameter_state::tied;
            p.tied_to[k] = o.tied[static_cast<std::size_t>(at)].text;
            p.ties.push_back(resolved[static_cast<std::size_t>(at)]);
        }
    p.use_ties(std::move(states));
    if (p.map.free_count() == 0) refuse_fit("no parameter is free; give one a start, and do not fix or tie it");
    p.start = p.map(p.map.only_free(p.start));
}

/// Checks everything that a fit is given, and makes its problem.
inline std::shared_ptr<fit_problem> prepared(fit_sides sides, fit_start const& start, fit_data const& data, fit_options const& options) {
    for (model const* side : {&sides.response, &sides.formula}) {
        side->require_numbers("fit");
        if (side->size() != 1) refuse_fit("each side is one formula; one of several is m[0]");
    }
    check_options(options);
    auto const made = std::make_shared<fit_problem>(std::move(sides), options);
    fit_problem& p = *made;
    if (start.empty() && options.tied.empty()) refuse_fit("there is no parameter; give a start, such as b1 = 1");
    put_parameters(p, start);
    for (named_column const& each : data)
        if (place_of_name(p.names, each.name) >= 0) refuse_fit(each.name + " is a parameter and a column; one of them needs another name");
    std::vector<std::string> symbols = p.response.symbols();
    for (std::string& name : p.formula.symbols()) symbols.push_back(std::move(name));
    p.data = used_columns(symbols, p.names, data);
    if (p.data.empty()) refuse_fit("the response " + p.response_text + " has no column; write the measured column on the left side");
    p.rows = p.data.front().values.size();
    if (p.rows < p.map.free_count())
        refuse_fit(std::to_string(p.rows) + (p.rows == 1 ? " row" : " rows") + " cannot determine " + std::to_string(p.map.free_count()) +
                   " parameters; give more rows, or fix parameters");
    p.sigma = p.has_sigma() ? checked_deviations("sigma", options.sigma.values, p.rows) : constant_column(p.rows, 1);
    p.lower = checked_bounds(options.lower, p, false);
    p.upper = checked_bounds(options.upper, p, true);
    p.y = p.responses(p);
    for (Eigen::Index i = 0; i < p.rows; ++i)
        if (!std::isfinite(p.y[i]))
            refuse_fit("the response " + p.response_text + " is " + no_number(p.y[i]) + " " + where_in(p.data, i) + "; leave the row out");
    require_squares("sigma", p.sigma);
    require_squares("the response " + p.response_text, p.y);
    if (p.has_sigma()) require_squares("the response divided by sigma", quotient(p.y, p.sigma));
    p.curve = p.curve_of(p);
    for (named_column const& each : options.errors_in) {
        if (place_of_name(p.data, each.name) < 0 || !p.formula.source()->mentions(each.name))
            refuse_fit(each.name + " has errors, but is no column of the model " + p.formula_text);
        if (p.response.source()->mentions(each.name)) refuse_fit(each.name + " has errors; it cannot be on the left side, whose errors are sigma");
        static_cast<void>(checked_deviations("the sigma of " + each.name, each.values, p.rows));
    }
    if (!options.errors_in.empty() && has_reductions(p.formula)) refuse_fit("errors_in goes without sums and means of rows in the model");
    if (options.geodesic) p.second = p.engine->second(p);

    Eigen::ArrayXd f;
    Eigen::MatrixXd j;
    p.curve(p.start, f, &j);
    for (Eigen::Index i = 0; i < p.rows; ++i) {
        if (!std::isfinite(f[i])) refuse_fit("the model is " + no_number(f[i]) + " at the start " + where_in(p.data, i) + "; start elsewhere");
        for (Eigen::Index k = 0; k < j.cols(); ++k)
            if (!std::isfinite(j(i, k)))
                refuse_fit("the derivative of the model by " + p.names[static_cast<std::size_t>(k)] + " is " + no_number(j(i, k)) + " at the start " +
                           where_in(p.data, i) + "; start elsewhere");
    }
    require_finite_squares("the residual at the start", scaled_difference(f, p.y, p.sigma), "start elsewhere");
    scale_rows(j, inverses(p.sigma));
    for (Eigen::Index k = 0; k < j.cols(); ++k)
        require_finite_squares("the derivative of the model by " + p.names[static_cast<std::size_t>(k)] + " at the start", column_of(j, k),
                               "use another unit for it");
    return made;
}

}  // namespace leibniz::inline v0_1::detail
