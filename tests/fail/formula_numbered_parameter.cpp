// expect: formula: a number alone in square brackets is a parameter of ROOT; give parameters names such as p0, and write (2) for a number in brackets
// expect: at_position<8>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"p1"> p1;

#ifdef TWIN
constexpr auto model = formula<"exp(-x/p1)">;
double const value = evaluate(model, x = 1.0, p1 = 2.0);
#else
constexpr auto model = formula<"exp(-x/[1])">;
double const value = evaluate(model, x = 1.0);
#endif
