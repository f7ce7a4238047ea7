// expect: evaluate: a formula is no value; write evaluate(substitute(e, x = a + b), a = 1.0, b = 2.0)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
double const value = evaluate(substitute(x*y, x = 2_c*a), a = 1.0, y = 2.0);
#else
double const value = evaluate(x*y, x = 2_c*a, y = 2.0);
#endif
