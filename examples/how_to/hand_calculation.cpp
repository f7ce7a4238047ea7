#include <iostream>
#include <leibniz/backpropagation.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto h = let<"h">(tanh(w*x));             // a step of your own, with a name
    constexpr auto e = let<"E">(pow<2>(h - y));
    std::cout << backpropagation(e, wrt(w)).digits(4).update(0.5_c)(w = 0.5, x = 2.0, y = 1.0);
}
