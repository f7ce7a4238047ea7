// expect: taylor<N>(e, x, a): e has no derivative of some order up to N at a; take another point, or a lower order
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto series = taylor<3>(w/x, x, 1_c);
#else
constexpr auto series = taylor<3>(w/x, x, 0_c);
#endif
