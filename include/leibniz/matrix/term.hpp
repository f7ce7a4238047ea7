#pragma once

#include <leibniz/matrix/builder.hpp>

namespace leibniz {

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

}  // namespace leibniz
