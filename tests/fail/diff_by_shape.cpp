// expect: diff: a function has no derivative by this argument, an order or a shape; differentiate by other symbols
#include <leibniz/special.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slope = diff(gammainc(a, x), x);
#else
constexpr auto slope = diff(gammainc(a, x), a);
#endif
double const value = evaluate(slope, a = 2.0, x = 1.0);
