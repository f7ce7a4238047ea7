#pragma once

#include <leibniz/fit/model_columns.hpp>
#include <leibniz/fit/orthogonal.hpp>
#include <leibniz/fit/result.hpp>

#include <Eigen/Core>

#include <string>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// All parameters of a model as functions of the free ones: those, numbers, or formulas.
class parameter_map {
public:
    parameter_map() = default;
    /// `ties` are formulas of free and fixed parameters alone, one for each tied parameter, in their order.
    parameter_map(std::vector<std::string> const& names, std::vector<parameter_state> states, Eigen::VectorXd start, std::vector<model> const& ties)
        : states_(std::move(states)), start_(std::move(start)) {
        for (std::size_t k = 0; k < states_.size(); ++k)
            if (states_[k] == parameter_state::free) free_.push_back(static_cast<int>(k)), free_names_.push_back(names[k]);
        for (model const& each : ties) {
            ties_.emplace_back(outputs(each, gradient(each, free_names_)), names, std::vector<named_column>{});
            bends_.emplace_back(hessian(each, free_names_), names, std::vector<named_column>{});
        }
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
            if (state(k) == parameter_state::tied) all[k] = values(ties_[static_cast<std::size_t>(next++)], all)[0];
        return all;
    }
    /// Their derivatives by the free ones.
    Eigen::MatrixXd slopes(Eigen::VectorXd const& all) const {
        Eigen::MatrixXd t = Eigen::MatrixXd::Zero(size(), free_count());
        for (int k = 0; k < free_count(); ++k) t(free_[static_cast<std::size_t>(k)], k) = 1;
        int next = 0;
        for (int k = 0; k < size(); ++k)
            if (state(k) == parameter_state::tied) {
                Eigen::VectorXd const both = values(ties_[static_cast<std::size_t>(next++)], all);
                for (int i = 0; i < free_count(); ++i) t(k, i) = both[1 + i];
            }
        return t;
    }
    /// Their second derivatives along a direction of the free ones.
    Eigen::VectorXd bend(Eigen::VectorXd const& all, Eigen::VectorXd const& along) const {
        Eigen::VectorXd second = Eigen::VectorXd::Zero(size());
        int next = 0;
        for (int k = 0; k < size(); ++k)
            if (state(k) == parameter_state::tied) {
                Eigen::VectorXd const h = values(bends_[static_cast<std::size_t>(next++)], all);
                for (int i = 0; i < free_count(); ++i) second[k] += along[i] * dot(h.data() + i * free_count(), along.data(), free_count());
            }
        return second;
    }

private:
    static Eigen::VectorXd values(model_columns_of_fit const& of, Eigen::VectorXd const& all) {
        Eigen::VectorXd numbers(of.size());
        std::vector<double*> out;
        for (int k = 0; k < of.size(); ++k) out.push_back(numbers.data() + k);
        of(all, {}, 1, out);
        return numbers;
    }

    std::vector<parameter_state> states_;
    Eigen::VectorXd start_;
    std::vector<int> free_;
    std::vector<std::string> free_names_;
    std::vector<model_columns_of_fit> ties_, bends_;
};

}  // namespace leibniz::detail
