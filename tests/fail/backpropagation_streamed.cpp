// expect: <<: a hand calculation needs numbers; write backpropagation(e, wrt(w))(w = 1.0, x = 2.0)
#include <leibniz/backpropagation.hpp>

#include <iostream>

using namespace leibniz;

void print() {
    constexpr symbol<"w"> w;
    constexpr auto loss = pow<2>(w);
#ifdef TWIN
    std::cout << backpropagation(loss, wrt(w))(w = 1.0);
#else
    std::cout << backpropagation(loss, wrt(w));
#endif
}
