// expect: evaluate: integers cannot hold divisions, fractions or functions; bind a floating number: w = 1.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
double const value = evaluate(w / x, w = 1.0, x = 2);
#else
double const value = evaluate(w / x, w = 1, x = 2);
#endif
