// expect: formula: the function at this position is not known; the nearest known name stands beside it, and a function of your own is read if its block is named: formula<"runge(x)", runge>
// expect: nearest_known_at<5, 
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

// A name before a bracket is that of a function: products have their sign.
#ifdef TWIN
constexpr auto model = formula<"2 - x*(x + 1)">;
#else
constexpr auto model = formula<"2 - x(x + 1)">;
#endif
double const value = evaluate(model, x = 1.0);
