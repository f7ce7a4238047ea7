// expect: evaluate: a symbol is bound twice; leave one of its bindings out
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
double const value = evaluate(w * x, w = 1.0, x = 2.0);
#else
double const value = evaluate(w * x, w = 1.0, x = 2.0, w = 3.0);
#endif
