// expect: diff: the derivative of a column by all rows of a column is a matrix; reduce it first, with sum(e) or mean(e)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr column<"x"> x;
constexpr column<"y"> y;

#ifdef TWIN
double const value = evaluate(jacobian(outputs(sum(y), sum(x * y)), wrt(x)), y = 1.0)(1_c, x);
#else
double const value = evaluate(jacobian(outputs(sum(y), y * sum(x * y)), wrt(x)), y = 1.0)(1_c, x);
#endif
