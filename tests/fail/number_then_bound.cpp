// expect: a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

double value(double factor) {
#ifdef TWIN
    return evaluate(w*x, w = factor, x = 2.0);
#else
    return evaluate(factor*x, x = 2.0);
#endif
}
