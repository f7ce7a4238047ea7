// expect: evaluate: a symbol of this expression has no value; add a binding such as x = 2.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
double const value = evaluate(w * x, w = 1.0, x = 2.0);
#else
double const value = evaluate(w * x, w = 1.0);
#endif
