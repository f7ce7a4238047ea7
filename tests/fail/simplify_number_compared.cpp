// expect: a plain number cannot be part of an expression; write where(x < 3_c, a, b), or evaluate(e, x = 1.0) < 3.0
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = simplify(abs(x*y), x > 0_c);
#else
constexpr auto made = simplify(abs(x*y), x > 0);
#endif
