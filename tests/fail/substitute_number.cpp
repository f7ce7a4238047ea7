// expect: substitute: a plain number cannot be part of an expression; write x = 2_c, or evaluate(e, x = 2.0)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto doubled = substitute(a*x*y, x = 2_c);
#else
constexpr auto doubled = substitute(a*x*y, x = 2.0);
#endif
