#pragma once

#include <leibniz/matrix/functions.hpp>

// Shapes, orientation and leaves.

namespace leibniz::inline v0_1::detail {

constexpr matrix_shape matrix_builder::shape_of(int i) {
    while (g_.known_shapes().size() <= i) g_.known_shapes().push(found_shape(g_.known_shapes().size()));
    return g_.known_shapes()[i];
}

/// The shape of a node whose operands' shapes are known: numbers are spread over the others.
constexpr matrix_shape matrix_builder::found_shape(int i) {
    node const& n = g_[i];
    if (n.what == kind::symbol && n.count == 2) return {g_.operand(i, 0), g_.operand(i, 1), n.number == rational(marked_symmetric)};
    if (n.what == kind::call && n.fn->meaning == role::matrix) return n.fn->matrix->shape_of(g_, i);
    matrix_shape s;
    bool symmetric = true;
    for (int k = 0; k < n.count; ++k) {
        matrix_shape const of = g_.known_shapes()[g_.operand(i, k)];
        if (!of.is_number()) s = of;
        symmetric = symmetric && of.symmetric;
    }
    s.symmetric = symmetric || (n.what == kind::sum && holds_transposes(operands(i), 1));
    return s;
}

constexpr bool matrix_builder::are_transposes(int a, int b) {
    if (upright(a) != upright(b)) return false;
    return is_transposed(a) != is_transposed(b) || shape_of(a).symmetric;
}

/// Whether the transpose of each operand, times `sign`, is an operand too, as in A + A' and A - A'.
constexpr bool matrix_builder::holds_transposes(buffer<int> const& operands, int sign) {
    for (int a : operands) {
        bool found = false;
        int const u = g_.without_coefficient(a);
        for (int b : operands)
            found =
                found || (are_transposes(u, g_.without_coefficient(b)) && g_.coefficient_of(a) == g_.coefficient_of(b) * rational(sign));
        if (!found && (sign < 0 || !shape_of(a).symmetric)) return false;
    }
    return true;
}

/// The base of an operand of a sum or product; its coefficient or exponent is its weight.
constexpr matrix_builder::orientation matrix_builder::orientation_of(int i) const {
    int const u = g_.without_coefficient(i), base = g_.base_of(u);
    rational const weight = base == u                               ? g_.coefficient_of(i)
                            : g_.is(g_.operand(u, 1), kind::number) ? g_[g_.operand(u, 1)].number
                                                                    : rational(1);
    return {upright(base), is_transposed(base), weight};
}

/// Whether an operation is stored as the transpose of that of the transposed operands: with fewer transposes, then that of the
/// smallest operand that tells both apart, then with the larger weight of it.
constexpr bool matrix_builder::prefers_transposed(buffer<int> const& operands) {
    buffer<orientation> all;
    int up = 0, turned = 0;
    for (int i : operands) {
        if (is_number(i) || shape_of(i).symmetric) continue;
        all.push(orientation_of(i));
        ++(all.back().transposed ? turned : up);
    }
    if (up != turned) return turned > up;
    sort(all.begin(), all.size(),
         [](orientation const& a, orientation const& b) { return a.node != b.node ? a.node < b.node : !a.transposed && b.transposed; });
    for (int k = 0; k < all.size(); k += 2) {
        if (k + 1 == all.size() || all[k].node != all[k + 1].node) return all[k].transposed;
        if (all[k].weight != all[k + 1].weight) return all[k].weight < all[k + 1].weight;
    }
    return false;
}

constexpr bool matrix_builder::is_ones(int i) const {
    int const u = upright(i);
    if (is<ones_vector>(u)) return true;
    if (!is_product(u)) return false;
    for (int k = 0; k < g_[u].count; ++k)
        if (!is<ones_vector>(upright(g_.operand(u, k)))) return false;
    return true;
}
constexpr bool matrix_builder::is_zeros(int i) const { return is<zero_matrix>(i); }

/// Records the first misfit of shapes; its result stands in for the node.
constexpr int matrix_builder::fault(shape_fault what, int left, int right) {
    g_.misfit(what, left, right);
    return one;
}

/// Whether node i has shape s, or one of both is a number; s becomes the shape of both, `first` the node that gave it.
constexpr bool matrix_builder::fit(matrix_shape& s, int i, shape_fault what, int& first) {
    matrix_shape const of = shape_of(i);
    if (of.is_number()) return true;
    if (s.is_number()) {
        s = of;
        first = i;
    }
    if (s.fits(of)) return true;
    fault(what, first, i);
    return false;
}

constexpr int matrix_builder::size(text_view name) {
    return g_.intern({.what = kind::symbol, .number = marked_size, .name = name}, nullptr);
}
/// In ones(n) a symbol is the name of a size.
constexpr int matrix_builder::as_size(int i) {
    node const n = g_[i];
    return n.what == kind::symbol && n.count == 0 && n.number.is_zero() ? size(n.name) : i;
}
constexpr int matrix_builder::symbol(text_view name, int rows, int columns, bool symmetric) {
    if (rows == one && columns == one) return g_.symbol(name);
    int const dimensions[] = {rows, columns};
    return g_.intern({.what = kind::symbol, .count = 2, .number = symmetric ? marked_symmetric : 0, .name = name}, dimensions);
}
constexpr int matrix_builder::ones(int size) { return size == one ? one : interned<ones_vector>({size}); }
constexpr int matrix_builder::ones(matrix_shape s) { return multiply(ones(s.rows), transpose(ones(s.columns))); }
constexpr int matrix_builder::zeros(matrix_shape s) { return s.is_number() ? g_.number(0) : interned<zero_matrix>({s.rows, s.columns}); }
constexpr int matrix_builder::identity(int size) { return size == one ? one : interned<identity_matrix>({size}); }

/// The derivative by a symmetric matrix is symmetric too.
constexpr int matrix_builder::projected(int derivative, int by) {
    if (is_number(by) || !shape_of(by).symmetric) return derivative;
    return g_.scale(rational(1, 2), g_.add(derivative, transpose(derivative)));
}

/// A node as a matrix of shape s: a number fills it.
constexpr int matrix_builder::spread(int i, matrix_shape s) {
    if (s.is_number() || !is_number(i)) return i;
    return g_.is_number(i, 0) ? zeros(s) : hadamard(i, ones(s));
}

}  // namespace leibniz::inline v0_1::detail
