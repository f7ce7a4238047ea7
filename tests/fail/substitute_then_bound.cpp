// expect: evaluate: a binding names a symbol that this expression does not contain; leave it out
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
double const value = evaluate(substitute(x*y, x = 2_c*a), a = 1.0, y = 2.0);
#else
double const value = evaluate(substitute(x*y, x = 2_c*a), x = 2.0, a = 1.0, y = 2.0);
#endif
