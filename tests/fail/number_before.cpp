// expect: a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = 2.5_c * x;
#else
constexpr auto model = 2.5 * x;
#endif
