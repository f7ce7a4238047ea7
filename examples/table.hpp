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

/// The fields of a line of CSV, one after the other, without the spaces around them. Between quotes a separator is text, and "" is a
/// quote.
class fields {
public:
    fields(std::string_view line, char separator) : rest_(line), separator_(separator) {}

    /// The next field, which stands until the next call; false behind the last one.
    bool next(std::string_view& field) {
        if (done_) return false;
        std::size_t const begin = std::min(rest_.find_first_not_of(separator_ == '\t' ? " \r" : " \t\r"), rest_.size());
        if (begin < rest_.size() && rest_[begin] == '"') {
            unquoted_.clear();
            std::size_t k = begin + 1;
            for (; k < rest_.size(); ++k) {
                if (rest_[k] == '"' && (k + 1 == rest_.size() || rest_[k + 1] != '"')) break;
                if (rest_[k] == '"') ++k;
                unquoted_ += rest_[k];
            }
            open_ = k == rest_.size();
            std::size_t const end = std::min(rest_.find(separator_, k), rest_.size());
            if (k < end) unquoted_ += trimmed(rest_.substr(k + 1, end - k - 1), " \t\r");  // what stands behind the quote
            field = unquoted_;
            advance(end);
        } else {
            std::size_t const end = std::min(rest_.find(separator_), rest_.size());
            field = trimmed(rest_.substr(0, end), " \t\r");
            advance(end);
        }
        return true;
    }
    /// Whether the last field has a quote at its beginning and none at its end.
    bool open() const { return open_; }

private:
    void advance(std::size_t end) {
        done_ = end == rest_.size();
        rest_.remove_prefix(done_ ? end : end + 1);
    }
    std::string_view rest_;
    std::string unquoted_;
    char separator_;
    bool done_ = false, open_ = false;
};

/// What separates the fields below this line of names: a tab, else a semicolon, else a comma, outside of quotes.
inline char separator_of(std::string_view names) {
    char found = ',';
    bool quoted = false;
    for (char const c : names) {
        quoted = quoted != (c == '"');
        if (!quoted && (c == '\t' || (c == ';' && found == ','))) found = c;
    }
    return found;
}

/// Reads CSV row by row: a line of names, then numbers, in memory that does not grow with the rows. Blank lines and those that begin
/// with # are comments. Throws input_error with the number of the line where it is of another length, or something else stands than a
/// finite number.
class row_reader {
public:
    row_reader(std::istream& in, std::string name) : file(std::move(name)), in_(&in) {
        if (!next_line()) return;
        separator_ = separator_of(text_);
        fields each(text_, separator_);
        for (std::string_view field; each.next(field);) names.emplace_back(field);
        if (each.open()) throw input_error(place() + "a quote begins that does not end in its line");
    }

    /// Reads these columns only, by their places: any text may stand in the others, in whose place next() writes nothing.
    void read_only(std::vector<std::size_t> const& columns) {
        ignored_.assign(names.size(), true);
        for (std::size_t const column : columns) ignored_[column] = false;
    }

    /// Writes the numbers of the next row, as many as there are names; false after the last one.
    bool next(double* row) {
        if (!next_line()) return false;
        std::size_t count = 0;
        fields each(text_, separator_);
        for (std::string_view field; each.next(field); ++count)
            if (count < names.size() && (ignored_.empty() || !ignored_[count])) row[count] = number_of(field, count);
        if (each.open()) throw input_error(place() + "a quote begins that does not end in its line");
        if (count != names.size())
            throw input_error(place() + std::to_string(count) + (count == 1 ? " field" : " fields") + ", where " +
                              std::to_string(names.size()) + " columns have names");
        return true;
    }
    /// The line that was read last, from 1 on.
    [[nodiscard]] std::size_t line() const { return line_; }

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
            if (line_ == 1 && text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);  // a byte-order mark
            if (!trimmed(text_, " \t\r").empty() && text_[0] != '#') return true;
        }
        return false;
    }
    double number_of(std::string_view field, std::size_t column) const {
        auto const number = number_in(field);
        if (number) return *number;
        if (field.empty()) throw input_error(place() + "column " + in_quotes(names[column]) + " has no value");
        std::string const decimal = separator_ != ',' && field.find(',') != field.npos ? "; a decimal number has a point" : "";
        throw input_error(place() + "column " + in_quotes(names[column]) + " holds " + in_quotes(field) + " where a number belongs" + decimal);
    }
    std::string place() const { return file + ", line " + std::to_string(line_) + ": "; }

    std::istream* in_;
    std::string buffer_ = std::string(std::size_t(1) << 16, '\0');
    std::string_view text_;
    std::vector<bool> ignored_;
    std::size_t line_ = 0;
    char separator_ = ',';
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
