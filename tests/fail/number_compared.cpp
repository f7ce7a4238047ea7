// expect: a plain number cannot be part of an expression; write where(x < 3_c, a, b), or evaluate(e, x = 1.0) < 3.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = where(x > 0_c, w, x);
#else
constexpr auto model = where(x > 0, w, x);
#endif
double const value = evaluate(model, w = 1.0, x = 2.0);
