// expect: an exact number of this expression leaves 64 bits; use smaller constants
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr constant<1000000> large;
#else
constexpr constant<0x7fff'ffff'ffff'ffff> large;
#endif
constexpr bool proved = large * 2_c * x == large * 3_c * x;
