// expect: formula: the number at this position has more than 33 digits, or is larger or smaller than any double; write fewer digits, or a symbol, and bind it
// expect: at_position<3>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"x*3.14159265358979323846264338327950">;
#else
constexpr auto model = formula<"x*3.141592653589793238462643383279502884">;
#endif
double const value = evaluate(model, x = 1.0);
