// expect: evaluate: a symbol of this expression has no value; add a binding such as x = 2.0
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void add(Eigen::ArrayXd const& xs) {
#ifdef TWIN
    accumulator(sum(w*x)).add(w = 0.5, x = xs);
#else
    accumulator(sum(w*x)).add(x = xs);
#endif
}
