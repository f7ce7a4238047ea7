// expect: diff: how often stands in angle brackets; write diff<2>(e, x), or diff(e, x, x)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slope = diff<2>(exp(x), x);
#else
constexpr auto slope = diff(exp(x), x, 2);
#endif
double const value = evaluate(slope, x = 1.0);
