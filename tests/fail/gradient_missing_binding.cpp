// expect: evaluate: a symbol of this expression has no value; add a binding such as x = 2.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slopes = evaluate(gradient(w * x, wrt(w)), x = 2);
#else
constexpr auto slopes = evaluate(gradient(pow<2>(w * x), wrt(w)), x = 2);
#endif
