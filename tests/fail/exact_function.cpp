// expect: evaluate: exact numbers cannot hold functions; bind a floating number: w = 1.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
double const value = evaluate(exp(x), x = 2.0);
#else
auto const value = evaluate(exp(x), x = 2_c);
#endif
