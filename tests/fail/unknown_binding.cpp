// expect: evaluate: a binding names a symbol that this expression does not contain; leave it out
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
double const value = evaluate(w * x, w = 1.0, x = 2.0);
#else
double const value = evaluate(w * x, w = 1.0, x = 2.0, y = 3.0);
#endif
