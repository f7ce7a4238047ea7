#include <leibniz/algebra.hpp>
#include <leibniz/matrix.hpp>

using namespace leibniz;

// Facts of matrix calculus whose stated form is the derivative's once both are multiplied out; and what is multiplied out.

// Matrix Cookbook 2012 eq. 83
namespace affine_sandwich {
constexpr matrix<"X", "m", "n"> X;
constexpr vector<"b", "n"> b;
constexpr vector<"c", "m"> c;
constexpr matrix<"D", "m", "m"> D;
constexpr auto derivative = gradient(transpose(X*b + c)*D*(X*b + c), wrt(X))[X];
constexpr auto stated = (D + transpose(D))*(X*b + c)*transpose(b);
static_assert(expand(derivative) == expand(stated) && !(expand(derivative) == expand(2_c * stated)));
}

// Leibniz
namespace rayleigh {
constexpr symmetric<"A", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto derivative = gradient(transpose(x)*A*x/(transpose(x)*x), wrt(x))[x];
constexpr auto stated = 2_c*(A*x - transpose(x)*A*x/(transpose(x)*x)*x)/(transpose(x)*x);
static_assert(expand(derivative) == expand(stated) && !(expand(derivative) == expand(2_c * stated)));
}

// Matrix Cookbook 2012 eq. 125, A not symmetric
namespace inverse_gram {
constexpr matrix<"X", "n", "m"> X;
constexpr symmetric<"C", "n"> C;
constexpr matrix<"A", "m", "m"> A;
constexpr auto derivative = gradient(tr(inv(transpose(X)*C*X)*A), wrt(X))[X];
constexpr auto stated = -C*X*inv(transpose(X)*C*X)*(A + transpose(A))*inv(transpose(X)*C*X);
static_assert(expand(derivative) == expand(stated) && !(expand(derivative) == expand(2_c * stated)));
}

// Leibniz
namespace jacobian_unit {
constexpr vector<"x", "n"> x;
constexpr auto derivative = diff(x/norm2(x), x);
constexpr auto stated = (identity<"n"> - x*transpose(x)/(transpose(x)*x))/norm2(x);
static_assert(expand(derivative) == expand(stated) && !(expand(derivative) == expand(2_c * stated)));
}

// DiffMatic tests
namespace hessian_two_nodes {
constexpr matrix<"A", "m", "n"> A;
constexpr matrix<"B", "m", "k"> B;
constexpr matrix<"C", "k", "n"> C;
constexpr vector<"x", "n"> x;
constexpr auto derivative = hessian(transpose(sin(A*x))*B*cos(C*x), wrt(x))(x, x);
constexpr auto stated = -transpose(C)*diag(sin(C*x))*transpose(B)*diag(cos(A*x))*A - transpose(C)*diag(hadamard(transpose(B)*sin(A*x), cos(C*x)))*C - transpose(A)*diag(cos(A*x))*B*diag(sin(C*x))*C - transpose(A)*diag(hadamard(B*cos(C*x), sin(A*x)))*A;
static_assert(expand(derivative) == expand(stated) && !(expand(derivative) == expand(2_c * stated)));
}

namespace multiplied_out {
constexpr matrix<"X", "m", "n"> X;
constexpr vector<"x", "n"> x;
constexpr vector<"b", "n"> b;
constexpr vector<"y", "m"> y;
static_assert(text(expand(pow<2>(norm2(X * x - y)))) == "x'*X'*X*x - 2*y'*X*x + norm2(y)^2");
static_assert(text(expand(hadamard(x + b, x - b))) == "x.^2 - b.^2" && text(expand(pow<2>(x + b))) == "2*b.*x + b.^2 + x.^2");
static_assert(text(expand(sum(x + b))) == "sum(b) + sum(x)" && text(expand(X * (x + 1_c))) == "X*x + X*ones(n)");
}  // namespace multiplied_out
