// expect: evaluate_into: the column to write into has another number type than the result
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
using column_type = Eigen::ArrayXd;
#else
using column_type = Eigen::ArrayXf;
#endif

void write(column_type& out, Eigen::ArrayXd const& xs) {
    evaluate_into(out, x*x, x = xs);
}
