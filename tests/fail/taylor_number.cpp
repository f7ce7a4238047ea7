// expect: taylor<N>(e, x, a): the point is an expression, no plain number; write 0_c, 2.5_c, or a symbol
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto series = taylor<3>(sin(w*x), x, 0_c);
#else
constexpr auto series = taylor<3>(sin(w*x), x, 0.0);
#endif
