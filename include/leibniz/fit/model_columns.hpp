#pragma once

#include <leibniz/eigen/interpret_columns.hpp>
#include <leibniz/fit/options.hpp>
#include <leibniz/fit/place_of_name.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// The formulas of a model over columns, for parameters that change from call to call.
class model_columns_of_fit {
public:
    /// Every symbol of the model is one of the parameters or one of the columns.
    model_columns_of_fit(model of, std::vector<std::string> const& parameters, std::vector<named_column> const& columns) : model_(std::move(of)) {
        for (variable_name const& v : model_.code().variables) {
            int const parameter = place_of_name(parameters, v.name);
            from_.push_back({parameter, parameter < 0 ? place_of_name(columns, v.name) : -1});
        }
    }
    int size() const { return model_.size(); }

    /// Writes `rows` values of each formula, those of formula k to out[k].
    void operator()(Eigen::VectorXd const& b, std::vector<named_column> const& columns, Eigen::Index rows, std::vector<double*> const& out) const {
        std::vector<block_interpreter<double>::input> inputs(from_.size());
        for (std::size_t k = 0; k < from_.size(); ++k) {
            if (from_[k].parameter >= 0) inputs[k].number = b[from_[k].parameter];
            else if (auto const& column = columns[static_cast<std::size_t>(from_[k].column)].values; column.size() == 1) inputs[k].number = column[0];
            else inputs[k].column = true, inputs[k].packed = column.data();
        }
        block_interpreter<double> work(model_.code(), inputs, rows);
        work.run(out);
        for (int k = 0; k < size(); ++k)
            if (!work.varies(k)) std::fill_n(out[static_cast<std::size_t>(k)], rows, work.number(k));
    }

private:
    struct source {
        int parameter, column;
    };
    model model_;
    std::vector<source> from_;
};

}  // namespace leibniz::inline v0_1::detail
