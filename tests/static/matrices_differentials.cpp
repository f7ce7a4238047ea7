// Facts of matrix calculus from books, papers and the tests of other systems: Jacobians, Hessians and directional derivatives, proved.
#include "../matrix_facts/functions.hpp"
#include "../matrix_facts/models.hpp"
#include "../matrix_facts/products.hpp"

namespace facts::d_optimal_hessian {
static_assert(derivative == hadamard(-(transpose(A)*inv(A*diag(x)*transpose(A))*A), transpose(A)*inv(A*diag(x)*transpose(A))*A));
}  // namespace facts::d_optimal_hessian
namespace facts::jacobian_linear { static_assert(derivative == A); }
namespace facts::jacobian_sine { static_assert(derivative == diag(cos(A*x + y))*A); }
namespace facts::jacobian_diag { static_assert(derivative == diag(A*x) + diag(x)*A); }
namespace facts::hessian_exp { static_assert(derivative == transpose(A)*diag(exp(A*x))*A); }
namespace facts::logistic_hessian { static_assert(derivative == transpose(X)*diag(hadamard(sigmoid(X*w), 1_c - sigmoid(X*w)))*X); }
namespace facts::log_determinant_hvp { static_assert(derivative == -transpose(inv(X)*X_dot*inv(X))); }

// Of a mean over the rows of the data, of which the variables have none.
namespace means {
using namespace leibniz;
constexpr matrix<"w", "d", 1> w;
constexpr matrix<"x", "d", 1> x;
constexpr symbol<"b"> b;
constexpr auto z = dot(w, x) + b;
constexpr auto h = hessian(mean(softplus(z)) + pow<2>(norm2(w)), wrt(w, b));
static_assert(text(h(w, w)) == "2*eye(d) + mean_over_rows(sigmoid(w'*x + b)*(1 - sigmoid(w'*x + b))*x*x')");
static_assert(text(h(w, b)) == "mean_over_rows(sigmoid(w'*x + b)*(1 - sigmoid(w'*x + b))*x)");
static_assert(h(b, b) == mean(sigmoid(z)*(1_c - sigmoid(z))));
constexpr matrix<"W", "m", "d"> W;
constexpr auto g = gradient(mean(logsumexp(W*x)), wrt(W));
static_assert(text(g[W]) == "mean_over_rows(softmax(W*x)*x')");
static_assert(text(transpose(g[W])) == "mean_over_rows(x*softmax(W*x)')");
static_assert(g[W] == formula<"mean_over_rows(softmax(W*x)*x')", matrix<"W", "m", "d">, matrix<"x", "d", 1>>);
static_assert(transpose(g[W]) == formula<"mean_over_rows(x*softmax(W*x)')", matrix<"W", "m", "d">, matrix<"x", "d", 1>>);
}  // namespace means
