#pragma once

#include "csv.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace train {

using column = std::vector<double>;

/// The numbers of the column `name`.
inline column numbers(table const& data, std::string_view name) {
    auto const& names = data.header.fields;
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        std::string present;
        for (auto const& each : names) present += (present.empty() ? "" : ", ") + printable(each);
        fail(data.file, ", line ", data.header.line, ": no column is named ", in_quotes(name), "; the columns are ",
             printable(present, 400));
    }
    if (std::find(found + 1, names.end(), name) != names.end()) {
        fail(data.file, ", line ", data.header.line, ": more than one column is named ", in_quotes(name));
    }
    auto const index = static_cast<std::size_t>(found - names.begin());
    column result;
    result.reserve(data.rows.size());
    for (auto const& row : data.rows) {
        auto const value = number_in(row.fields[index]);
        if (!value) {
            fail(data.file, ", line ", row.line, ": column ", in_quotes(name), " holds ", in_quotes(row.fields[index]),
                 " where a finite number belongs");
        }
        result.push_back(*value);
    }
    return result;
}

/// A straight line w*x + b.
struct line {
    double w;
    double b;
};

/// How a column is brought to mean 0 and deviation 1. Between columns of very different size the slopes of
/// the loss differ so much that no single rate suits both parameters; between scaled ones, any below 1 does.
struct scale {
    double mean;
    double deviation;

    double operator()(double entry) const { return (entry - mean) / deviation; }
};

inline scale scale_of(column const& entries, table const& data, std::string_view name) {
    auto const [least, greatest] = std::minmax_element(entries.begin(), entries.end());
    if (*least == *greatest) { fail(data.file, ": column ", in_quotes(name), " cannot be scaled, as it holds ", *least, " in every row"); }
    auto const count = static_cast<double>(entries.size());
    auto const mean = std::accumulate(entries.begin(), entries.end(), 0.0) / count;
    auto const add_square = [mean](double sum, double entry) { return sum + (entry - mean) * (entry - mean); };
    auto const deviation = std::sqrt(std::accumulate(entries.begin(), entries.end(), 0.0, add_square) / count);
    if (!std::isnormal(deviation)) {
        fail(data.file, ": column ", in_quotes(name), " cannot be scaled, as squares of its numbers leave the range of a double");
    }
    return {mean, deviation};
}

inline column scaled(column entries, scale const& by) {
    std::transform(entries.begin(), entries.end(), entries.begin(), by);
    return entries;
}

/// The two columns of the file, and the same two scaled.
struct dataset {
    dataset(table const& data, std::string_view x_name, std::string_view y_name)
        : xs(numbers(data, x_name)),
          ys(numbers(data, y_name)),
          x_scale(scale_of(xs, data, x_name)),
          y_scale(scale_of(ys, data, y_name)),
          scaled_xs(scaled(xs, x_scale)),
          scaled_ys(scaled(ys, y_scale)) {}

    /// The line through the scaled columns that is `f` in the units of the file.
    line to_scaled(line f) const {
        return {f.w * x_scale.deviation / y_scale.deviation, (f.w * x_scale.mean + f.b - y_scale.mean) / y_scale.deviation};
    }

    /// The line in the units of the file that is `f` through the scaled columns.
    line to_file(line f) const {
        auto const w = f.w * y_scale.deviation / x_scale.deviation;
        return {w, y_scale.mean + y_scale.deviation * f.b - w * x_scale.mean};
    }

    column xs, ys;
    scale x_scale, y_scale;
    column scaled_xs, scaled_ys;
};

}  // namespace train
