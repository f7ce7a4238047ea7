#include <leibniz/matrix.hpp>

using namespace leibniz;

// Facts of matrix calculus from books, papers and the tests of other systems: gradients of numbers, proved.

// Matrix Cookbook 2012 eq. 69
namespace of_linear {
constexpr vector<"x", "n"> x;
constexpr vector<"a", "n"> a;
static_assert(gradient(transpose(x)*a, wrt(x))[x] == a);
}

// Matrix Cookbook 2012 eq. 71
namespace bilinear_transposed {
constexpr matrix<"X", "m", "n"> X;
constexpr vector<"a", "n"> a;
constexpr vector<"b", "m"> b;
static_assert(gradient(transpose(a)*transpose(X)*b, wrt(X))[X] == b*transpose(a));
}

// Matrix Cookbook 2012 eq. 78
namespace affine_quadratic {
constexpr matrix<"B", "m", "n"> B;
constexpr vector<"b", "m"> b;
constexpr matrix<"C", "m", "k"> C;
constexpr matrix<"D", "k", "n"> D;
constexpr vector<"d", "k"> d;
constexpr vector<"x", "n"> x;
static_assert(gradient(transpose(B*x + b)*C*(D*x + d), wrt(x))[x] ==
              transpose(B)*C*(D*x + d) + transpose(D)*transpose(C)*(B*x + b));
}

// matrixcalculus.org
namespace quadratic_symmetric {
constexpr symmetric<"A", "n"> A;
constexpr vector<"x", "n"> x;
static_assert(gradient(0.5_c*transpose(x)*A*x, wrt(x))[x] == A*x);
}

// Matrix Cookbook 2012 eq. 86
namespace weighted_by_x {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"s", "n"> s;
constexpr vector<"x", "m"> x;
constexpr symmetric<"W", "m"> W;
static_assert(gradient(transpose(x - A*s)*W*(x - A*s), wrt(x))[x] == 2_c*W*(x - A*s));
}

// matrixcalculus.org
namespace least_squares_x {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
static_assert(gradient(pow<2>(norm2(A*x - y)), wrt(x))[x] == 2_c*transpose(A)*(A*x - y));
}

// Leibniz
namespace ridge {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
constexpr symbol<"c"> c;
static_assert(gradient(pow<2>(norm2(X*w - y)) + c*pow<2>(norm2(w)), wrt(w))[w] == 2_c*transpose(X)*(X*w - y) + 2_c*c*w);
}

// Matrix Cookbook 2012 eq. 101
namespace trace_linear {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "k"> B;
static_assert(gradient(tr(A*X*B), wrt(X))[X] == transpose(A)*transpose(B));
}

// Matrix Cookbook 2012 eq. 103
namespace trace_inner {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"A", "m", "n"> A;
static_assert(gradient(tr(transpose(X)*A), wrt(X))[X] == A);
}

// Matrix Cookbook 2012 eq. 107
namespace trace_square_B {
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "n"> B;
static_assert(gradient(tr(X*X*B), wrt(X))[X] == transpose(X*B + B*X));
}

// Matrix Cookbook 2012 eq. 111
namespace trace_XBXt {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "n"> B;
static_assert(gradient(tr(X*B*transpose(X)), wrt(X))[X] == X*transpose(B) + X*B);
}

// Matrix Cookbook 2012 eq. 115
namespace frobenius {
constexpr matrix<"X", "m", "n"> X;
static_assert(gradient(pow<2>(norm2(X)), wrt(X))[X] == 2_c*X);
}

// Matrix Cookbook 2012 eq. 117
namespace trace_XBXC {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "m", "m"> B;
constexpr matrix<"C", "n", "n"> C;
static_assert(gradient(tr(transpose(X)*B*X*C), wrt(X))[X] == B*X*C + transpose(B)*X*transpose(C));
}

// Matrix Cookbook 2012 eq. 119
namespace procrustes {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "q"> B;
constexpr matrix<"C", "k", "q"> C;
static_assert(gradient(tr((A*X*B + C)*transpose(A*X*B + C)), wrt(X))[X] == 2_c*transpose(A)*(A*X*B + C)*transpose(B));
}

// SymPy tests
namespace trace_squared {
constexpr matrix<"X", "n", "n"> X;
static_assert(gradient(pow<2>(tr(X)), wrt(X))[X] == 2_c*tr(X)*identity<"n">);
}

// matrixcalculus.org
namespace trace_mc {
constexpr matrix<"A", "n", "n"> A;
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "n"> B;
constexpr matrix<"C", "n", "n"> C;
static_assert(gradient(tr(A*transpose(X)*B*X*C), wrt(X))[X] == B*X*C*A + transpose(B)*X*transpose(A)*transpose(C));
}

// Matrix Cookbook 2012 eq. 63
namespace inverse_trace {
constexpr matrix<"A", "k", "n"> A;
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "k"> B;
static_assert(gradient(tr(A*inv(X)*B), wrt(X))[X] == -transpose(inv(X)*B*A*inv(X)));
}

// Matrix Cookbook 2012 eq. 49
namespace of_determinant {
constexpr matrix<"X", "n", "n"> X;
static_assert(gradient(det(X), wrt(X))[X] == det(X)*transpose(inv(X)));
}

// Matrix Cookbook 2012 eq. 54
namespace determinant_gram {
constexpr matrix<"X", "n", "m"> X;
static_assert(gradient(det(transpose(X)*X), wrt(X))[X] == 2_c*det(transpose(X)*X)*X*inv(transpose(X)*X));
}

// Matrix Cookbook 2012 eq. 57
namespace log_determinant {
constexpr matrix<"X", "n", "n"> X;
static_assert(gradient(log(det(X)), wrt(X))[X] == transpose(inv(X)));
}

// matrixcalculus.org
namespace log_determinant_inverse {
constexpr matrix<"X", "n", "n"> X;
static_assert(gradient(log(det(inv(X))), wrt(X))[X] == -transpose(inv(X)));
}

// Giles 2008
namespace solve_A {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"b", "n"> b;
constexpr vector<"c", "n"> c;
static_assert(gradient(transpose(c)*solve(A, b), wrt(A))[A] == -solve(transpose(A), c)*transpose(solve(A, b)));
}

// DiffMatic tests
namespace norm_of_product {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
static_assert(gradient(norm2(A*x), wrt(x))[x] == transpose(A)*A*x/norm2(A*x));
}

// matrixcalculus.org
namespace hadamard_form {
constexpr vector<"y", "n"> y;
constexpr vector<"v", "n"> v;
constexpr vector<"x", "n"> x;
static_assert(gradient(transpose(hadamard(y, v))*x, wrt(v))[v] == hadamard(y, x));
}

// SymPy tests
namespace entrywise_sine {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "q"> B;
constexpr vector<"a", "k"> a;
constexpr vector<"b", "q"> b;
static_assert(gradient(transpose(a)*sin(A*X*B)*b, wrt(X))[X] == transpose(A)*diag(a)*cos(A*X*B)*diag(b)*transpose(B));
}

// Leibniz
namespace sum_sine {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"Y", "m", "n"> Y;
static_assert(gradient(sum(hadamard(sin(X), Y)), wrt(X))[X] == hadamard(cos(X), Y));
}

// Leibniz
namespace sum_squared {
constexpr matrix<"X", "m", "n"> X;
static_assert(gradient(pow<2>(sum(X)), wrt(X))[X] == 2_c*sum(X)*ones<"m", "n">);
}

// DiffMatic tests
namespace log_vector {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"x", "n"> x;
static_assert(gradient(transpose(log(A*x))*x, wrt(x))[x] == transpose(A)*hadamard(x, pow<-1>(A*x)) + log(A*x));
}

// matrixcalculus.org
namespace logistic_labels {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
static_assert(gradient(sum(log(exp(hadamard(-y, X*w)) + 1_c)), wrt(w))[w] ==
              -transpose(X)*hadamard(y, sigmoid(hadamard(-y, X*w))));
}

// Theano#3162
namespace cross_entropy_log_softmax {
constexpr vector<"z", "n"> z;
constexpr vector<"y", "n"> y;
static_assert(gradient(-transpose(y)*log(softmax(z)), wrt(z))[z] == sum(y)*softmax(z) - y);
}

// Leibniz
namespace softmax_regression {
constexpr matrix<"W", "k", "n"> W;
constexpr vector<"b", "k"> b;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
static_assert(gradient(logsumexp(W*x + b) - transpose(y)*(W*x + b), wrt(W))[W] == (softmax(W*x + b) - y)*transpose(x));
}

// Leibniz
namespace mlp_b2 {
constexpr matrix<"W1", "m", "n"> W1;
constexpr vector<"b1", "m"> b1;
constexpr matrix<"W2", "k", "m"> W2;
constexpr vector<"b2", "k"> b2;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
static_assert(gradient(logsumexp(W2*tanh(W1*x + b1) + b2) - transpose(y)*(W2*tanh(W1*x + b1) + b2), wrt(b2))[b2] ==
              softmax(W2*tanh(W1*x + b1) + b2) - y);
}

// Leibniz
namespace mlp_b1 {
constexpr matrix<"W1", "m", "n"> W1;
constexpr vector<"b1", "m"> b1;
constexpr matrix<"W2", "k", "m"> W2;
constexpr vector<"b2", "k"> b2;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
static_assert(gradient(logsumexp(W2*tanh(W1*x + b1) + b2) - transpose(y)*(W2*tanh(W1*x + b1) + b2), wrt(b1))[b1] ==
              hadamard(transpose(W2)*(softmax(W2*tanh(W1*x + b1) + b2) - y), 1_c - pow<2>(tanh(W1*x + b1))));
}

// Leibniz
namespace batch_bias {
constexpr matrix<"X", "q", "n"> X;
constexpr matrix<"W", "m", "n"> W;
constexpr vector<"b", "m"> b;
constexpr matrix<"Y", "q", "m"> Y;
static_assert(gradient(pow<2>(norm2(X*transpose(W) + ones<"q">*transpose(b) - Y)), wrt(b))[b] ==
              2_c*transpose(X*transpose(W) + ones<"q">*transpose(b) - Y)*ones<"q">);
}

// Laue 2018
namespace factorization {
constexpr matrix<"T", "q", "n"> T;
constexpr matrix<"U", "q", "k"> U;
constexpr matrix<"V", "n", "k"> V;
static_assert(gradient(pow<2>(norm2(T - U*transpose(V))), wrt(U))[U] == -2_c*(T - U*transpose(V))*V);
}

// Rasmussen and Williams 5.9; K taken as any matrix
namespace gaussian_process_K {
constexpr matrix<"K", "n", "n"> K;
constexpr vector<"y", "n"> y;
static_assert(gradient(0.5_c*transpose(y)*inv(K)*y + 0.5_c*logdet(K), wrt(K))[K] ==
              0.5_c*transpose(inv(K)) - 0.5_c*transpose(inv(K))*y*transpose(y)*transpose(inv(K)));
}

// Leibniz
namespace gaussian_mean {
constexpr vector<"x", "n"> x;
constexpr vector<"mu", "n"> mu;
constexpr symmetric<"S", "n"> S;
static_assert(gradient(0.5_c*transpose(x - mu)*inv(S)*(x - mu), wrt(mu))[mu] == -inv(S)*(x - mu));
}

// Leibniz
namespace kalman_noise {
constexpr matrix<"H", "k", "n"> H;
constexpr symmetric<"P", "n"> P;
constexpr symmetric<"R", "k"> R;
constexpr vector<"v", "k"> v;
static_assert(gradient(logdet(H*P*transpose(H) + R) + transpose(v)*inv(H*P*transpose(H) + R)*v, wrt(R))[R] ==
              inv(H*P*transpose(H) + R) - inv(H*P*transpose(H) + R)*v*transpose(v)*inv(H*P*transpose(H) + R));
}

// Leibniz
namespace scalar_weight {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
constexpr symbol<"s"> s;
static_assert(gradient(pow<2>(norm2(s*A*x - y)), wrt(s))[s] == 2_c*transpose(x)*transpose(A)*(s*A*x - y));
}
