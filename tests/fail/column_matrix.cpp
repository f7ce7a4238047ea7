// expect: diff: the derivative of a column by all rows of a column is a matrix; reduce it first, with sum(e) or mean(e)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr column<"x"> x;
constexpr column<"y"> y;

#ifdef TWIN
double const value = evaluate(diff(sum(x * sum(pow<2>(x))), x), x = 2.0);
#else
double const value = evaluate(diff(x * sum(pow<2>(x)), x), x = 2.0);
#endif
