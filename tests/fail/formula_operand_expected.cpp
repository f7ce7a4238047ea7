// expect: formula: a number, a name or ( is expected at this position
// expect: at_position<7>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"2*x + 3">;
#else
constexpr auto model = formula<"2*x + * 3">;
#endif
double const value = evaluate(model, x = 1.0);
