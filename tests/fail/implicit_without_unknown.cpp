// expect: implicit(f, y, x): f = 0 does not say what y is, for it does not contain it; write an equation in x and y
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

constexpr symbol<"y"> y;
#ifdef TWIN
constexpr auto slope = implicit(w * x - y, y, x);
#else
constexpr auto slope = implicit(w * x - 1_c, y, x);
#endif
