// expect: factor(e): e is no expression; write factor(e) with one, 2_c for the number 2, and nothing else
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = factor(x*y);
#else
constexpr auto made = factor(x*y, x);
#endif
