// expect: a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = max(w*x, 0_c);
#else
constexpr auto model = max(w*x, 0);
#endif
