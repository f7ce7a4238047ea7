// expect: apart(e, x): a quotient is taken apart in a symbol or column only; write apart(e, x) with a symbol x
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = apart(1_c/(x*x - 1_c), x);
#else
constexpr auto made = apart(1_c/(x*x - 1_c), x*x);
#endif
