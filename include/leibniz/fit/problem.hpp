#pragma once

#include <leibniz/fit/levenberg_marquardt.hpp>
#include <leibniz/fit/parameter_map.hpp>
#include <leibniz/fit/second_along.hpp>

#include <Eigen/Core>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// Values of a curve over the rows of the data, for all parameters, and, unless it is null, its Jacobian.
using curve_function = std::function<void(Eigen::VectorXd const& b, Eigen::ArrayXd& f, Eigen::MatrixXd* j)>;

/// A fit after its checks: everything that does not change from step to step.
struct fit_problem {
    model response, formula;
    std::vector<std::string> names;   // of all parameters
    std::vector<std::string> tied_to;  // for each, its formula or nothing
    fit_data data;
    Eigen::Index rows = 0;
    Eigen::ArrayXd y, sigma;
    Eigen::VectorXd start, lower, upper;  // of all parameters
    std::vector<model> ties;              // of free and fixed parameters alone
    parameter_map map;
    fit_options options;
    curve_function curve;
    std::optional<model_columns_of_fit> second{};  // along a direction, with geodesic acceleration

    fit_problem(model left, model right, fit_options told) : response(std::move(left)), formula(std::move(right)), options(std::move(told)) {}
    bool has_sigma() const { return options.sigma.values.size() > 0; }
};

/// Addresses of the columns of a matrix.
inline void put_columns(std::vector<double*>& out, Eigen::MatrixXd& m) {
    for (Eigen::Index k = 0; k < m.cols(); ++k) out.push_back(m.data() + k * m.rows());
}

/// The curve of a model that is known at run time only.
inline curve_function interpreted_curve(model const& formula, std::vector<std::string> const& names, fit_data const& data, Eigen::Index rows) {
    auto const value = std::make_shared<model_columns_of_fit const>(formula, names, data);
    auto const both = std::make_shared<model_columns_of_fit const>(outputs(formula, gradient(formula, names)), names, data);
    return [=, columns = std::make_shared<fit_data const>(data)](Eigen::VectorXd const& b, Eigen::ArrayXd& f, Eigen::MatrixXd* j) {
        f.resize(rows);
        std::vector<double*> out{f.data()};
        if (j == nullptr) return (*value)(b, *columns, rows, out);
        j->resize(rows, b.size());
        put_columns(out, *j);
        (*both)(b, *columns, rows, out);
    };
}

/// The problem of least squares in the free parameters: residuals (fitted - response)/sigma.
inline least_squares vertical_squares_of(fit_problem const& p) {
    least_squares s;
    s.start = p.map.only_free(p.start), s.lower = p.map.only_free(p.lower), s.upper = p.map.only_free(p.upper);
    s.loss = p.options.loss;
    s.magnitude = (p.y / p.sigma).matrix().norm();
    s.iterations = p.options.iterations;
    s.progress = p.options.progress;
    s.residuals = [&p](Eigen::VectorXd const& b, Eigen::VectorXd& r) {
        Eigen::ArrayXd f;
        p.curve(p.map(b), f, nullptr);
        r = ((f - p.y) / p.sigma).matrix();
    };
    s.linearised = [&p](Eigen::VectorXd const& b, Eigen::VectorXd& r, Eigen::MatrixXd& j) {
        Eigen::ArrayXd f;
        Eigen::VectorXd const all = p.map(b);
        p.curve(all, f, &j);
        r = ((f - p.y) / p.sigma).matrix();
        if (!p.map.is_plain()) j = product(j, p.map.slopes(all));
        j = scaled_rows(std::move(j), p.sigma.inverse());
    };
    if (p.second)
        s.second = [&p](Eigen::VectorXd const& b, Eigen::VectorXd const& v, Eigen::VectorXd& second) {
            Eigen::VectorXd const all = p.map(b);
            Eigen::VectorXd both(2 * all.size());
            both << all, product(p.map.slopes(all), v);
            second.resize(p.rows);
            (*p.second)(both, p.data, p.rows, {second.data()});
            if (!p.map.is_plain()) {
                Eigen::ArrayXd f;
                Eigen::MatrixXd j;
                p.curve(all, f, &j);
                second += product(j, p.map.bend(all, v));
            }
            second.array() /= p.sigma;
        };
    return s;
}

}  // namespace leibniz::detail
