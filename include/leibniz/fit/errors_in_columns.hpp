#pragma once

#include <leibniz/fit/check_fit.hpp>
#include <leibniz/fit/model_columns.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
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
            deviations_.push_back(each.values.size() == 1 ? constant_column(p.rows, each.values[0]) : each.values);
        }
        all_.emplace(outputs(p.formula, gradient(p.formula, by)), p.names, p.data);
        shifts_ = slopes_ = constant_matrix(p.rows, static_cast<Eigen::Index>(errored_.size()), 0);
    }

    /// Shifts the rows for these parameters, of all names.
    void operator()(Eigen::VectorXd const& b) {
        Eigen::ArrayXd share = constant_column(p_.rows, 1), square = evaluate_at(b, shifts_);
        for (int round = 0; round < 200 && all_finite(square.data(), square.size()); ++round) {
            Eigen::MatrixXd const from = shifts_;
            if (!take_steps(share)) {
                shifts_ = from;
                break;
            }
            Eigen::ArrayXd const next = evaluate_at(b, shifts_);
            bool better = false;
            for (Eigen::Index i = 0; i < p_.rows; ++i) {
                bool const taken = next[i] <= square[i];
                better = better || next[i] < square[i];
                share[i] = taken ? 1 : share[i] / 4;
                for (Eigen::Index k = 0; !taken && k < shifts_.cols(); ++k) shifts_(i, k) = from(i, k);
            }
            square = evaluate_at(b, shifts_);
            double const least = *std::min_element(share.data(), share.data() + share.size());
            if (!better && (least < 1e-8 || least == 1)) break;
        }
    }
    /// The signed distance of each row, in standard deviations.
    Eigen::VectorXd distances() const {
        Eigen::VectorXd all(p_.rows);
        for (Eigen::Index i = 0; i < p_.rows; ++i) {
            double const at = ahead(i), square = residual_[i] * residual_[i] + square_of_row(shifts_, i);
            all[i] = std::sqrt(square) * ((at > 0) - (at < 0));
        }
        return all;
    }
    /// By how much a residual counts less than without errors in the columns, divided by sigma.
    Eigen::ArrayXd weights_by_sigma() const {
        Eigen::ArrayXd all(p_.rows);
        for (Eigen::Index i = 0; i < p_.rows; ++i) all[i] = 1 / std::sqrt(1 + square_of_row(slopes_, i)) / p_.sigma[i];
        return all;
    }
    Eigen::ArrayXd const& fitted() const { return fitted_; }
    Eigen::MatrixXd const& jacobian() const { return jacobian_; }
    std::vector<named_column> shifts() const {
        std::vector<named_column> all;
        for (std::size_t k = 0; k < errored_.size(); ++k)
            all.push_back({p_.data[errored_[k]].name, shifted(constant_column(p_.rows, 0), k, shifts_)});
        return all;
    }

private:
    /// Moves each row by a share of the step to where its distance from the tangent is least; false where no step is left.
    bool take_steps(Eigen::ArrayXd const& share) {
        bool moved = false;
        for (Eigen::Index i = 0; i < p_.rows; ++i) {
            double const line = ahead(i) / (1 + square_of_row(slopes_, i));
            for (Eigen::Index k = 0; k < shifts_.cols(); ++k) {
                double const step = (-slopes_(i, k) * line - shifts_(i, k)) * share[i];
                moved = moved || !(std::abs(step) <= 1e-15 * (1 + std::abs(shifts_(i, k))));
                shifts_(i, k) += step;
            }
        }
        return moved;
    }
    /// The residual of a row by its tangent, where the columns were measured.
    double ahead(Eigen::Index i) const {
        double sum = 0;
        for (Eigen::Index k = 0; k < shifts_.cols(); ++k) sum += slopes_(i, k) * shifts_(i, k);
        return residual_[i] - sum;
    }
    static double square_of_row(Eigen::MatrixXd const& m, Eigen::Index i) {
        double sum = 0;
        for (Eigen::Index k = 0; k < m.cols(); ++k) sum += m(i, k) * m(i, k);
        return sum;
    }
    /// A column after the shifts of the k-th one with errors.
    Eigen::ArrayXd shifted(Eigen::ArrayXd column, std::size_t k, Eigen::MatrixXd const& shifts) const {
        for (Eigen::Index i = 0; i < p_.rows; ++i) column[i] += deviations_[k][i] * shifts(i, static_cast<Eigen::Index>(k));
        return column;
    }

    /// The squared distances for such shifts, in standard deviations; keeps the curve and its derivatives there.
    Eigen::ArrayXd evaluate_at(Eigen::VectorXd const& b, Eigen::MatrixXd const& shifts) {
        for (std::size_t k = 0; k < errored_.size(); ++k)
            columns_[errored_[k]].values = shifted(p_.data[errored_[k]].values, k, shifts);
        fitted_.resize(p_.rows);
        jacobian_.resize(p_.rows, b.size());
        std::vector<double*> out{fitted_.data()};
        put_columns(out, jacobian_);
        put_columns(out, slopes_);
        (*all_)(b, columns_, p_.rows, out);
        residual_ = scaled_difference(fitted_, p_.y, p_.sigma);
        Eigen::ArrayXd square(p_.rows);
        for (Eigen::Index i = 0; i < p_.rows; ++i) {
            for (std::size_t k = 0; k < errored_.size(); ++k) slopes_(i, static_cast<Eigen::Index>(k)) *= deviations_[k][i] / p_.sigma[i];
            square[i] = residual_[i] * residual_[i] + square_of_row(shifts, i);
        }
        return square;
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
        j = product(rows->jacobian(), p.map.slopes(all));
        scale_rows(j, rows->weights_by_sigma());
    };
    return s;
}

/// What the result says of the rows where they were shifted to; `row_weight` is by how much a residual counts.
inline void conclude_shifts(fit_problem const& p, Eigen::VectorXd const& all, fit_result& out, Eigen::ArrayXd& row_weight) {
    shifted_rows rows(p);
    rows(all);
    out.fitted = rows.fitted(), out.jacobian = rows.jacobian(), out.x_shifts = rows.shifts();
    row_weight = rows.weights_by_sigma();
}

}  // namespace leibniz::inline v0_1::detail
