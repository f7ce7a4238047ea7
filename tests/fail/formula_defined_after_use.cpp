// expect: formula: the name at this position is used before its definition, or in it; put the definition in front, or choose another name
// expect: at_position<8>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"k := 2*x; k + 1">;
#else
constexpr auto model = formula<"k := 2*k; k + x">;
#endif
double const value = evaluate(model, x = 1.0);
