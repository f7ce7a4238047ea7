// expect: formula: a number, a name or ( is expected at this position
// expect: at_position<8>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"x + pi">;
#else
constexpr auto model = formula<"x + pi()">;
#endif
double const value = evaluate(model, x = 1.0);
