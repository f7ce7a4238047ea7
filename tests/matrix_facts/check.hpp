#pragma once

#include "../catch.hpp"
#include "../matrix_machine.hpp"
#include "../matrix_values.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace facts {

using namespace leibniz;
using matrix_values::bound, matrix_values::dense, matrix_values::sizes;

inline double distance(dense const& found, dense const& expected) {
    dense const difference = found - expected;
    double most = 0, scale = 1;
    for (double entry : difference.entries) most = std::max(most, std::abs(entry));
    for (double entry : expected.entries) scale = std::max(scale, std::abs(entry));
    return most / scale;
}

template <expression E, expression D>
void check(char const* id, E, D, bound const& values, dense const& value, dense const& derivative) {
    INFO(id << ": " << std::string(text(D{})));
    sizes const of{{"n", 4}, {"m", 3}, {"k", 2}, {"q", 5}};
    CHECK(distance(matrix_values::value_of(canonical<E>, canonical<E>.root(), values, of), value) < 1e-9);
    dense const found = matrix_values::value_of(canonical<D>, canonical<D>.root(), values, of);
    CHECK(found.rows == derivative.rows);
    CHECK(found.columns == derivative.columns);
    CHECK(distance(found, derivative) < 1e-9);
    using matrix_values::storage_order;
    for (storage_order order : {storage_order::by_column, storage_order::by_row, storage_order::with_gaps}) {
        CHECK(distance(matrix_values::executed<E>(values, of, order), value) < 1e-9);
        CHECK(distance(matrix_values::executed<D>(values, of, order), derivative) < 1e-9);
    }
}

}  // namespace facts
