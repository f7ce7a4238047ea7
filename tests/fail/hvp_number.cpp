// expect: hvp: there must be one entry of the vector for each variable; write hvp(e, wrt(x, y), u, v)
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto product = hvp(w * x, wrt(w, x), 1_c, 2_c);
#else
constexpr auto product = hvp(w * x, wrt(w, x), 1.0, 2.0);
#endif
