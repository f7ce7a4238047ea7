// expect: evaluate: vectors and matrices are of double or float; convert others with cast<double>()
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
Eigen::VectorXd const v = Eigen::VectorXd::Ones(3);

#ifdef TWIN
Eigen::VectorXd const value = evaluate(2_c*x, x = v.cast<int>().cast<double>());
#else
Eigen::VectorXd const value = evaluate(2_c*x, x = v.cast<int>());
#endif
