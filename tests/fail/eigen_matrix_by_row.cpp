// expect: evaluate: a matrix that varies by row other than as u*v' cannot be summed over rows; bind one sample at a time
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
Eigen::VectorXd const v = Eigen::VectorXd::Ones(3);

#ifdef TWIN
double const value = evaluate(mean(sum(exp(W*x))), W = w, x = Eigen::MatrixXd::Ones(5, 3));
#else
double const value = evaluate(mean(logdet(identity<"n"> + outer(x, x))), x = Eigen::MatrixXd::Ones(5, 3));
#endif
