#pragma once

#include "../catch.hpp"
#include "../right_values.hpp"

#include <leibniz/eigen.hpp>

#include <concepts>
#include <type_traits>

namespace right_values {

template <class T>
using column_of = Eigen::Array<T, Eigen::Dynamic, 1>;
inline constexpr int row_count = 9;

void check_rows(auto const& rows, right_value const& of) {
    if constexpr (std::floating_point<std::remove_cvref_t<decltype(rows)>>) {
        CHECK(is_right(static_cast<double>(rows), of));  // no symbol is left
    } else {
        REQUIRE(rows.size() == row_count);
        for (Eigen::Index row = 0; row < row_count; ++row) {
            CAPTURE(row, rows[row], of.right);
            CHECK(is_right(static_cast<double>(rows[row]), of));
        }
    }
}

}  // namespace right_values
