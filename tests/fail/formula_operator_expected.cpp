// expect: formula: an operator or the end is expected at this position; a product is written 2*x, a function sin(x)
// expect: at_position<2>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"2*x + 1">;
#else
constexpr auto model = formula<"2x + 1">;
#endif
double const value = evaluate(model, x = 1.0);
