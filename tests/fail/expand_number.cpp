// expect: expand(e): e is no expression; write expand(e) with one, 2_c for the number 2, and nothing else
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = expand(2_c*x*y);
#else
constexpr auto made = expand(2);
#endif
