// expect: evaluate: integers cannot hold divisions, fractions or functions; bind a floating number: w = 1.0
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

Eigen::ArrayXi const xs = Eigen::ArrayXi::LinSpaced(4, 0, 3);

// The mean of 0, 1, 2, 3 is 1.5, and no integer.
#ifdef TWIN
double const value = evaluate(mean(x), x = xs.cast<double>());
#else
double const value = evaluate(mean(x), x = xs);
#endif
