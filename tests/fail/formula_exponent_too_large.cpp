// expect: formula: the number at this position has more than 33 digits, or is larger or smaller than any double; write fewer digits, or a symbol, and bind it
// expect: at_position<5>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"x - 1e308">;
#else
constexpr auto model = formula<"x - 1e309">;
#endif
double const value = evaluate(model, x = 1.0);
