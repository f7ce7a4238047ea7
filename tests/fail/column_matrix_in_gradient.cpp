// expect: diff: the derivative of a column by all rows of a column is a matrix; reduce it first, with sum(e) or mean(e)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr column<"x"> x;
constexpr column<"y"> y;

#ifdef TWIN
double const value = evaluate(gradient(mean(y * sum(x)), wrt(x)), y = 1.0)[x];
#else
double const value = evaluate(gradient(y * sum(x), wrt(x)), y = 1.0)[x];
#endif
