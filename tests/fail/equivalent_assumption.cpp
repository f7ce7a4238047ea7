// expect: equivalent: what is assumed is a comparison with <, <=, > or >=, integer(n) of a symbol, or several joined by &&; write x > 0_c
#include <leibniz/algebra.hpp>
using namespace leibniz;
inline constexpr symbol<"x"> x;
#ifdef TWIN
constexpr auto v = equivalent(abs(x), x, x > 0_c);
#else
constexpr auto v = equivalent(abs(x), x, equal_to(x, 1_c));
#endif
