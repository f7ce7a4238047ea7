// Two steps of gradient descent by hand: x = 2, y = 4, w = 1, learning rate 1/10; forward, backward, update, again.
// In exact numbers, as one calculates on paper: doubles would print 0.15999999999999992 where 0.16 belongs.
#include <leibniz/leibniz.hpp>

#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto loss = let<"loss">(pow<2>(let<"ŷ">(w*x) - y));
    constexpr rational rate(1, 10);

    rational weight = 1;
    for (int step = 1; step <= 2; ++step) {
        std::cout << "step " << step << '\n' << backpropagation(loss, wrt(w))(w = weight, x = 2, y = 4);
        rational const gradient = evaluate(diff(loss, w), w = weight, x = 2, y = 4);
        rational const next = weight - rate * gradient;
        std::cout << "update\n  w = " << number_text(weight) << " - " << number_text(rate) << "*(" << number_text(gradient)
                  << ") = " << number_text(next) << "\n\n";
        weight = next;
    }
    std::cout << "w = " << number_text(weight) << ", loss = " << number_text(evaluate(loss, w = weight, x = 2, y = 4)) << '\n';
}
