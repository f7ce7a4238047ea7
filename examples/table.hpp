#pragma once

#include "input.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace examples {

/// The numbers of a CSV file, a row for each of its lines, below the names of their columns.
struct table {
    std::string file;
    std::vector<std::string> names;
    Eigen::MatrixXd numbers;
};

inline std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> all;
    for (std::size_t first = 0; first <= line.size();) {
        std::size_t const end = std::min(line.find(',', first), line.size());
        all.push_back(trimmed(line.substr(first, end - first), " \t\r"));
        first = end + 1;
    }
    return all;
}

/// Reads a CSV file: a line of names, then numbers. Blank lines and those that begin with # are comments. Throws input_error for a file
/// that cannot be read, and with the number of the line where it is of another length, or something else stands than a finite number.
inline table read_table(std::string const& path) {
    std::string const file = printable(path, 200);
    std::ifstream in(path);
    if (!in) throw input_error(file + ": cannot be read");
    table all{file, {}, {}};
    std::vector<double> numbers;
    std::size_t line = 0;
    for (std::string text; std::getline(in, text);) {
        std::string const place = file + ", line " + std::to_string(++line) + ": ";
        if (trimmed(text, " \t\r").empty() || text[0] == '#') continue;
        std::vector<std::string_view> const fields = fields_of(text);
        if (all.names.empty()) {
            all.names.assign(fields.begin(), fields.end());
            continue;
        }
        if (fields.size() != all.names.size())
            throw input_error(place + std::to_string(fields.size()) + " numbers, where " + std::to_string(all.names.size()) +
                              " columns have names");
        for (std::size_t k = 0; k < fields.size(); ++k) {
            auto const number = number_in(fields[k]);
            if (!number)
                throw input_error(place + "column " + in_quotes(all.names[k]) + " holds " + in_quotes(fields[k]) +
                                  " where a number belongs");
            numbers.push_back(*number);
        }
    }
    if (numbers.empty()) throw input_error(file + ": there are no numbers below a line of names");
    auto const columns = static_cast<Eigen::Index>(all.names.size());
    using by_row = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    all.numbers = Eigen::Map<by_row const>(numbers.data(), static_cast<Eigen::Index>(numbers.size()) / columns, columns);
    return all;
}

/// Brings each column to mean 0 and deviation 1, by the mean and deviation of some rows; a column of one value becomes 0.
struct standard_scale {
    Eigen::RowVectorXd mean, deviation;

    explicit standard_scale(Eigen::MatrixXd const& rows)
        : mean(rows.colwise().mean()), deviation((rows.rowwise() - mean).array().square().colwise().mean().sqrt()) {
        deviation = (deviation.array() > 0).select(deviation, 1);
    }
    Eigen::MatrixXd operator()(Eigen::MatrixXd const& rows) const {
        return ((rows.rowwise() - mean).array().rowwise() / deviation.array()).matrix();
    }
};

}  // namespace examples
