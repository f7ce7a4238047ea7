// expect: equivalent(a, b): a gradient and the like have several entries; write equivalent(g[x], b) for one of them
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
static_assert(equivalent(gradient(x*y, wrt(x, y))[x], y));
#else
static_assert(equivalent(gradient(x*y, wrt(x, y)), y));
#endif
