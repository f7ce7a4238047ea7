#pragma once

#include <leibniz/graph/calls.hpp>
#include <leibniz/graph/graph.hpp>

namespace leibniz::inline v0_1::detail {

// The blocks of the operations that the canonical form is made of: matrix/functions.hpp.
struct transposition;
struct matrix_product;

/// What `number` says of a symbol: it stands for a size; the matrix is symmetric.
inline constexpr int marked_size = 2, marked_symmetric = 3;

/// Builds the canonical form of vectors and matrices.
///
/// Sums, products, powers and functions of numbers keep their meaning and act entry by entry; numbers are spread. A matrix product
/// is a call with any number of factors, a transposition a call that wraps a node. An expression and its transpose are stored
/// once: in the orientation with fewer transposed operands, then that of the smaller operand. What equals its transpose is
/// never wrapped.
class matrix_builder {
public:
    constexpr explicit matrix_builder(graph& g) : g_(g) {}
    static constexpr int one = graph::one;

    // Shapes and orientation (shapes.hpp).
    constexpr matrix_shape shape_of(int i);
    constexpr bool is_number(int i) { return shape_of(i).is_number(); }
    constexpr bool is_square(int i) { return shape_of(i).rows == shape_of(i).columns; }
    constexpr bool is_vector(int i) { return shape_of(i).columns == one; }
    constexpr bool is_transposed(int i) const { return is_call<transposition>(g_, i); }
    constexpr int upright(int i) const { return is_transposed(i) ? g_.operand(i, 0) : i; }
    constexpr bool are_transposes(int a, int b);
    constexpr bool is_product(int i) const { return is_call<matrix_product>(g_, i); }
    constexpr bool is_ones(int i) const;
    constexpr bool is_zeros(int i) const;
    constexpr int fault(shape_fault what, int left, int right = -1);

    // Leaves.
    constexpr int size(text_view name);
    constexpr int as_size(int i);
    constexpr int number(rational value) { return g_.number(value); }
    constexpr int symbol(text_view name, int rows, int columns, bool symmetric);
    constexpr int ones(int size);
    constexpr int ones(matrix_shape s);
    constexpr int zeros(matrix_shape s);
    constexpr int identity(int size);
    constexpr int spread(int i, matrix_shape s);
    constexpr int projected(int derivative, int by);

    // Entry by entry (entrywise.hpp).
    constexpr int sum(buffer<summand>& entries);
    constexpr int product(rational coefficient, buffer<multiplicand>& entries);
    constexpr int scale(rational coefficient, int i);
    constexpr int power(int base, int exponent);
    constexpr int call(function const& fn, int const* operands);
    constexpr int hadamard(int a, int b);

    // Of whole matrices (chains.hpp, scalars.hpp).
    constexpr int transpose(int i);
    constexpr int chain(buffer<int> const& factors);
    constexpr int multiply(int a, int b);
    constexpr int inner(int a, int b);
    constexpr int squared(int u);
    constexpr int root_of_square(int i);
    constexpr int total(int u);
    constexpr int over_rows(function const& fn, int of);
    constexpr int trace(int u);
    constexpr int determinant(function const& fn, int u);
    constexpr int inverse(int u);
    constexpr int diagonal_matrix(int u);
    constexpr int diagonal(int u);
    constexpr int norm(int u);

    template <class F>
    constexpr int interned(std::initializer_list<int> operands) {
        return g_.intern({.what = kind::call, .count = static_cast<int>(operands.size()), .fn = registered<F>::descriptor},
                         operands.begin());
    }
    template <class F>
    constexpr bool is(int i) const {
        return is_call<F>(g_, i);
    }
    /// The operands of a node, copied: building may move the originals.
    constexpr buffer<int> operands(int i) const {
        buffer<int> all;
        for (int k = 0; k < g_[i].count; ++k) all.push(g_.operand(i, k));
        return all;
    }

private:
    struct orientation {
        int node = 0;  // upright
        bool transposed = false;
        rational weight{1};
    };
    constexpr orientation orientation_of(int i) const;
    constexpr bool prefers_transposed(buffer<int> const& operands);
    constexpr bool fit(matrix_shape& s, int i, shape_fault what, int& first);
    constexpr matrix_shape found_shape(int i);
    constexpr bool holds_transposes(buffer<int> const& operands, int sign);

    constexpr buffer<int> reversed(buffer<int> const& factors);
    constexpr bool precedes(buffer<int> const& a, buffer<int> const& b) const;
    constexpr bool are_inverses(int a, int b) const;
    constexpr int oriented_chain(buffer<int> const& factors);
    constexpr bool simplify_factors(buffer<int>& f, buffer<multiplicand>& numbers, int& size);
    constexpr void scale_vector(buffer<int>& f, int diagonal, int from, int to);
    constexpr bool all_square(int i);
    constexpr multiplicand factor_of(int i, bool turned);
    constexpr void merge_norms(buffer<multiplicand>& entries);
    constexpr int without_ones(int i);
    constexpr int split_numbers(int u, buffer<multiplicand>& numbers);

    graph& g_;
};

}  // namespace leibniz::inline v0_1::detail

namespace leibniz::inline v0_1 {

/// A node of a graph with vectors and matrices, for the pullbacks of the table: * is the matrix product, or that with a number.
class matrix_term {
public:
    constexpr matrix_term(graph& g, int index) : graph_(&g), index_(index) {}
    constexpr graph& in() const { return *graph_; }
    constexpr int index() const { return index_; }
    constexpr detail::matrix_builder build() const { return detail::matrix_builder(*graph_); }

    friend constexpr matrix_term operator+(matrix_term a, matrix_term b) { return {a.in(), a.in().add(a.index_, b.index_)}; }
    friend constexpr matrix_term operator-(matrix_term a, matrix_term b) { return a + -b; }
    friend constexpr matrix_term operator-(matrix_term a) { return {a.in(), a.in().scale(-1, a.index_)}; }
    friend constexpr matrix_term operator*(matrix_term a, matrix_term b) { return {a.in(), a.build().multiply(a.index_, b.index_)}; }
    friend constexpr matrix_term operator/(matrix_term a, matrix_term b) { return {a.in(), a.in().divide(a.index_, b.index_)}; }
    friend constexpr matrix_term transpose(matrix_term a) { return {a.in(), a.build().transpose(a.index_)}; }
    friend constexpr matrix_term hadamard(matrix_term a, matrix_term b) { return {a.in(), a.build().hadamard(a.index_, b.index_)}; }
    friend constexpr matrix_term inv(matrix_term a) { return {a.in(), a.build().inverse(a.index_)}; }
    friend constexpr matrix_term diag(matrix_term a) { return {a.in(), a.build().diagonal_matrix(a.index_)}; }
    friend constexpr matrix_term diagonal(matrix_term a) { return {a.in(), a.build().diagonal(a.index_)}; }
    /// The identity of the size of a square matrix.
    friend constexpr matrix_term identity_of(matrix_term a) { return {a.in(), a.build().identity(a.build().shape_of(a.index_).rows)}; }

private:
    graph* graph_;
    int index_;
};

}  // namespace leibniz::inline v0_1

#include <leibniz/matrix/functions.hpp>  // whose blocks the builder's members need: each header brings the other
