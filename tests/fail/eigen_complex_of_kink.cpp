// expect: evaluate: this expression is one of real numbers, by abs, <, min, erf or their like, or by log(exp(u)) = u; bind real numbers
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

Eigen::ArrayXcd const xs = Eigen::ArrayXcd::Random(3);

#ifdef TWIN
Eigen::ArrayXcd const values = evaluate(sqrt(1_c + pow<2>(x)), x = xs);
#else
Eigen::ArrayXcd const values = evaluate(sqrt(pow<2>(x)), x = xs);
#endif
