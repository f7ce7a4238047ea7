#pragma once

#include <leibniz/fit/levenberg_marquardt.hpp>
#include <leibniz/fit/parameter_map.hpp>
#include <leibniz/fit/result.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// Values of a curve over the rows of the data, for all parameters, and, unless it is null, its Jacobian.
using curve_function = std::function<void(Eigen::VectorXd const& b, Eigen::ArrayXd& f, Eigen::MatrixXd* j)>;

struct fit_problem;

/// What only options ask of the engine of models. A fit without options has none of it, so that its program compiles none.
struct fit_engine {
    std::vector<model> (*resolved_ties)(fit_options const&, std::vector<std::string> const& names);
    tied_parameter (*tied)(model const& tie, std::vector<std::string> const& names, std::vector<std::string> const& free);
    /// The second derivative of the curve along a direction, which follows the parameters in `both`.
    std::function<void(Eigen::VectorXd const& both, double* out)> (*second)(fit_problem const&);
    least_squares (*distances)(fit_problem const&);
    void (*conclude)(fit_problem const&, Eigen::VectorXd const& all, fit_result& out, Eigen::ArrayXd& row_weight);
};

/// The two sides of a model, and how they are evaluated.
struct fit_sides {
    model response, formula;
    std::string response_text, formula_text;
    Eigen::ArrayXd (*responses)(fit_problem const&);
    curve_function (*curve_of)(fit_problem const&);
    fit_engine const* engine;
};

/// A fit after its checks: everything that does not change from step to step.
struct fit_problem : fit_sides {
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
    std::function<void(Eigen::VectorXd const& both, double* out)> second{};  // along a direction, with geodesic acceleration

    fit_problem(fit_sides sides, fit_options told) : fit_sides(std::move(sides)), options(std::move(told)) {}
    bool has_sigma() const { return options.sigma.values.size() > 0; }
    void use_ties(std::vector<parameter_state> states) {
        map = parameter_map(names, std::move(states), start, ties, engine == nullptr ? nullptr : engine->tied);
    }
};

/// The problem of least squares in the free parameters: residuals (fitted - response)/sigma.
inline least_squares vertical_squares_of(fit_problem const& p) {
    least_squares s;
    s.start = p.map.only_free(p.start), s.lower = p.map.only_free(p.lower), s.upper = p.map.only_free(p.upper);
    s.loss = p.options.loss;
    s.magnitude = length(vector_of(quotient(p.y, p.sigma)));
    s.iterations = p.options.iterations;
    s.progress = p.options.progress;
    s.residuals = [&p](Eigen::VectorXd const& b, Eigen::VectorXd& r) {
        Eigen::ArrayXd f;
        p.curve(p.map(b), f, nullptr);
        r = vector_of(scaled_difference(f, p.y, p.sigma));
    };
    s.linearised = [&p](Eigen::VectorXd const& b, Eigen::VectorXd& r, Eigen::MatrixXd& j) {
        Eigen::ArrayXd f;
        Eigen::VectorXd const all = p.map(b);
        p.curve(all, f, &j);
        r = vector_of(scaled_difference(f, p.y, p.sigma));
        if (!p.map.is_plain()) j = product(j, p.map.slopes(all));
        scale_rows(j, inverses(p.sigma));
    };
    if (p.second)
        s.second = [&p](Eigen::VectorXd const& b, Eigen::VectorXd const& v, Eigen::VectorXd& second) {
            Eigen::VectorXd const all = p.map(b);
            Eigen::VectorXd both(2 * all.size());
            Eigen::VectorXd const along = product(p.map.slopes(all), v);
            std::copy_n(all.data(), all.size(), both.data());
            std::copy_n(along.data(), all.size(), both.data() + all.size());
            second.resize(p.rows);
            p.second(both, second.data());
            if (!p.map.is_plain()) {
                Eigen::ArrayXd f;
                Eigen::MatrixXd j;
                p.curve(all, f, &j);
                Eigen::VectorXd const bend = product(j, p.map.bend(all, v));
                add_multiple(1, bend.data(), second.data(), p.rows);
            }
            for (Eigen::Index i = 0; i < p.rows; ++i) second[i] /= p.sigma[i];
        };
    return s;
}

inline least_squares least_squares_of(fit_problem const& p) {
    return p.options.errors_in.empty() ? vertical_squares_of(p) : p.engine->distances(p);
}

}  // namespace leibniz::inline v0_1::detail
