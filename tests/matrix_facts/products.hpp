#pragma once

#include <leibniz/matrix.hpp>

/// Facts of matrix calculus from books, papers and the tests of other systems: inner products, quadratic forms, traces and norms. Each has a model and a derivative of it.
namespace facts {

using namespace leibniz;

// Matrix Cookbook 2012 eq. 69
namespace of_linear {
constexpr vector<"x", "n"> x;
constexpr vector<"a", "n"> a;
constexpr auto model = transpose(x)*a;
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace of_linear

// Matrix Cookbook 2012 eq. 71
namespace bilinear_transposed {
constexpr matrix<"X", "m", "n"> X;
constexpr vector<"a", "n"> a;
constexpr vector<"b", "m"> b;
constexpr auto model = transpose(a)*transpose(X)*b;
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace bilinear_transposed

// Matrix Cookbook 2012 eq. 78
namespace affine_quadratic {
constexpr matrix<"B", "m", "n"> B;
constexpr vector<"b", "m"> b;
constexpr matrix<"C", "m", "k"> C;
constexpr matrix<"D", "k", "n"> D;
constexpr vector<"d", "k"> d;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(B*x + b)*C*(D*x + d);
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace affine_quadratic

// matrixcalculus.org
namespace quadratic_symmetric {
constexpr symmetric<"A", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = 0.5_c*transpose(x)*A*x;
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace quadratic_symmetric

// Matrix Cookbook 2012 eq. 83
namespace affine_sandwich {
constexpr matrix<"X", "m", "n"> X;
constexpr vector<"b", "n"> b;
constexpr vector<"c", "m"> c;
constexpr matrix<"D", "m", "m"> D;
constexpr auto model = transpose(X*b + c)*D*(X*b + c);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace affine_sandwich

// Matrix Cookbook 2012 eq. 86
namespace weighted_by_x {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"s", "n"> s;
constexpr vector<"x", "m"> x;
constexpr symmetric<"W", "m"> W;
constexpr auto model = transpose(x - A*s)*W*(x - A*s);
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace weighted_by_x

// matrixcalculus.org
namespace least_squares_x {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
constexpr auto model = pow<2>(norm2(A*x - y));
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace least_squares_x

// Leibniz
namespace ridge {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
constexpr symbol<"c"> c;
constexpr auto model = pow<2>(norm2(X*w - y)) + c*pow<2>(norm2(w));
constexpr auto derivative = gradient(model, wrt(w))[w];
}  // namespace ridge

// Leibniz
namespace rayleigh {
constexpr symmetric<"A", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(x)*A*x/(transpose(x)*x);
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace rayleigh

// Matrix Cookbook 2012 eq. 101
namespace trace_linear {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "k"> B;
constexpr auto model = tr(A*X*B);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_linear

// Matrix Cookbook 2012 eq. 103
namespace trace_inner {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"A", "m", "n"> A;
constexpr auto model = tr(transpose(X)*A);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_inner

// Matrix Cookbook 2012 eq. 107
namespace trace_square_B {
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "n"> B;
constexpr auto model = tr(X*X*B);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_square_B

// Matrix Cookbook 2012 eq. 111
namespace trace_XBXt {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "n"> B;
constexpr auto model = tr(X*B*transpose(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_XBXt

// Matrix Cookbook 2012 eq. 115
namespace frobenius {
constexpr matrix<"X", "m", "n"> X;
constexpr auto model = pow<2>(norm2(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace frobenius

// Matrix Cookbook 2012 eq. 117
namespace trace_XBXC {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "m", "m"> B;
constexpr matrix<"C", "n", "n"> C;
constexpr auto model = tr(transpose(X)*B*X*C);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_XBXC

// Matrix Cookbook 2012 eq. 119
namespace procrustes {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "q"> B;
constexpr matrix<"C", "k", "q"> C;
constexpr auto model = tr((A*X*B + C)*transpose(A*X*B + C));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace procrustes

// SymPy tests
namespace trace_squared {
constexpr matrix<"X", "n", "n"> X;
constexpr auto model = pow<2>(tr(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_squared

// matrixcalculus.org
namespace trace_mc {
constexpr matrix<"A", "n", "n"> A;
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "n"> B;
constexpr matrix<"C", "n", "n"> C;
constexpr auto model = tr(A*transpose(X)*B*X*C);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_mc

}  // namespace facts
