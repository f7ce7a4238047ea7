#pragma once

#include <leibniz/fit/loops.hpp>
#include <leibniz/fit/result.hpp>

#include <Eigen/Core>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// A tied parameter as a function of all others, with its derivatives by the free ones: value and gradient, and the Hessian.
struct tied_parameter {
    std::function<void(Eigen::VectorXd const& all, double* out)> value_and_gradient, hessian;
};

/// All parameters of a model as functions of the free ones: those, numbers, or formulas.
class parameter_map {
public:
    parameter_map() = default;
    /// `ties` are formulas of free and fixed parameters alone, one for each tied parameter, in their order; `tied` makes functions of them.
    parameter_map(std::vector<std::string> const& names, std::vector<parameter_state> states, Eigen::VectorXd start, std::vector<model> const& ties,
                  tied_parameter (*tied)(model const& tie, std::vector<std::string> const& names, std::vector<std::string> const& free))
        : states_(std::move(states)), start_(std::move(start)) {
        for (std::size_t k = 0; k < states_.size(); ++k)
            if (states_[k] == parameter_state::free) free_.push_back(static_cast<int>(k)), free_names_.push_back(names[k]);
        for (model const& each : ties) ties_.push_back(tied(each, names, free_names_));
    }

    int size() const { return static_cast<int>(states_.size()); }
    int free_count() const { return static_cast<int>(free_.size()); }
    std::vector<int> const& free() const { return free_; }
    bool is_plain() const { return free_count() == size(); }
    parameter_state state(int k) const { return states_[static_cast<std::size_t>(k)]; }

    Eigen::VectorXd only_free(Eigen::VectorXd const& all) const {
        Eigen::VectorXd part(free_count());
        for (int k = 0; k < free_count(); ++k) part[k] = all[free_[static_cast<std::size_t>(k)]];
        return part;
    }
    /// All parameters.
    Eigen::VectorXd operator()(Eigen::VectorXd const& free) const {
        Eigen::VectorXd all = start_;
        for (int k = 0; k < free_count(); ++k) all[free_[static_cast<std::size_t>(k)]] = free[k];
        int next = 0;
        for (int k = 0; k < size(); ++k)
            if (state(k) == parameter_state::tied) all[k] = of_tie(next++, all)[0];
        return all;
    }
    /// Their derivatives by the free ones.
    Eigen::MatrixXd slopes(Eigen::VectorXd const& all) const {
        Eigen::MatrixXd t = constant_matrix(size(), free_count(), 0);
        for (int k = 0; k < free_count(); ++k) t(free_[static_cast<std::size_t>(k)], k) = 1;
        int next = 0;
        for (int k = 0; k < size(); ++k)
            if (state(k) == parameter_state::tied) {
                std::vector<double> const both = of_tie(next++, all);
                for (int i = 0; i < free_count(); ++i) t(k, i) = both[static_cast<std::size_t>(1 + i)];
            }
        return t;
    }
    /// Their second derivatives along a direction of the free ones.
    Eigen::VectorXd bend(Eigen::VectorXd const& all, Eigen::VectorXd const& along) const {
        Eigen::VectorXd second = constant_vector(size(), 0);
        int next = 0;
        for (int k = 0; k < size(); ++k)
            if (state(k) == parameter_state::tied) {
                std::vector<double> h(free_.size() * free_.size());
                ties_[static_cast<std::size_t>(next++)].hessian(all, h.data());
                for (int i = 0; i < free_count(); ++i) second[k] += along[i] * dot(h.data() + i * free_count(), along.data(), free_count());
            }
        return second;
    }

private:
    /// Value and gradient.
    std::vector<double> of_tie(int k, Eigen::VectorXd const& all) const {
        std::vector<double> both(1 + free_.size());
        ties_[static_cast<std::size_t>(k)].value_and_gradient(all, both.data());
        return both;
    }

    std::vector<parameter_state> states_;
    Eigen::VectorXd start_;
    std::vector<int> free_;
    std::vector<std::string> free_names_;
    std::vector<tied_parameter> ties_;
};

}  // namespace leibniz::inline v0_1::detail
