// expect: simplify(e, x = 1_c): this is a value, not a condition; write simplify(substitute(e, x = 1_c)), or simplify(e, x > 0_c)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = simplify(x*y, x > 0_c);
#else
constexpr auto made = simplify(x*y, x = 1_c);
#endif
