// expect: coefficients(e, x): e has several entries; write coefficients(g[x], x) for one of them
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = coefficients(gradient(x*y, wrt(x, y))[x], x);
#else
constexpr auto made = coefficients(gradient(x*y, wrt(x, y)), x);
#endif
