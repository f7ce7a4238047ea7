// expect: degree(e, x): one asks for the degree in a symbol or column only; write degree(e, x) with a symbol x
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = degree(x*y, x);
#else
constexpr auto made = degree(x*y, 2);
#endif
