// expect: diff: one differentiates by a symbol only; write diff(e, x) with a symbol or column x
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slope = diff(pow<2>(w * x), w);
#else
constexpr auto slope = diff(pow<2>(w * x), w * x);
#endif
