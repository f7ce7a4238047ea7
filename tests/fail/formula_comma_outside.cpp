// expect: formula: the comma at this position separates no arguments of a function; a decimal is written 0.5
// expect: at_position<2>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"0.5*x">;
#else
constexpr auto model = formula<"0,5*x">;
#endif
double const value = evaluate(model, x = 1.0);
