// expect: evaluate_into: the matrix or number to write into has another number type than the results
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
using matrix_type = Eigen::MatrixXd;
#else
using matrix_type = Eigen::MatrixXf;
#endif

void write(matrix_type& out, Eigen::ArrayXd const& xs) {
    evaluate_into(out, gradient(w*x, wrt(w, x)), w = 2.0, x = xs);
}
