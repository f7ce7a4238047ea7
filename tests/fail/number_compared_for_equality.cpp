// expect: a plain number cannot be part of an expression; to compare formulas write x == 0_c, as a condition equal_to(x, 0_c)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr bool same = x - x + w == w && 0_c != x;
#else
constexpr bool same = x - x + w == w && 0 != x;
#endif
