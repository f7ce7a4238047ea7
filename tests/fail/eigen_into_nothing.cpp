// expect: evaluate_into: this cannot be written into; write into a matrix, a block or a map, or into a number
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
using matrix_type = Eigen::MatrixXd;
#else
using matrix_type = Eigen::MatrixXd const;
#endif

void write(matrix_type& out, Eigen::ArrayXd const& xs) {
    evaluate_into(std::tie(out), gradient(w*x, wrt(w, x)), w = 2.0, x = xs);
}
