// expect: diff: one differentiates by a symbol only; write diff(e, x) with a symbol or column x
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

// The order stands in angle brackets.
#ifdef TWIN
constexpr auto slope = diff<2>(exp(x), x);
#else
constexpr auto slope = diff(exp(x), x, 2);
#endif
double const value = evaluate(slope, x = 1.0);
