// expect: formula: behind the definition at this position no formula follows; write k := 2*a; k*x, and of an equation y = m*x the right side alone
// expect: at_position<1>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"y := 2*x; y">;
#else
constexpr auto model = formula<"y := 2*x">;
#endif
double const value = evaluate(model, x = 1.0);
