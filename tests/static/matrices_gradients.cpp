// Facts of matrix calculus from books, papers and the tests of other systems: gradients of numbers, proved.
#include "../matrix_facts/functions.hpp"
#include "../matrix_facts/models.hpp"
#include "../matrix_facts/products.hpp"

namespace facts::of_linear { static_assert(derivative == a); }
namespace facts::bilinear_transposed { static_assert(derivative == b*transpose(a)); }
namespace facts::affine_quadratic { static_assert(derivative == transpose(B)*C*(D*x + d) + transpose(D)*transpose(C)*(B*x + b)); }
namespace facts::quadratic_symmetric { static_assert(derivative == A*x); }
namespace facts::weighted_by_x { static_assert(derivative == 2_c*W*(x - A*s)); }
namespace facts::least_squares_x { static_assert(derivative == 2_c*transpose(A)*(A*x - y)); }
namespace facts::ridge { static_assert(derivative == 2_c*transpose(X)*(X*w - y) + 2_c*c*w); }
namespace facts::trace_linear { static_assert(derivative == transpose(A)*transpose(B)); }
namespace facts::trace_inner { static_assert(derivative == A); }
namespace facts::trace_square_B { static_assert(derivative == transpose(X*B + B*X)); }
namespace facts::trace_XBXt { static_assert(derivative == X*transpose(B) + X*B); }
namespace facts::frobenius { static_assert(derivative == 2_c*X); }
namespace facts::trace_XBXC { static_assert(derivative == B*X*C + transpose(B)*X*transpose(C)); }
namespace facts::procrustes { static_assert(derivative == 2_c*transpose(A)*(A*X*B + C)*transpose(B)); }
namespace facts::trace_squared { static_assert(derivative == 2_c*tr(X)*identity<"n">); }
namespace facts::trace_mc { static_assert(derivative == B*X*C*A + transpose(B)*X*transpose(A)*transpose(C)); }
namespace facts::inverse_trace { static_assert(derivative == -transpose(inv(X)*B*A*inv(X))); }
namespace facts::of_determinant { static_assert(derivative == det(X)*transpose(inv(X))); }
namespace facts::determinant_gram { static_assert(derivative == 2_c*det(transpose(X)*X)*X*inv(transpose(X)*X)); }
namespace facts::log_determinant { static_assert(derivative == transpose(inv(X))); }
namespace facts::log_determinant_inverse { static_assert(derivative == -transpose(inv(X))); }
namespace facts::solve_A { static_assert(derivative == -solve(transpose(A), c)*transpose(solve(A, b))); }
namespace facts::norm_of_product { static_assert(derivative == transpose(A)*A*x/norm2(A*x)); }
namespace facts::hadamard_form { static_assert(derivative == hadamard(y, x)); }
namespace facts::entrywise_sine { static_assert(derivative == transpose(A)*diag(a)*cos(A*X*B)*diag(b)*transpose(B)); }
namespace facts::sum_sine { static_assert(derivative == hadamard(cos(X), Y)); }
namespace facts::sum_squared { static_assert(derivative == 2_c*sum(X)*ones<"m", "n">); }
namespace facts::log_vector { static_assert(derivative == transpose(A)*hadamard(x, pow<-1>(A*x)) + log(A*x)); }
namespace facts::logistic_labels { static_assert(derivative == -transpose(X)*hadamard(y, sigmoid(hadamard(-y, X*w)))); }
namespace facts::cross_entropy_log_softmax { static_assert(derivative == sum(y)*softmax(z) - y); }
namespace facts::softmax_regression { static_assert(derivative == (softmax(W*x + b) - y)*transpose(x)); }
namespace facts::mlp_b2 { static_assert(derivative == softmax(W2*tanh(W1*x + b1) + b2) - y); }
namespace facts::mlp_b1 {
static_assert(derivative == hadamard(transpose(W2)*(softmax(W2*tanh(W1*x + b1) + b2) - y), 1_c - pow<2>(tanh(W1*x + b1))));
}  // namespace facts::mlp_b1
namespace facts::batch_bias { static_assert(derivative == 2_c*transpose(X*transpose(W) + ones<"q">*transpose(b) - Y)*ones<"q">); }
namespace facts::factorization { static_assert(derivative == -2_c*(T - U*transpose(V))*V); }
namespace facts::gaussian_process_K {
static_assert(derivative == 0.5_c*transpose(inv(K)) - 0.5_c*transpose(inv(K))*y*transpose(y)*transpose(inv(K)));
}  // namespace facts::gaussian_process_K
namespace facts::gaussian_mean { static_assert(derivative == -inv(S)*(x - mu)); }
namespace facts::kalman_noise {
static_assert(derivative == inv(H*P*transpose(H) + R) - inv(H*P*transpose(H) + R)*v*transpose(v)*inv(H*P*transpose(H) + R));
}  // namespace facts::kalman_noise
namespace facts::scalar_weight { static_assert(derivative == 2_c*transpose(x)*transpose(A)*(s*A*x - y)); }
