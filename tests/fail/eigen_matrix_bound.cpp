// expect: evaluate: a column has one dimension; bind a column of the matrix such as m.col(0), or m.reshaped()
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

Eigen::MatrixXd const matrix = Eigen::MatrixXd::Ones(3, 2);

#ifdef TWIN
Eigen::ArrayXd const values = evaluate(exp(x), x = matrix.col(0));
#else
Eigen::ArrayXd const values = evaluate(exp(x), x = matrix);
#endif
