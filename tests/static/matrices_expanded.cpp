// Facts of matrix calculus whose stated form is the derivative's once both are multiplied out; and what is multiplied out.
#include "../matrix_facts/functions.hpp"
#include "../matrix_facts/products.hpp"

#include <leibniz/algebra.hpp>

using namespace leibniz;

template <class D, class S>
constexpr bool same_expanded(D derivative, S stated) {
    return expand(derivative) == expand(stated) && !(expand(derivative) == expand(2_c*stated));
}

namespace facts::affine_sandwich {
static_assert(same_expanded(derivative, (D + transpose(D))*(X*b + c)*transpose(b)));
}  // namespace facts::affine_sandwich

namespace facts::rayleigh {
static_assert(same_expanded(derivative, 2_c*(A*x - transpose(x)*A*x/(transpose(x)*x)*x)/(transpose(x)*x)));
}  // namespace facts::rayleigh

namespace facts::inverse_gram {
static_assert(same_expanded(derivative, -C*X*inv(transpose(X)*C*X)*(A + transpose(A))*inv(transpose(X)*C*X)));
}  // namespace facts::inverse_gram

namespace facts::jacobian_unit {
static_assert(same_expanded(derivative, (identity<"n"> - x*transpose(x)/(transpose(x)*x))/norm2(x)));
}  // namespace facts::jacobian_unit

namespace facts::hessian_two_nodes {
static_assert(same_expanded(derivative, -transpose(C)*diag(sin(C*x))*transpose(B)*diag(cos(A*x))*A - transpose(C)*diag(hadamard(transpose(B)*sin(A*x), cos(C*x)))*C - transpose(A)*diag(cos(A*x))*B*diag(sin(C*x))*C - transpose(A)*diag(hadamard(B*cos(C*x), sin(A*x)))*A));
}  // namespace facts::hessian_two_nodes

namespace multiplied_out {
constexpr matrix<"X", "m", "n"> X;
constexpr vector<"x", "n"> x;
constexpr vector<"b", "n"> b;
constexpr vector<"y", "m"> y;
static_assert(text(expand(pow<2>(norm2(X * x - y)))) == "x'*X'*X*x - 2*y'*X*x + norm2(y)^2");
static_assert(text(expand(pow<2>(norm2(x - b)))) == "norm2(b)^2 - 2*b'*x + norm2(x)^2");  // no negative term first
static_assert(text(expand(hadamard(x + b, x - b))) == "x.^2 - b.^2" && text(expand(pow<2>(x + b))) == "2*b.*x + b.^2 + x.^2");
static_assert(text(expand(sum(x + b))) == "sum(b) + sum(x)" && text(expand(X * (x + 1_c))) == "X*x + X*ones(n)");
}  // namespace multiplied_out
