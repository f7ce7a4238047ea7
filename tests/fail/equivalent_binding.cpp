// expect: equivalent(a, b, x = 1_c): this is a value, not a condition; write equivalent(a, b, x > 0_c), or substitute(a, x = 1_c)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
static_assert(equivalent(abs(x), x, x > 0_c));
#else
static_assert(equivalent(abs(x), x, x = 1_c));
#endif
