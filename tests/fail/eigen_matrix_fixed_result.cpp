// expect: evaluate_into: the matrix to write into is of another size than the result; take one of the size of the result
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"F", 3, 4> F;

Eigen::Matrix<double, 3, 4> const f = Eigen::Matrix<double, 3, 4>::Ones();

int main() {
#ifdef TWIN
    Eigen::Matrix<double, 3, 4> to;
#else
    Eigen::Matrix2d to;
#endif
    evaluate_into(to, 2_c*F, F = f);
}
