// expect: substitute(e, x = f): e is no expression; write substitute(w*x, x = a + b)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = substitute(2_c*x, x = y);
#else
constexpr auto made = substitute(2, x = y);
#endif
