#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/matrix/expand.hpp>
#include <leibniz/matrix/forward.hpp>
#include <leibniz/matrix/writer.hpp>
#include <leibniz/rules/identities.hpp>

// What a graph calls as soon as a vector or matrix occurs.

namespace leibniz::inline v0_1::detail {

constexpr int reduced_matrix(graph& g, function const& fn, int of) {
    matrix_builder m(g);
    matrix_shape const s = m.shape_of(of);
    if (s.is_number()) return g.reduction(fn, of, graph::mode::entrywise);
    int const total = m.total(of);
    return fn.averages ? g.divide(total, g.multiply(s.rows, s.columns)) : total;
}

/// a*b is the product of matrices, or that with a number; one divides by numbers only.
constexpr int written_matrix_product(graph& g, int a, int b, bool divides) {
    matrix_builder m(g);
    if (divides) return m.is_number(b) ? g.divide(a, b) : m.fault(shape_fault::quotient, a, b);
    return m.is_number(a) || m.is_number(b) ? m.hadamard(a, b) : m.multiply(a, b);
}

/// The node of an operation that has more operands than its row says, or more to it than its name; -1: it is an ordinary one.
constexpr int rebuilt_matrix_node(graph& g, node const& n, buffer<int> const& u) {
    matrix_builder m(g);
    if (n.what == kind::symbol) {
        node const copy{.what = kind::symbol, .count = n.count, .number = n.number, .name = n.name};
        return g.intern(copy, u.begin());
    }
    if (n.what == kind::reduction) return m.over_rows(*n.fn, u[0]);
    return n.what == kind::call && is_row<matrix_product>(*n.fn) ? m.chain(u) : -1;
}

/// Copies a node of another graph; its orientation here may be the other one.
constexpr int copied_matrix_node(graph& g, view const& from, int i, buffer<int> const& place) {
    node const& n = from[i];
    if (n.what == kind::call && n.left >= 0 && is_row<matrix_product>(*n.fn))
        return matrix_builder(g).multiply(place[n.left], place[n.right]);
    buffer<int> u;
    for (int k = 0; k < n.count; ++k) u.push(place[from.operand(i, k)]);
    return rebuilt(g, n, u);
}

/// The first result of a finished graph in a style.
constexpr buffer<char> matrix_text(view const& of, matrix_style const* style, int most) {
    graph g(rules);
    imported(g, of);
    return matrix_writer(g, most, *style)(of.root());
}

/// m x n, of the nodes that are no numbers.
constexpr buffer<buffer<char>> shape_texts(view const& of) {
    graph g(rules);
    buffer<int> const place = imported(g, of);
    buffer<buffer<char>> all;
    for (int i = 0; i < of.node_count; ++i) {
        matrix_shape const s = matrix_builder(g).shape_of(place[i]);
        buffer<char> text;
        for (int k = 0; k < 2 && !s.is_number(); ++k) {
            if (k > 0) put(text, " x ");
            buffer<char> const size = matrix_writer(g, 40)(k == 0 ? s.rows : s.columns);
            text.append(size.begin(), size.size());
        }
        all.push(text);
    }
    return all;
}

constexpr int symbol_for(graph& g, text_view name, int i) {
    matrix_builder m(g);
    matrix_shape const s = m.shape_of(i);
    return m.symbol(name, s.rows, s.columns, s.symmetric && !s.is_number());
}
constexpr buffer<char> lines_of_parts(view const& of, matrix_style const* style, buffer<int> const& symbols, buffer<int>& ends, int most) {
    graph g(rules);
    imported(g, of);
    matrix_writer write(g, most, *style);
    for (int k = 0; k < of.root_count; ++k) {
        if (k < symbols.size()) ends.push(write.append(symbols[k]));
        ends.push(write.append(of.roots[k]));
    }
    if (write.refuses()) ends.clear();
    return write.finished();
}

inline constexpr matrix_engine engine_of_matrices::value{
    .exists = true,
    .sum = [](graph& g, buffer<summand>& entries) { return matrix_builder(g).sum(entries); },
    .product = [](graph& g, rational c, buffer<multiplicand>& entries) { return matrix_builder(g).product(c, entries); },
    .scale = [](graph& g, rational c, int i) { return matrix_builder(g).scale(c, i); },
    .power = [](graph& g, int base, int exponent) { return matrix_builder(g).power(base, exponent); },
    .call = [](graph& g, function const& fn, int const* operands) { return matrix_builder(g).call(fn, operands); },
    .reduction = &reduced_matrix,
    .written_product = &written_matrix_product,
    .rebuilt = &rebuilt_matrix_node,
    .copied = &copied_matrix_node,
    .expanded = [](graph& g, int i) { return matrix_expansion(g)(i); },
    .is_number = [](graph& g, int i) { return matrix_builder(g).is_number(i); },
    .transpose = [](graph& g, int i) { return matrix_builder(g).transpose(i); },
    .derivatives = &matrix_derivatives,
    .symbol_for = &symbol_for,
    .shapes = &shape_texts,
    .lines = &lines_of_parts,
    .text = &matrix_text,
    .text_style = &text_of_matrices,
};

}  // namespace leibniz::inline v0_1::detail
