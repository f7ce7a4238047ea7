// expect: accumulator: no column is bound; bind the rows to add, such as x = xs
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

void add(Eigen::ArrayXd const& xs) {
#ifdef TWIN
    accumulator(sum(x)).add(x = xs);
#else
    accumulator(sum(x)).add(x = xs[0]);
#endif
}
