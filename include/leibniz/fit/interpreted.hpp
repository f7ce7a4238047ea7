#pragma once

#include <leibniz/fit/check_fit.hpp>
#include <leibniz/fit/errors_in_columns.hpp>
#include <leibniz/fit/model_columns.hpp>
#include <leibniz/fit/second_along.hpp>

#include <Eigen/Core>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// A fit by the engine of models: of text, and what options ask for.

namespace leibniz::inline v0_1::detail {

/// The responses of the rows, from a formula of columns.
inline Eigen::ArrayXd interpreted_responses(fit_problem const& p) {
    Eigen::ArrayXd y(p.rows);
    model_columns_of_fit(p.response, {}, p.data)({}, p.data, p.rows, {y.data()});
    return y;
}

inline curve_function interpreted_curve(fit_problem const& p) {
    auto const value = std::make_shared<model_columns_of_fit const>(p.formula, p.names, p.data);
    auto const both = std::make_shared<model_columns_of_fit const>(outputs(p.formula, gradient(p.formula, p.names)), p.names, p.data);
    return [=, rows = p.rows, columns = std::make_shared<fit_data const>(p.data)](Eigen::VectorXd const& b, Eigen::ArrayXd& f, Eigen::MatrixXd* j) {
        f.resize(rows);
        std::vector<double*> out{f.data()};
        if (j == nullptr) return (*value)(b, *columns, rows, out);
        j->resize(rows, b.size());
        put_columns(out, *j);
        (*both)(b, *columns, rows, out);
    };
}

/// The ties with all other tied parameters replaced in them.
inline std::vector<model> resolved_ties(fit_options const& options, std::vector<std::string> const& names) {
    std::vector<model> all;
    std::vector<named_binding<model>> others;
    for (named_formula const& tie : options.tied) others.push_back({tie.name, tie.formula});
    for (named_formula const& tie : options.tied) {
        if (tie.formula.size() != 1) refuse_fit("the tie of " + tie.name + " has several formulas");
        for (std::string const& name : free_symbols(tie.formula))
            if (place_of_name(names, name) < 0) refuse_fit(tie.name + " is tied to " + name + ", which is no parameter");
        model formula = tie.formula;
        for (std::size_t round = 0; round < options.tied.size(); ++round) formula = substitute(formula, others);
        for (std::string const& name : free_symbols(formula))
            if (place_of_name(options.tied, name) >= 0) refuse_fit(tie.name + " is tied to itself");
        all.push_back(formula);
    }
    return all;
}

/// The formulas of a model of parameters alone, one after the other.
inline std::function<void(Eigen::VectorXd const&, double*)> numbers_of(model const& of, std::vector<std::string> const& names) {
    return [numbers = model_columns_of_fit(of, names, {})](Eigen::VectorXd const& all, double* out) {
        std::vector<double*> places;
        for (int k = 0; k < numbers.size(); ++k) places.push_back(out + k);
        numbers(all, {}, 1, places);
    };
}
inline tied_parameter tied_by(model const& tie, std::vector<std::string> const& names, std::vector<std::string> const& free) {
    return {numbers_of(outputs(tie, gradient(tie, free)), names), numbers_of(hessian(tie, free), names)};
}

inline std::function<void(Eigen::VectorXd const&, double*)> second_of(fit_problem const& p) {
    std::vector<std::string> both = p.names;
    for (std::string const& name : p.names) both.push_back(direction_of(name));
    return [&p, of = model_columns_of_fit(second_along(p.formula, p.names), both, p.data)](Eigen::VectorXd const& b, double* out) {
        of(b, p.data, p.rows, {out});
    };
}

inline constexpr fit_engine engine_of_models{resolved_ties, tied_by, second_of, distances_of, conclude_shifts};

/// The sides of a model that is known at run time only.
inline fit_sides interpreted_sides(model const& response, model const& formula) {
    return {response, formula, text(response), text(formula), interpreted_responses, interpreted_curve, &engine_of_models};
}

}  // namespace leibniz::inline v0_1::detail
