// expect: evaluate: a vector or matrix is bound to a number; bind an Eigen vector or matrix
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
Eigen::VectorXd const v = Eigen::VectorXd::Ones(3);

#ifdef TWIN
Eigen::VectorXd const value = evaluate(W*x, W = w, x = v);
#else
Eigen::VectorXd const value = evaluate(W*x, W = w, x = 2.0);
#endif
