// expect: evaluate: integers cannot hold divisions, fractions or functions; bind a floating number: w = 1.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
double const value = evaluate(diff(exp(x), x), x = 2.0);
#else
double const value = evaluate(diff(exp(x), x), x = 2);
#endif
