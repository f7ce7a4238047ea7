#pragma once

#include <leibniz/fit/problem.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// A curve near points whose columns have errors too: each point is shifted along those columns to where the squares of its distances,
/// in standard deviations, are least. What is left is a function of the parameters alone, of which the derivative is exact, as shifts
/// are at their minimum. (Boggs, Byrd and Schnabel, 1987, take shifts as parameters and come to the same.)
class shifted_rows {
public:
    explicit shifted_rows(fit_problem const& p) : p_(p), columns_(p.data) {
        std::vector<std::string> by = p.names;
        for (named_column const& each : p.options.errors_in) {
            errored_.push_back(static_cast<std::size_t>(place_of_name(p.data, each.name)));
            by.push_back(each.name);
            deviations_.push_back(each.values.size() == 1 ? Eigen::ArrayXd::Constant(p.rows, each.values[0]) : each.values);
        }
        all_.emplace(outputs(p.formula, gradient(p.formula, by)), p.names, p.data);
        shifts_ = slopes_ = Eigen::MatrixXd::Zero(p.rows, static_cast<Eigen::Index>(errored_.size()));
    }

    /// Shifts the rows for these parameters, of all names.
    void operator()(Eigen::VectorXd const& b) {
        Eigen::ArrayXd share = Eigen::ArrayXd::Ones(p_.rows), square = evaluate_at(b, shifts_);
        for (int round = 0; round < 200 && square.allFinite(); ++round) {
            Eigen::MatrixXd const from = shifts_, was = slopes_;
            Eigen::ArrayXd const line = (residual_ - (slopes_.array() * from.array()).rowwise().sum()) / (1 + slopes_.rowwise().squaredNorm().array());
            Eigen::MatrixXd step = -(was.array().colwise() * line).matrix() - from;
            step.array().colwise() *= share;
            if ((step.array().abs() <= 1e-15 * (1 + from.array().abs())).all()) break;
            Eigen::ArrayXd const next = evaluate_at(b, from + step);
            bool better = false;
            shifts_ = from + step;
            for (Eigen::Index i = 0; i < p_.rows; ++i) {
                bool const taken = next[i] <= square[i];
                better = better || next[i] < square[i];
                share[i] = taken ? 1 : share[i] / 4;
                if (!taken) shifts_.row(i) = from.row(i);
            }
            square = evaluate_at(b, shifts_);
            if (!better && share.minCoeff() < 1e-8) break;
            if (!better && (share == 1).all()) break;
        }
    }
    /// The signed distance of each row, in standard deviations.
    Eigen::VectorXd distances() const {
        Eigen::ArrayXd const ahead = residual_ - (slopes_.array() * shifts_.array()).rowwise().sum();
        return ((residual_.square() + shifts_.rowwise().squaredNorm().array()).sqrt() * ahead.sign()).matrix();
    }
    /// By how much a residual counts less than without errors in the columns.
    Eigen::ArrayXd weights() const { return (1 + slopes_.rowwise().squaredNorm().array()).sqrt().inverse(); }
    Eigen::ArrayXd const& fitted() const { return fitted_; }
    Eigen::MatrixXd const& jacobian() const { return jacobian_; }
    std::vector<named_column> shifts() const {
        std::vector<named_column> all;
        for (std::size_t k = 0; k < errored_.size(); ++k)
            all.push_back({p_.data[errored_[k]].name, shifts_.col(static_cast<Eigen::Index>(k)).array() * deviations_[k]});
        return all;
    }

private:
    /// The squared distances for such shifts, in standard deviations; keeps the curve and its derivatives there.
    Eigen::ArrayXd evaluate_at(Eigen::VectorXd const& b, Eigen::MatrixXd const& shifts) {
        for (std::size_t k = 0; k < errored_.size(); ++k)
            columns_[errored_[k]].values = p_.data[errored_[k]].values + deviations_[k] * shifts.col(static_cast<Eigen::Index>(k)).array();
        fitted_.resize(p_.rows);
        jacobian_.resize(p_.rows, b.size());
        std::vector<double*> out{fitted_.data()};
        put_columns(out, jacobian_);
        put_columns(out, slopes_);
        (*all_)(b, columns_, p_.rows, out);
        for (std::size_t k = 0; k < errored_.size(); ++k) slopes_.col(static_cast<Eigen::Index>(k)).array() *= deviations_[k] / p_.sigma;
        residual_ = (fitted_ - p_.y) / p_.sigma;
        return residual_.square() + shifts.rowwise().squaredNorm().array();
    }

    fit_problem const& p_;
    fit_data columns_;
    std::vector<std::size_t> errored_;
    std::vector<Eigen::ArrayXd> deviations_;
    std::optional<model_columns_of_fit> all_;
    Eigen::ArrayXd fitted_, residual_;
    Eigen::MatrixXd jacobian_, slopes_, shifts_;  // slopes and shifts in standard deviations
};

/// The problem of least squares with errors in columns: what is left are distances.
inline least_squares distances_of(fit_problem const& p) {
    least_squares s = vertical_squares_of(p);
    auto const rows = std::make_shared<shifted_rows>(p);
    s.residuals = [&p, rows](Eigen::VectorXd const& b, Eigen::VectorXd& r) {
        shifted_rows at = *rows;
        at(p.map(b));
        r = at.distances();
    };
    s.linearised = [&p, rows](Eigen::VectorXd const& b, Eigen::VectorXd& r, Eigen::MatrixXd& j) {
        Eigen::VectorXd const all = p.map(b);
        (*rows)(all);
        r = rows->distances();
        j = scaled_rows(product(rows->jacobian(), p.map.slopes(all)), rows->weights() / p.sigma);
    };
    return s;
}

inline least_squares least_squares_of(fit_problem const& p) { return p.options.errors_in.empty() ? vertical_squares_of(p) : distances_of(p); }

}  // namespace leibniz::detail
