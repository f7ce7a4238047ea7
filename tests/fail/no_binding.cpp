// expect: evaluate: expected bindings after the expression; write evaluate(e, x = 2.0)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
double const value = evaluate(exp(x), x = 2.0);
#else
double const value = evaluate(exp(x), 2.0);
#endif
