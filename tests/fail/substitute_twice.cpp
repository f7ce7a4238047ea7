// expect: substitute: a symbol is replaced twice; leave one of its replacements out
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto next = substitute(x*y, x = a, y = 2_c*a);
#else
constexpr auto next = substitute(x*y, x = a, x = 2_c*a);
#endif
