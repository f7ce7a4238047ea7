// expect: evaluate: a symbol of this expression has no value; add a binding such as x = 2.0
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

Eigen::ArrayXd const xs = Eigen::ArrayXd::Ones(3);

#ifdef TWIN
Eigen::ArrayXd const values = evaluate(w * x, w = 1.0, x = xs);
#else
Eigen::ArrayXd const values = evaluate(w * x, x = xs);
#endif
