// expect: formula: the comparison at this position stands behind another; a < b < c is written and(a < b, b < c)
// expect: at_position<7>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"and(1 < x, x <= 2)">;
#else
constexpr auto model = formula<"1 < x <= 2">;
#endif
double const value = evaluate(model, x = 1.0);
