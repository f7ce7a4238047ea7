// expect: evaluate: the workspace is of another number type than the values; write workspace<float> or workspace<double>
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
Eigen::VectorXd const v = Eigen::VectorXd::Ones(3);

workspace<float> single;
workspace<double> memory;

#ifdef TWIN
Eigen::VectorXd const value = evaluate(2_c*x, memory, x = v);
#else
Eigen::VectorXd const value = evaluate(2_c*x, single, x = v);
#endif
