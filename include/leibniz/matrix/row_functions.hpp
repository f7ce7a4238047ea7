#pragma once

#include <leibniz/matrix/functions.hpp>

namespace leibniz::inline v0_1::detail {

/// logsumexp and softmax of each row of a matrix: what those of a vector become over rows of data.
struct log_sum_exp_of_rows : matrix_function<1> {
    static constexpr char const *text = "logsumexp_of_rows", *latex = "";
    static constexpr int build(matrix_builder m, int const* u) { return m.interned<log_sum_exp_of_rows>({u[0]}); }
    static constexpr matrix_shape shape(matrix_builder m, int const* u) { return {m.shape_of(u[0]).rows, graph::one, false}; }
};
struct softmax_of_rows : matrix_function<1> {
    static constexpr char const *text = "softmax_of_rows", *latex = "";
    static constexpr int build(matrix_builder m, int const* u) { return m.interned<softmax_of_rows>({u[0]}); }
    static constexpr matrix_shape shape(matrix_builder m, int const* u) { return {m.shape_of(u[0]).rows, m.shape_of(u[0]).columns, false}; }
};

}  // namespace leibniz::inline v0_1::detail
