// expect: evaluate: a symbol is bound twice; leave one of its bindings out
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
int const value = evaluate(w * x, values(w = 1), x = 2);
#else
int const value = evaluate(w * x, values(w = 1), w = 2, x = 2);
#endif
