#pragma once

#include <leibniz/matrix.hpp>

/// Facts of matrix calculus from books, papers and the tests of other systems: inverses, determinants and functions of entries. Each has a model and a derivative of it.
namespace facts {

using namespace leibniz;

// Matrix Cookbook 2012 eq. 63
namespace inverse_trace {
constexpr matrix<"A", "k", "n"> A;
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "k"> B;
constexpr auto model = tr(A*inv(X)*B);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace inverse_trace

// Matrix Cookbook 2012 eq. 125, A not symmetric
namespace inverse_gram {
constexpr matrix<"X", "n", "m"> X;
constexpr symmetric<"C", "n"> C;
constexpr matrix<"A", "m", "m"> A;
constexpr auto model = tr(inv(transpose(X)*C*X)*A);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace inverse_gram

// Matrix Cookbook 2012 eq. 49
namespace of_determinant {
constexpr matrix<"X", "n", "n"> X;
constexpr auto model = det(X);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace of_determinant

// Matrix Cookbook 2012 eq. 54
namespace determinant_gram {
constexpr matrix<"X", "n", "m"> X;
constexpr auto model = det(transpose(X)*X);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace determinant_gram

// Matrix Cookbook 2012 eq. 57
namespace log_determinant {
constexpr matrix<"X", "n", "n"> X;
constexpr auto model = log(det(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace log_determinant

// matrixcalculus.org
namespace log_determinant_inverse {
constexpr matrix<"X", "n", "n"> X;
constexpr auto model = log(det(inv(X)));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace log_determinant_inverse

// tensorgrad#1
namespace d_optimal_hessian {
constexpr matrix<"A", "m", "q"> A;
constexpr vector<"x", "q"> x;
constexpr auto model = logdet(A*diag(x)*transpose(A));
constexpr auto derivative = hessian(model, wrt(x))(x, x);
}  // namespace d_optimal_hessian

// Giles 2008
namespace solve_A {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"b", "n"> b;
constexpr vector<"c", "n"> c;
constexpr auto model = transpose(c)*solve(A, b);
constexpr auto derivative = gradient(model, wrt(A))[A];
}  // namespace solve_A

// DiffMatic tests
namespace norm_of_product {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = norm2(A*x);
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace norm_of_product

// matrixcalculus.org
namespace hadamard_form {
constexpr vector<"y", "n"> y;
constexpr vector<"v", "n"> v;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(hadamard(y, v))*x;
constexpr auto derivative = gradient(model, wrt(v))[v];
}  // namespace hadamard_form

// SymPy tests
namespace entrywise_sine {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "q"> B;
constexpr vector<"a", "k"> a;
constexpr vector<"b", "q"> b;
constexpr auto model = transpose(a)*sin(A*X*B)*b;
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace entrywise_sine

// Leibniz
namespace sum_sine {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"Y", "m", "n"> Y;
constexpr auto model = sum(hadamard(sin(X), Y));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace sum_sine

// Leibniz
namespace sum_squared {
constexpr matrix<"X", "m", "n"> X;
constexpr auto model = pow<2>(sum(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace sum_squared

// DiffMatic tests
namespace log_vector {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(log(A*x))*x;
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace log_vector

// matrixcalculus.org
namespace jacobian_linear {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = A*x;
constexpr auto derivative = diff(model, x);
}  // namespace jacobian_linear

// DiffMatic tests
namespace jacobian_sine {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
constexpr auto model = sin(A*x + y);
constexpr auto derivative = diff(model, x);
}  // namespace jacobian_sine

// DiffMatic tests
namespace jacobian_diag {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = diag(A*x)*x;
constexpr auto derivative = diff(model, x);
}  // namespace jacobian_diag

// Leibniz
namespace jacobian_unit {
constexpr vector<"x", "n"> x;
constexpr auto model = x/norm2(x);
constexpr auto derivative = diff(model, x);
}  // namespace jacobian_unit

// DiffMatic tests
namespace hessian_exp {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = sum(exp(A*x));
constexpr auto derivative = hessian(model, wrt(x))(x, x);
}  // namespace hessian_exp

// DiffMatic tests
namespace hessian_two_nodes {
constexpr matrix<"A", "m", "n"> A;
constexpr matrix<"B", "m", "k"> B;
constexpr matrix<"C", "k", "n"> C;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(sin(A*x))*B*cos(C*x);
constexpr auto derivative = hessian(model, wrt(x))(x, x);
}  // namespace hessian_two_nodes

}  // namespace facts
