#include <leibniz/matrix.hpp>

using namespace leibniz;

// Facts of matrix calculus from books, papers and the tests of other systems: Jacobians, Hessians and directional derivatives, proved.

// tensorgrad#1
namespace d_optimal_hessian {
constexpr matrix<"A", "m", "q"> A;
constexpr vector<"x", "q"> x;
static_assert(hessian(logdet(A*diag(x)*transpose(A)), wrt(x))(x, x) ==
              hadamard(-(transpose(A)*inv(A*diag(x)*transpose(A))*A), transpose(A)*inv(A*diag(x)*transpose(A))*A));
}

// matrixcalculus.org
namespace jacobian_linear {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
static_assert(diff(A*x, x) == A);
}

// DiffMatic tests
namespace jacobian_sine {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
static_assert(diff(sin(A*x + y), x) == diag(cos(A*x + y))*A);
}

// DiffMatic tests
namespace jacobian_diag {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"x", "n"> x;
static_assert(diff(diag(A*x)*x, x) == diag(A*x) + diag(x)*A);
}

// DiffMatic tests
namespace hessian_exp {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
static_assert(hessian(sum(exp(A*x)), wrt(x))(x, x) == transpose(A)*diag(exp(A*x))*A);
}

// Laue 2018
namespace logistic_hessian {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
static_assert(hessian(sum(log(1_c + exp(X*w))) - transpose(y)*X*w, wrt(w))(w, w) ==
              transpose(X)*diag(hadamard(sigmoid(X*w), 1_c - sigmoid(X*w)))*X);
}

// Leibniz
namespace log_determinant_hvp {
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"X_dot", "n", "n"> X_dot;
static_assert(hvp(logdet(X), X, X_dot) == -transpose(inv(X)*X_dot*inv(X)));
}
