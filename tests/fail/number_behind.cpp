// expect: a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = (w * x - 1_c) * (w + x);
#else
constexpr auto model = (w * x - 1) * (w + x);
#endif
