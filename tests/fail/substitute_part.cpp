// expect: substitute: only symbols and columns are replaced; write substitute(e, x = a + b)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto next = substitute(a*x*y, x = x + y);
#else
constexpr auto next = substitute(a*x*y, x + y);
#endif
