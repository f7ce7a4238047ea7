// expect: formula: the number at this position is no exact fraction of 64-bit integers; write fewer digits, or a symbol, and bind it
// expect: at_position<5>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"x - 1e18">;
#else
constexpr auto model = formula<"x - 1e19">;
#endif
double const value = evaluate(model, x = 1.0);
