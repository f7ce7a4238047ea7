// expect: evaluate: a vector or matrix of this model has no value; add a binding such as W = w, w an Eigen matrix
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
Eigen::VectorXd const v = Eigen::VectorXd::Ones(3);

#ifdef TWIN
Eigen::VectorXd const value = evaluate(W*x, W = w, x = v);
#else
Eigen::VectorXd const value = evaluate(W*x, x = v);
#endif
