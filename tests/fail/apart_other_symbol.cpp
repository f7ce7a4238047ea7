// expect: apart(e, x): e is no quotient of polynomials in x with exact coefficients; put numbers in place of what else occurs
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = apart(1_c/(x*x - 4_c), x);
#else
constexpr auto made = apart(1_c/(x*x - y), x);
#endif
