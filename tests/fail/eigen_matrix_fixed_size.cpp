// expect: evaluate: the size of a bound vector or matrix is another than the numbers of its declaration; bind one of that size
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"F", 3, 4> F;
constexpr vector<"x", 4> x;

Eigen::Matrix3d const three = Eigen::Matrix3d::Ones();
Eigen::Matrix<double, 3, 4> const f = Eigen::Matrix<double, 3, 4>::Ones();
Eigen::Vector4d const v = Eigen::Vector4d::Ones();

#ifdef TWIN
Eigen::Vector3d const value = evaluate(F*x, F = f, x = v);
#else
Eigen::Vector3d const value = evaluate(F*x, F = three, x = v);
#endif
