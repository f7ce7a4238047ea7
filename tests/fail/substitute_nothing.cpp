// expect: substitute: what is replaced? write substitute(e, x = a + b)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto next = substitute(x*y, x = a);
#else
constexpr auto next = substitute(x*y);
#endif
