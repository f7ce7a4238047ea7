// expect: evaluate: a symbol of this expression has no value; add a binding such as x = 2.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

// A column and a symbol are two variables, even of one name.
constexpr symbol<"w"> w;
constexpr column<"x"> x;

#ifdef TWIN
double const value = evaluate(w * x, w = 1.0, x = 2.0);
#else
double const value = evaluate(w * x + 0_c * symbol<"x">{}, w = 1.0, symbol<"x">{} = 2.0);
#endif
