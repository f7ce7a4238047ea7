#pragma once

#include "../table.hpp"
#include "names.hpp"

#include <leibniz/fit/result.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <istream>
#include <string>
#include <vector>

#include <sys/stat.h>

namespace tool {

/// A CSV file of which some columns are read, by their names.
class csv_columns {
public:
    /// `-` is standard input.
    explicit csv_columns(std::string const& path)
        : file_(path == "-" ? "standard input" : printable(path, 200)), opened_(open(path)), reader_(path == "-" ? std::cin : opened_, file_) {
        if (reader_.names.empty()) throw input_error(file_ + ": there is no line of names, such as x,y");
        for (std::size_t k = 0; k < reader_.names.size(); ++k)
            if (std::find(reader_.names.begin(), reader_.names.begin() + static_cast<std::ptrdiff_t>(k), reader_.names[k]) !=
                reader_.names.begin() + static_cast<std::ptrdiff_t>(k))
                throw input_error(file_ + ": two columns are named " + in_quotes(reader_.names[k]));
    }

    std::string const& file() const { return file_; }
    bool has(std::string const& name) const { return std::find(reader_.names.begin(), reader_.names.end(), name) != reader_.names.end(); }
    std::string listed_names() const { return printable(joined(reader_.names), 400); }

    /// Gives a column another name, by which the formula mentions it.
    void rename(std::string const& column, std::string const& name) {
        auto const at = std::find(reader_.names.begin(), reader_.names.end(), column);
        if (at == reader_.names.end())
            throw input_error("leibniz: --column: " + in_quotes(column) + " is no column of " + file_ + "; the columns are " + listed_names());
        if (has(name)) throw input_error("leibniz: --column: " + file_ + " has a column " + in_quotes(name) + "; choose another name");
        *at = name;
    }

    /// These columns, each of which the file has. Throws input_error with line and column for what is no number.
    leibniz::fit_data read(std::vector<std::string> const& wanted) {
        std::vector<std::size_t> places;
        for (std::string const& name : wanted)
            places.push_back(static_cast<std::size_t>(std::find(reader_.names.begin(), reader_.names.end(), name) - reader_.names.begin()));
        reader_.read_only(places);
        std::vector<std::vector<double>> columns(wanted.size());
        for (std::vector<double> row(reader_.names.size()); reader_.next(row.data());)
            for (std::size_t k = 0; k < places.size(); ++k) columns[k].push_back(row[places[k]]);
        leibniz::fit_data all;
        for (std::size_t k = 0; k < places.size(); ++k) all.emplace_back(wanted[k], columns[k]);
        if (!all.empty() && all[0].values.size() == 0) throw input_error(file_ + ": there are no rows below the line of names");
        return all;
    }

private:
    static std::ifstream open(std::string const& path) {
        if (path == "-") return {};
        struct stat what {};
        std::ifstream in(path);
        if (!in || (stat(path.c_str(), &what) == 0 && S_ISDIR(what.st_mode))) throw input_error("leibniz: " + printable(path, 200) + " cannot be read");
        return in;
    }

    std::string file_;
    std::ifstream opened_;
    row_reader reader_;
};

}  // namespace tool
