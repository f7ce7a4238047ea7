// expect: taylor<N>: the order N is 0 to 20
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto series = taylor<20>(w + x, x, 0_c);
#else
constexpr auto series = taylor<21>(w + x, x, 0_c);
#endif
