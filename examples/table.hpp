#pragma once

#include "input.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
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

/// Reads CSV row by row: a line of names, then numbers, in memory that does not grow with the rows. Blank lines and those that begin
/// with # are comments. Throws input_error with the number of the line where it is of another length, or something else stands than a
/// finite number.
class row_reader {
public:
    row_reader(std::istream& in, std::string name) : file(std::move(name)), in_(&in) {
        if (next_line())
            for (std::string_view const field : fields_of(text_)) names.emplace_back(field);
    }

    /// Writes the numbers of the next row, as many as there are names; false after the last one.
    bool next(double* row) {
        if (!next_line()) return false;
        std::size_t count = 0;
        for (std::size_t first = 0; first <= text_.size(); ++count) {
            std::size_t const end = std::min(text_.find(',', first), text_.size());
            if (count < names.size()) row[count] = number_of(trimmed(text_.substr(first, end - first), " \t\r"), count);
            first = end + 1;
        }
        if (count != names.size())
            throw input_error(place() + std::to_string(count) + " numbers, where " + std::to_string(names.size()) + " columns have names");
        return true;
    }

    std::string const file;
    std::vector<std::string> names;

private:
    bool next_line() {
        while (in_->getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size())) || in_->gcount() > 0) {
            ++line_;
            auto const length = static_cast<std::size_t>(in_->gcount());
            if (length + 1 == buffer_.size() && in_->fail())
                throw input_error(place() + "longer than " + std::to_string(length) + " characters");
            text_ = {buffer_.data(), length - (in_->eof() ? 0 : 1)};  // without the end of the line
            if (!trimmed(text_, " \t\r").empty() && text_[0] != '#') return true;
        }
        return false;
    }
    double number_of(std::string_view field, std::size_t column) const {
        auto const number = number_in(field);
        if (!number)
            throw input_error(place() + "column " + in_quotes(names[column]) + " holds " + in_quotes(field) + " where a number belongs");
        return *number;
    }
    std::string place() const { return file + ", line " + std::to_string(line_) + ": "; }

    std::istream* in_;
    std::string buffer_ = std::string(std::size_t(1) << 16, '\0');
    std::string_view text_;
    std::size_t line_ = 0;
};

/// Reads a CSV file as a whole. Throws input_error for a file that cannot be read, too, and for one without numbers.
inline table read_table(std::string const& path) {
    std::string const file = printable(path, 200);
    std::ifstream in(path);
    if (!in) throw input_error(file + ": cannot be read");
    row_reader reader(in, file);
    std::vector<double> numbers;
    for (std::vector<double> row(reader.names.size()); reader.next(row.data());) numbers.insert(numbers.end(), row.begin(), row.end());
    if (numbers.empty()) throw input_error(file + ": there are no numbers below a line of names");
    auto const columns = static_cast<Eigen::Index>(reader.names.size());
    using by_row = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return {file, reader.names, Eigen::Map<by_row const>(numbers.data(), static_cast<Eigen::Index>(numbers.size()) / columns, columns)};
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
