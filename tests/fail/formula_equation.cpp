// expect: formula: = at this position is no operator; of an equation y = m*x + b write the right side alone; a comparison is a == b, a definition k := 2*a; k*x
// expect: at_position<3>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"2*x + 1">;
#else
constexpr auto model = formula<"y = 2*x + 1">;
#endif
double const value = evaluate(model, x = 1.0);
