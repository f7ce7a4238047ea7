// expect: formula: before the ; at this position stands no definition; write k := 2*a; k*x
// expect: at_position<4>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"k := 2*x; k">;
#else
constexpr auto model = formula<"2*x; x">;
#endif
double const value = evaluate(model, x = 1.0);
