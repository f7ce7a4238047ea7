#pragma once

#include "../table.hpp"
#include "rows.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace stream {

/// Two columns of CSV, by the names in its first line.
class csv_source : public source {
public:
    /// `bytes` is the size of the file, 0 where nobody knows.
    csv_source(std::istream& in, std::string const& file, std::string_view x, std::string_view y, std::uintmax_t bytes)
        : in_(in), bytes_(bytes), reader_(in, file), x_(place(x)), y_(place(y)), row_(reader_.names.size()) {}

    rows next() override {
        xs_.clear();
        ys_.clear();
        while (xs_.size() < static_cast<std::size_t>(chunk_rows) && reader_.next(row_.data())) {
            xs_.push_back(row_[x_]);
            ys_.push_back(row_[y_]);
        }
        return {xs_.data(), ys_.data(), static_cast<Eigen::Index>(xs_.size())};
    }

    [[nodiscard]] double share() const override {
        if (bytes_ == 0) return -1;
        auto const at = in_.tellg();
        return at < 0 ? 1 : std::min(1.0, static_cast<double>(at) / static_cast<double>(bytes_));
    }

private:
    [[nodiscard]] std::size_t place(std::string_view name) const {
        auto const& names = reader_.names;
        auto const found = std::find(names.begin(), names.end(), name);
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
        std::string present;
        for (auto const& each : names) present += (present.empty() ? "" : ", ") + each;
        throw examples::input_error(reader_.file + ": no column is named " + examples::in_quotes(name) + "; the columns are " +
                                    examples::printable(present, 400));
    }

    std::istream& in_;
    std::uintmax_t bytes_;
    examples::row_reader reader_;
    std::size_t x_, y_;
    std::vector<double> row_, xs_, ys_;
};

}  // namespace stream
