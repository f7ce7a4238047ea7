// expect: a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = pow<2>(x) + pow(x, 0.5_c);
#else
constexpr auto model = pow(x, 2);
#endif
