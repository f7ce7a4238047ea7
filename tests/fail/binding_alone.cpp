// expect: w = 2.0 is a binding: an argument of evaluate; by itself it does nothing
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#pragma GCC diagnostic error "-Wunused-result"  // a warning without any flag

double value() {
#ifdef TWIN
    return evaluate(w*x, w = 2.0, x = 3.0);
#else
    w = 2.0;
    return evaluate(x, x = 3.0);
#endif
}
