#pragma once

#include "../catch.hpp"
#include "../matrix_machine.hpp"
#include "../matrix_values.hpp"

#include <leibniz/eigen/parse_matrices.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

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

/// The value of a model that is read at run time, with the shapes of the values.
inline dense read_and_evaluated(std::string const& text, bound const& values, sizes const& of) {
    auto const size = [&of](int number) -> shape::dimension {
        for (auto const& [name, known] : of)
            if (known == number) return name;
        return number;
    };
    std::vector<shape> known;
    for (auto const& [name, value] : values)
        if (!value.is_number()) known.emplace_back(name, size(value.rows), size(value.columns));
    model const m = parse(text, shapes(known));
    std::vector<named_binding<Eigen::MatrixXd>> all;
    for (auto const& [name, value] : values)
        if (m.source()->mentions(name))
            all.push_back({name, Eigen::Map<Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> const>(
                                     value.entries.data(), value.rows, value.columns)});
    Eigen::MatrixXd const found = evaluate(m, all);
    dense result(static_cast<int>(found.rows()), static_cast<int>(found.cols()));
    for (int i = 0; i < result.rows; ++i)
        for (int j = 0; j < result.columns; ++j) result.at(i, j) = found(i, j);
    return result;
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
    CHECK(distance(read_and_evaluated(std::string(text(E{})), values, of), value) < 1e-9);
    CHECK(distance(read_and_evaluated(std::string(text(D{})), values, of), derivative) < 1e-9);
}

}  // namespace facts
