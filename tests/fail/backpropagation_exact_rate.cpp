// expect: backpropagation: the bindings are exact and the rate is not; write the rate as 0.1_c, or bind w = 1.0
#include <leibniz/backpropagation.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void calculate() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(w * x), wrt(w)).update(0.1_c)(w = 1, x = 2));
#else
    static_cast<void>(backpropagation(pow<2>(w * x), wrt(w)).update(0.1)(w = 1, x = 2));
#endif
}
