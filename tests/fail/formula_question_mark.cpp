// expect: formula: ? at this position is no operator; c ? a : b is written where(c, a, b)
// expect: at_position<7>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"where(x < 0, 1, 2)">;
#else
constexpr auto model = formula<"x < 0 ? 1 : 2">;
#endif
double const value = evaluate(model, x = 1.0);
