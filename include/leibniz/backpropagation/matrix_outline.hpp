#pragma once

#include <leibniz/backpropagation/matrix_worksheet.hpp>
#include <leibniz/matrix/functions.hpp>

// The part of a worksheet with vectors and matrices that run time needs: no graph, no rules, so that none of the engine is compiled into a
// program.

namespace leibniz::inline v0_1 {

/// What a node of a worksheet computes.
enum class sheet_operation : unsigned char {
    number, symbol, size, adjoint, sum, scale, product, power, function, same,
    matrix_product, transposed, ones, zeros, identity, inverse, determinant, log_determinant, trace, diagonal_matrix, diagonal, total, norm,
    log_sum_exp, softmax
};

/// A node of a worksheet. `called` is the place of its function in a table.
struct sheet_node {
    sheet_operation what = sheet_operation::number;
    int first = 0, count = 0, called = 0;
    rational number{};
    text_view name{};
};

/// A view of a worksheet, of one type for all models: a line is two results, its symbol and its formula.
struct matrix_sheet_view {
    sheet_node const* nodes = nullptr;
    int const* operands = nullptr;
    int const* results = nullptr;
    int node_count = 0, result_count = 0, wanted = 0;

    constexpr sheet_node const& operator[](int i) const { return nodes[i]; }
    constexpr int operand(int i, int number) const { return operands[nodes[i].first + number]; }
    constexpr bool is(int i, sheet_operation what) const { return nodes[i].what == what; }
    constexpr bool is_adjoint(int i) const { return is(i, sheet_operation::adjoint); }
    /// A symbol that is bound, no step.
    constexpr bool is_variable(int i) const {
        if (!is(i, sheet_operation::symbol)) return false;
        for (int line = 0; line < result_count; line += 2)
            if (results[line] == i) return false;
        return true;
    }
    /// The symbol of the derivative by a wanted variable, and that variable, or -1 where the model does not have it.
    constexpr int derivative(int number) const { return results[result_count - 2 * (wanted - number)]; }
    constexpr int variable(int number) const {
        for (int i = 0; i < node_count; ++i)
            if (is_variable(i) && nodes[i].name == nodes[derivative(number)].name) return i;
        return -1;
    }
};

namespace detail {

constexpr sheet_operation operation_of(node const& n) {
    using enum sheet_operation;
    switch (n.what) {
        case kind::number: return number;
        case kind::symbol: return leibniz::detail::is_adjoint(n) ? adjoint : n.count == 0 && n.number == rational(marked_size) ? size : symbol;
        case kind::column: return symbol;
        case kind::sum: return sum;
        case kind::scale: return scale;
        case kind::product: return product;
        case kind::power: return power;
        case kind::reduction: return same;  // over the one row of the data
        case kind::call: break;
    }
    leibniz::function const& fn = *n.fn;
    if (fn.meaning != role::matrix) return sheet_operation::function;
    if (is_row<detail::matrix_product>(fn)) return sheet_operation::matrix_product;
    if (is_row<transposition>(fn)) return transposed;
    if (is_row<ones_vector>(fn)) return ones;
    if (is_row<zero_matrix>(fn)) return zeros;
    if (is_row<identity_matrix>(fn)) return identity;
    if (is_row<matrix_inverse>(fn)) return inverse;
    if (is_row<determinant_of_matrix>(fn)) return determinant;
    if (is_row<detail::log_determinant>(fn)) return sheet_operation::log_determinant;
    if (is_row<matrix_trace>(fn)) return trace;
    if (is_row<diagonal_of_vector>(fn)) return diagonal_matrix;
    if (is_row<main_diagonal>(fn)) return diagonal;
    if (is_row<sum_of_entries>(fn)) return total;
    if (is_row<euclidean_norm>(fn)) return norm;
    if (is_row<vector_log_sum_exp>(fn)) return log_sum_exp;
    if (is_row<vector_softmax>(fn)) return softmax;
    return same;  // sums and means over the rows
}

/// Whether fractions hold all values: no functions but exact ones, no roots.
constexpr bool is_exact_graph(view const& of) {
    for (int i = 0; i < of.node_count; ++i) {
        sheet_operation const what = operation_of(of[i]);
        if (what == sheet_operation::power) {
            node const& exponent = of[of.operand(i, 1)];
            if (exponent.what != kind::number || !exponent.number.is_integer()) return false;
        }
        if (what == sheet_operation::function && !of[i].fn->exact) return false;
        if (what == sheet_operation::norm || what == sheet_operation::log_determinant || what == sheet_operation::log_sum_exp ||
            what == sheet_operation::softmax)
            return false;
    }
    return true;
}

/// The functions of numbers that a graph calls, each once.
constexpr buffer<function const*> functions_in(view const& of) {
    buffer<function const*> all;
    for (int i = 0; i < of.node_count; ++i) {
        bool is_new = operation_of(of[i]) == sheet_operation::function;
        for (function const* known : all) is_new = is_new && *known != *of[i].fn;
        if (is_new) all.push(of[i].fn);
    }
    return all;
}
constexpr buffer<sheet_node> outlined(view const& of) {
    buffer<function const*> const functions = functions_in(of);
    buffer<sheet_node> all;
    for (int i = 0; i < of.node_count; ++i) {
        node const& n = of[i];
        sheet_node made{operation_of(n), n.first, n.count, 0, n.number, n.name};
        if (made.what == sheet_operation::function)
            while (*functions[made.called] != *n.fn) ++made.called;
        all.push(made);
    }
    return all;
}

template <class Sheet>
struct matrix_outline {
    static constexpr view const& of = Sheet::value;
    sheet_node nodes[static_cast<unsigned>(of.node_count + 1)]{};
    int operands[static_cast<unsigned>(of.operand_count + 1)]{}, results[static_cast<unsigned>(of.root_count + 1)]{};

    // It takes a parameter because g++ evaluates a call without one twice.
    constexpr explicit matrix_outline(view const& from) {
        buffer<sheet_node> const all = outlined(from);
        for (int i = 0; i < from.node_count; ++i) nodes[i] = all[i];
        for (int i = 0; i < from.operand_count; ++i) operands[i] = from.operands[i];
        for (int i = 0; i < from.root_count; ++i) results[i] = from.roots[i];
    }
};
template <class Sheet>
static constexpr matrix_outline<Sheet> matrix_outline_of{Sheet::value};

template <class Sheet>
constexpr matrix_sheet_view seen_matrix_sheet() {
    constexpr auto const& all = matrix_outline_of<Sheet>;
    constexpr int node_count = Sheet::value.node_count, result_count = Sheet::value.root_count / 2 * 2;
    return {all.nodes, all.operands, all.results, node_count, result_count, Sheet::wanted};
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
