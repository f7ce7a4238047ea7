// expect: evaluate: a symbol of this expression has no value; add a binding such as x = 2.0
#include <leibniz/backpropagation.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void calculate() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(w * x), wrt(w))(w = 1.0, x = 2.0));
#else
    static_cast<void>(backpropagation(pow<2>(w * x), wrt(w))(w = 1.0));
#endif
}
