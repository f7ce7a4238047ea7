// expect: formula: ! at this position is no operator; the factorial of n is written factorial(n), a condition's opposite not(c)
// expect: at_position<2>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"factorial(x)">;
#else
constexpr auto model = formula<"x!">;
#endif
double const value = evaluate(model, x = 1.0);
