// expect: formula: the character at this position belongs to no formula; operators are written * - ^2 <= == in ASCII, conditions and(a, b), or(a, b), not(a)
// expect: at_position<2>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"x + 1">;
#else
constexpr auto model = formula<"x\0 + 1">;
#endif
double const value = evaluate(model, x = 1.0);
