#include <leibniz/eigen/matrix.hpp>
#include <leibniz/notation.hpp>

using namespace leibniz;

inline constexpr matrix<"A", "m", "n"> A;
inline constexpr leibniz::vector<"u", "n"> u;
inline constexpr leibniz::vector<"t", "m"> t;
inline constexpr auto loss = formula<"norm2(A*u - t)^2 + logsumexp(A*u)", decltype(A), decltype(u), decltype(t)>;
inline constexpr auto slope = gradient(loss, wrt(u))[u];

static_assert(loss == pow<2>(norm2(A*u - t)) + logsumexp(A*u));
static_assert(text(slope) == "A'*(2*(A*u - t) + softmax(A*u))");
static_assert(latex(norm2(u)) == "\\lVert u\\rVert");

/// A little of everything that vectors and matrices have: a formula, derivatives, their text, their values.
int main() {
    Eigen::MatrixXd const a = Eigen::MatrixXd::Identity(2, 2);
    Eigen::VectorXd const at = Eigen::VectorXd::Ones(2), target = Eigen::VectorXd::Ones(2);
    workspace<double> work;
    Eigen::VectorXd const found = evaluate(slope, work, A = a, u = at, t = target);
    return found.isApprox(Eigen::VectorXd::Constant(2, 0.5)) ? 0 : 1;
}
