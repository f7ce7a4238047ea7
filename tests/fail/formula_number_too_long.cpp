// expect: formula: the number at this position is no exact fraction of 64-bit integers; write fewer digits, or a symbol, and bind it
// expect: at_position<3>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"x*3.141592653589793">;
#else
constexpr auto model = formula<"x*3.14159265358979323846">;
#endif
double const value = evaluate(model, x = 1.0);
