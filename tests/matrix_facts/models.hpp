#pragma once

#include <leibniz/matrix.hpp>

/// Facts of matrix calculus from books, papers and the tests of other systems: models of statistics and of networks. Each has a model and a derivative of it.
namespace facts {

using namespace leibniz;

// matrixcalculus.org
namespace logistic_labels {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
constexpr auto model = sum(log(exp(hadamard(-y, X*w)) + 1_c));
constexpr auto derivative = gradient(model, wrt(w))[w];
}  // namespace logistic_labels

// Laue 2018
namespace logistic_hessian {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
constexpr auto model = sum(log(1_c + exp(X*w))) - transpose(y)*X*w;
constexpr auto derivative = hessian(model, wrt(w))(w, w);
}  // namespace logistic_hessian

// Theano#3162
namespace cross_entropy_log_softmax {
constexpr vector<"z", "n"> z;
constexpr vector<"y", "n"> y;
constexpr auto model = -transpose(y)*log(softmax(z));
constexpr auto derivative = gradient(model, wrt(z))[z];
}  // namespace cross_entropy_log_softmax

// Leibniz
namespace softmax_regression {
constexpr matrix<"W", "k", "n"> W;
constexpr vector<"b", "k"> b;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
constexpr auto model = logsumexp(W*x + b) - transpose(y)*(W*x + b);
constexpr auto derivative = gradient(model, wrt(W))[W];
}  // namespace softmax_regression

// Leibniz
namespace mlp_b2 {
constexpr matrix<"W1", "m", "n"> W1;
constexpr vector<"b1", "m"> b1;
constexpr matrix<"W2", "k", "m"> W2;
constexpr vector<"b2", "k"> b2;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
constexpr auto model = logsumexp(W2*tanh(W1*x + b1) + b2) - transpose(y)*(W2*tanh(W1*x + b1) + b2);
constexpr auto derivative = gradient(model, wrt(b2))[b2];
}  // namespace mlp_b2

// Leibniz
namespace mlp_b1 {
constexpr matrix<"W1", "m", "n"> W1;
constexpr vector<"b1", "m"> b1;
constexpr matrix<"W2", "k", "m"> W2;
constexpr vector<"b2", "k"> b2;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
constexpr auto model = logsumexp(W2*tanh(W1*x + b1) + b2) - transpose(y)*(W2*tanh(W1*x + b1) + b2);
constexpr auto derivative = gradient(model, wrt(b1))[b1];
}  // namespace mlp_b1

// Leibniz
namespace batch_bias {
constexpr matrix<"X", "q", "n"> X;
constexpr matrix<"W", "m", "n"> W;
constexpr vector<"b", "m"> b;
constexpr matrix<"Y", "q", "m"> Y;
constexpr auto model = pow<2>(norm2(X*transpose(W) + ones<"q">*transpose(b) - Y));
constexpr auto derivative = gradient(model, wrt(b))[b];
}  // namespace batch_bias

// Laue 2018
namespace factorization {
constexpr matrix<"T", "q", "n"> T;
constexpr matrix<"U", "q", "k"> U;
constexpr matrix<"V", "n", "k"> V;
constexpr auto model = pow<2>(norm2(T - U*transpose(V)));
constexpr auto derivative = gradient(model, wrt(U))[U];
}  // namespace factorization

// Leibniz
namespace log_determinant_hvp {
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"X_dot", "n", "n"> X_dot;
constexpr auto model = logdet(X);
constexpr auto derivative = hvp(model, X, X_dot);
}  // namespace log_determinant_hvp

// Rasmussen and Williams 5.9
namespace gaussian_process_K {
constexpr matrix<"K", "n", "n"> K;
constexpr vector<"y", "n"> y;
constexpr auto model = 0.5_c*transpose(y)*inv(K)*y + 0.5_c*logdet(K);
constexpr auto derivative = gradient(model, wrt(K))[K];
}  // namespace gaussian_process_K

// Leibniz
namespace gaussian_mean {
constexpr vector<"x", "n"> x;
constexpr vector<"mu", "n"> mu;
constexpr symmetric<"S", "n"> S;
constexpr auto model = 0.5_c*transpose(x - mu)*inv(S)*(x - mu);
constexpr auto derivative = gradient(model, wrt(mu))[mu];
}  // namespace gaussian_mean

// Leibniz
namespace kalman_noise {
constexpr matrix<"H", "k", "n"> H;
constexpr symmetric<"P", "n"> P;
constexpr symmetric<"R", "k"> R;
constexpr vector<"v", "k"> v;
constexpr auto model = logdet(H*P*transpose(H) + R) + transpose(v)*inv(H*P*transpose(H) + R)*v;
constexpr auto derivative = gradient(model, wrt(R))[R];
}  // namespace kalman_noise

// Leibniz
namespace scalar_weight {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
constexpr symbol<"s"> s;
constexpr auto model = pow<2>(norm2(s*A*x - y));
constexpr auto derivative = gradient(model, wrt(s))[s];
}  // namespace scalar_weight

}  // namespace facts
