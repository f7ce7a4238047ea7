// expect: coefficients(e, x): one asks for the coefficients of powers of a symbol or column only; write coefficients(e, x) with a symbol x
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = coefficients(x*y, x);
#else
constexpr auto made = coefficients(x*y, x*y);
#endif
