// expect: formula: the function at this position takes another number of arguments
// expect: at_position<3>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"2*sin(x)">;
#else
constexpr auto model = formula<"2*sin(x, 1)">;
#endif
double const value = evaluate(model, x = 1.0);
