// expect: formula: a number, a name or ( is expected at this position
// expect: at_position<5>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"x + 1">;
#else
constexpr auto model = formula<"x + ">;
#endif
double const value = evaluate(model, x = 1.0);
