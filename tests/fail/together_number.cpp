// expect: together(e): e is no expression; write together(e) with one, 2_c for the number 2, and nothing else
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = together(1_c/x + 1_c/y);
#else
constexpr auto made = together(2);
#endif
