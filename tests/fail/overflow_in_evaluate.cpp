// expect: an exact number of this expression leaves 64 bits; use smaller constants
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr constant<1000000> large;
#else
constexpr constant<0x7fff'ffff'ffff'ffff> large;
#endif
double const value = evaluate(large * 2_c * x, x = 1.0);
