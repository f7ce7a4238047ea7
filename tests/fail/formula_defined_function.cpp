// expect: formula: the definition at this position has the name of a function; choose another name
// expect: at_position<1>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"k := 2*x; k + 1">;
#else
constexpr auto model = formula<"exp := 2*x; exp + 1">;
#endif
double const value = evaluate(model, x = 1.0);
