// Two steps of gradient descent by hand: x = 2, y = 4, w = 1, learning rate 1/10; forward, backward, update, again.
// In exact numbers, as one calculates on paper: doubles would find 0.15999999999999992 where 0.16 belongs.
#include <leibniz/backpropagation.hpp>

#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto loss = let<"loss">(pow<2>(let<"ŷ">(w*x) - y));

    std::cout << backpropagation(loss, wrt(w)).steps(2, 0.1_c)(w = 1, x = 2, y = 4);
}
