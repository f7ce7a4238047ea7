// expect: wrt: one differentiates by symbols only; write wrt(w, b) with symbols w and b
#include <leibniz/backpropagation.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void calculate() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(w * x), wrt(w))(w = 1.0, x = 2.0));
#else
    static_cast<void>(backpropagation(pow<2>(w * x), wrt(w * x))(w = 1.0, x = 2.0));
#endif
}
