#pragma once

#include <leibniz/graph/row.hpp>
#include <leibniz/matrix/builder.hpp>

// clang-format off

// The table of functions of whole matrices. A block states its shape and its pullback: the adjoint of the operand, from the adjoint of
// the value; the derivative along a direction follows from it. `build` gives the canonical form of a call.

namespace leibniz::inline v0_1::detail {

/// The one matrix_engine: matrix/engine.hpp.
struct engine_of_matrices {
    static matrix_engine const value;
};

template <class F>
constexpr matrix_shape shape_of_call(graph& g, int i) { return F::shape(matrix_builder(g), g.operands(i)); }
template <class F>
constexpr int built_call(graph& g, function const&, int const* u) { return F::build(matrix_builder(g), u); }
template <class F>
constexpr int pullback_of(graph& g, int self, int adjoint, int u) {
    return F::pullback(matrix_term(g, adjoint), matrix_term(g, self), matrix_term(g, u)).index();
}
template <class F>
constexpr matrix_rule made_rule() {
    matrix_rule rule{.engine = &engine_of_matrices::value, .shape_of = &shape_of_call<F>, .simplified = &built_call<F>};
    if constexpr (requires { F::leaf; }) rule.leaf = F::leaf;
    if constexpr (requires(matrix_term u) { F::pullback(u, u, u); }) rule.has_pullback = true, rule.pullback = &pullback_of<F>;
    return rule;
}
template <class F>
inline constexpr matrix_rule rule_for = made_rule<F>();

template <int Arity>
struct matrix_function : ordinary {
    static constexpr int arity = Arity;
    static constexpr role meaning = role::matrix;
    template <class F> static constexpr matrix_rule const* matrix_rule_of() { return &rule_for<F>; }
};
/// A function whose value is a number.
struct number_of_matrix : matrix_function<1> {
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

// ---------------------------------------------------------------------------------------------------------- leaves

/// A vector or matrix.
struct matrix_variable : matrix_function<0> {
    static constexpr char const *text = "matrix", *latex = "";
    static constexpr int build(matrix_builder, int const*) { return graph::one; }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
    static constexpr int leaf(graph& g, written const& w);
};

/// The size that a dimension's name stands for.
struct size_of_dimension : matrix_function<0> {
    static constexpr char const *text = "size", *latex = "";
    static constexpr int build(matrix_builder, int const*) { return graph::one; }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
    static constexpr int leaf(graph& g, written const& w);
};

/// A vector of ones.
struct ones_vector : matrix_function<1> {
    static constexpr char const *text = "ones", *latex = "\\mathbf 1", *python = "np.ones", *sympy = "OneMatrix";
    static constexpr int build(matrix_builder m, int const* u) { return m.ones(m.as_size(u[0])); }
    static constexpr matrix_shape shape(matrix_builder, int const* u) { return {u[0], graph::one, false}; }
    static constexpr int leaf(graph& g, written const& w);
};

/// A matrix of zeros.
struct zero_matrix : matrix_function<2> {
    static constexpr char const *text = "zeros", *latex = "0", *python = "np.zeros", *sympy = "ZeroMatrix";
    static constexpr int build(matrix_builder m, int const* u) { return m.zeros({m.as_size(u[0]), m.as_size(u[1])}); }
    static constexpr matrix_shape shape(matrix_builder, int const* u) { return {u[0], u[1], u[0] == u[1]}; }
};

/// The identity.
struct identity_matrix : matrix_function<1> {
    static constexpr char const *text = "eye", *latex = "I", *python = "np.eye", *sympy = "Identity";
    static constexpr int build(matrix_builder m, int const* u) { return m.identity(m.as_size(u[0])); }
    static constexpr matrix_shape shape(matrix_builder, int const* u) { return {u[0], u[0], true}; }
    static constexpr int leaf(graph& g, written const& w);
};

// -------------------------------------------------------------------------------------------------------- products

/// The transpose.
struct transposition : matrix_function<1> {
    static constexpr char const *text = "transpose", *latex = "#1^\\top", *aliases = "'";
    static constexpr int build(matrix_builder m, int const* u) { return m.transpose(u[0]); }
    static constexpr matrix_shape shape(matrix_builder m, int const* u) { return {m.shape_of(u[0]).columns, m.shape_of(u[0]).rows, false}; }
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term, matrix_term) { return transpose(adjoint); }
};

/// The product of two or more matrices. Its derivative is the sweep's.
struct matrix_product : matrix_function<2> {
    static constexpr char const *text = "*", *latex = "";
    static constexpr int build(matrix_builder m, int const* u) { return m.multiply(u[0], u[1]); }
};
template <>
constexpr matrix_shape shape_of_call<matrix_product>(graph& g, int i) {
    matrix_builder m(g);
    int const last = g[i].count - 1;
    bool symmetric = true;
    for (int k = 0; symmetric && 2 * k <= last; ++k) symmetric = m.are_transposes(g.operand(i, k), g.operand(i, last - k));
    matrix_shape s{m.shape_of(g.operand(i, 0)).rows, m.shape_of(g.operand(i, last)).columns, symmetric};
    s.symmetric = symmetric || s.is_number();
    return s;
}

/// The product entry by entry. In the canonical form it is a product.
struct entrywise_product : matrix_function<2> {
    static constexpr char const *text = "hadamard", *latex = "#1\\odot#2", *aliases = ".*";
    static constexpr int build(matrix_builder m, int const* u) { return m.hadamard(u[0], u[1]); }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

/// The quotient and the power entry by entry, in text ./ and .^
struct entrywise_quotient : matrix_function<2> {
    static constexpr char const *text = "./", *latex = "#1\\oslash#2";
    static constexpr int build(matrix_builder m, int const* u) { return m.hadamard(u[0], m.power(u[1], m.number(-1))); }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};
struct entrywise_power : matrix_function<2> {
    static constexpr char const *text = ".^", *latex = "#1^{\\circ #2}";
    static constexpr int build(matrix_builder m, int const* u) { return m.power(u[0], u[1]); }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

/// ^ in text: of numbers.
struct power_in_text : matrix_function<2> {
    static constexpr char const *text = "^", *latex = "^", *aliases = "pow Pow";
    static constexpr int build(matrix_builder m, int const* u) {
        int const wrong = !m.is_number(u[0]) ? u[0] : !m.is_number(u[1]) ? u[1] : -1;
        return wrong < 0 ? m.power(u[0], u[1]) : m.fault(shape_fault::power, wrong);
    }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

/// The solution x of A*x = b.
struct linear_solution : matrix_function<2> {
    static constexpr char const *text = "solve", *latex = "#1^{-1}#2";
    static constexpr int build(matrix_builder m, int const* u) { return m.multiply(m.inverse(u[0]), u[1]); }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

/// The sum of the magnitudes of all entries.
struct sum_of_magnitudes : matrix_function<1> {
    static constexpr char const *text = "norm1", *latex = "\\lVert#1\\rVert_1";
    static constexpr int build(matrix_builder m, int const* u);
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

/// The product u*v'.
struct outer_product : matrix_function<2> {
    static constexpr char const *text = "outer", *latex = "#1#2^\\top";
    static constexpr int build(matrix_builder m, int const* u) { return m.multiply(u[0], m.transpose(u[1])); }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

/// A vector or matrix of ones, in text ones(n) and ones(m, n).
struct ones_matrix : matrix_function<2> {
    static constexpr char const *text = "ones", *latex = "\\mathbf 1";
    static constexpr int build(matrix_builder m, int const* u) { return m.ones(matrix_shape{m.as_size(u[0]), m.as_size(u[1]), false}); }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

/// The sum of all products of entries.
struct inner_product : matrix_function<2> {
    static constexpr char const *text = "dot", *latex = "\\langle#1,#2\\rangle";
    static constexpr int build(matrix_builder m, int const* u) { return m.inner(u[0], u[1]); }
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

// ------------------------------------------------------------------------------------------------ square matrices

/// The inverse of a square matrix.
struct matrix_inverse : matrix_function<1> {
    static constexpr char const *text = "inv", *latex = "#1^{-1}", *python = "np.linalg.inv", *sympy = "Inverse";
    static constexpr int build(matrix_builder m, int const* u) { return m.inverse(u[0]); }
    static constexpr matrix_shape shape(matrix_builder m, int const* u) { return m.shape_of(u[0]); }
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term, matrix_term u) { return -transpose(inv(u))*adjoint*transpose(inv(u)); }
};

/// The determinant.
struct determinant_of_matrix : number_of_matrix {
    static constexpr char const *text = "det", *latex = "\\det", *python = "np.linalg.det", *sympy = "Determinant";
    static constexpr int build(matrix_builder m, int const* u);
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term self, matrix_term u) { return adjoint*self*transpose(inv(u)); }
};

/// The logarithm of the magnitude of the determinant.
struct log_determinant : number_of_matrix {
    static constexpr char const *text = "logdet", *latex = "\\log\\left|\\det(#1)\\right|", *python = "np.linalg.slogdet(#1)[1]", *sympy = "log(Abs(Determinant(#1)))";
    static constexpr int build(matrix_builder m, int const* u);
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term, matrix_term u) { return adjoint*transpose(inv(u)); }
};

/// The sum of the diagonal.
struct matrix_trace : number_of_matrix {
    static constexpr char const *text = "tr", *latex = "\\operatorname{tr}", *python = "np.trace", *sympy = "Trace";
    static constexpr int build(matrix_builder m, int const* u) { return m.trace(u[0]); }
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term, matrix_term u) { return adjoint*identity_of(u); }
};

/// The diagonal matrix of a vector.
struct diagonal_of_vector : matrix_function<1> {
    static constexpr char const *text = "diag", *latex = "\\operatorname{diag}", *python = "np.diag", *sympy = "DiagMatrix";
    static constexpr int build(matrix_builder m, int const* u) { return m.diagonal_matrix(u[0]); }
    static constexpr matrix_shape shape(matrix_builder m, int const* u) { return {m.shape_of(u[0]).rows, m.shape_of(u[0]).rows, true}; }
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term, matrix_term) { return diagonal(adjoint); }
};

/// The diagonal of a square matrix, a vector.
struct main_diagonal : matrix_function<1> {
    static constexpr char const *text = "diagonal", *latex = "\\operatorname{diagonal}", *python = "np.diag";
    static constexpr int build(matrix_builder m, int const* u) { return m.diagonal(u[0]); }
    static constexpr matrix_shape shape(matrix_builder m, int const* u) { return {m.shape_of(u[0]).rows, graph::one, false}; }
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term, matrix_term) { return diag(adjoint); }
};

// -------------------------------------------------------------------------------------------- sums over all entries

/// The sum of all entries. The adjoint spreads by itself.
struct sum_of_entries : number_of_matrix {
    static constexpr char const *text = "sum", *latex = "\\operatorname{sum}", *python = "np.sum";
    static constexpr int build(matrix_builder m, int const* u) { return m.total(u[0]); }
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term, matrix_term) { return adjoint; }
};

/// The sum and the mean over the rows of the data, as in the derivative of one: of a number they are sum and mean.
struct sum_over_rows : matrix_function<1> {
    static constexpr char const *text = "sum_over_rows", *latex = "\\sum";
    static constexpr int build(matrix_builder m, int const* u);
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};
struct mean_over_rows : matrix_function<1> {
    static constexpr char const *text = "mean_over_rows", *latex = "\\operatorname{mean}";
    static constexpr int build(matrix_builder m, int const* u);
    static constexpr matrix_shape shape(matrix_builder, int const*) { return {}; }
};

/// The root of the sum of the squares of all entries; its derivative at 0 is 0.
struct euclidean_norm : number_of_matrix {
    static constexpr char const *text = "norm2", *latex = "\\lVert#1\\rVert", *python = "np.linalg.norm";
    static constexpr int build(matrix_builder m, int const* u) { return m.norm(u[0]); }
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term self, matrix_term u) { return adjoint*u/self; }
};

/// The logarithm of the sum of exp of the entries of a vector, without overflow.
struct vector_log_sum_exp : number_of_matrix {
    static constexpr char const *text = "logsumexp", *latex = "\\operatorname{logsumexp}", *python = "special.logsumexp";
    static constexpr int build(matrix_builder m, int const* u);
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term, matrix_term u);
};

/// exp(u)/sum(exp(u)) of a vector, without overflow.
struct vector_softmax : matrix_function<1> {
    static constexpr char const *text = "softmax", *latex = "\\operatorname{softmax}", *python = "special.softmax";
    static constexpr int build(matrix_builder m, int const* u);
    static constexpr matrix_shape shape(matrix_builder m, int const* u) { return {m.shape_of(u[0]).rows, m.shape_of(u[0]).columns, false}; }
    static constexpr matrix_term pullback(matrix_term adjoint, matrix_term self, matrix_term) { return hadamard(self, adjoint - transpose(self)*adjoint); }
};

constexpr matrix_term softmax(matrix_term u) {
    int const operand = u.index();
    return {u.in(), vector_softmax::build(u.build(), &operand)};
}
constexpr matrix_term vector_log_sum_exp::pullback(matrix_term adjoint, matrix_term, matrix_term u) { return adjoint*softmax(u); }

}  // namespace leibniz::inline v0_1::detail

// The builder's members, which need the blocks.
#include <leibniz/matrix/chains.hpp>
#include <leibniz/matrix/entrywise.hpp>
#include <leibniz/matrix/leaves.hpp>
#include <leibniz/matrix/scalars.hpp>
#include <leibniz/matrix/shapes.hpp>
