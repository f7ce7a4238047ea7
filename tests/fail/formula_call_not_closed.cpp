// expect: formula: the bracket opened at this position is never closed
// expect: at_position<3>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"2*exp(x + 1)">;
#else
constexpr auto model = formula<"2*exp(x + 1">;
#endif
double const value = evaluate(model, x = 1.0);
