// expect: evaluate: a symbol of this expression has no value; add a binding such as x = 2.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
int const value = evaluate(w * x, values(w = 1, x = 2));
#else
int const value = evaluate(w * x, values(w = 1, b = 2));
#endif
