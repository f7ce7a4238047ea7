// expect: formula: the name before the := at this position has a definition already; choose another name
// expect: at_position<13>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"k := 2*x; j := 3; k + j">;
#else
constexpr auto model = formula<"k := 2*x; k := 3; k">;
#endif
double const value = evaluate(model, x = 1.0);
