#pragma once

#include <leibniz/graph/written.hpp>
#include <leibniz/matrix/functions.hpp>

namespace leibniz::inline v0_1::detail {

/// A dimension of a symbol: the node of its size.
constexpr int lowered_dimension(graph& g, written const& w) { return w.name.empty() ? g.number(w.number) : matrix_builder(g).size(w.name); }

constexpr int size_of_dimension::leaf(graph& g, written const& w) { return lowered_dimension(g, w); }
constexpr int matrix_variable::leaf(graph& g, written const& w) {
    int const rows = lowered_dimension(g, *w.operands[0]), columns = lowered_dimension(g, *w.operands[1]);
    return matrix_builder(g).symbol(w.name, rows, columns, !w.number.is_zero());
}
constexpr int ones_vector::leaf(graph& g, written const& w) {
    int const rows = lowered_dimension(g, *w.operands[0]), columns = lowered_dimension(g, *w.operands[1]);
    return matrix_builder(g).ones(matrix_shape{rows, columns, false});
}
constexpr int identity_matrix::leaf(graph& g, written const& w) { return matrix_builder(g).identity(lowered_dimension(g, *w.operands[0])); }

}  // namespace leibniz::inline v0_1::detail
