// expect: taylor(e, x, a): the point a contains x; write a number such as 0_c, or another symbol
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto series = taylor<2>(sin(x), x, w);
#else
constexpr auto series = taylor<2>(sin(x), x, w * x);
#endif
