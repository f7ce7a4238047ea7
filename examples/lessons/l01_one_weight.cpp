// The hand derivation of a one-weight model: ŷ = w*x, loss = (ŷ - y)^2, at x = 2, y = 4, w = 1.
#include <leibniz/backpropagation.hpp>

#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto prediction = let<"ŷ">(w*x);
    constexpr auto loss = let<"loss">(pow<2>(prediction - y));

    static_assert(text(diff(loss, w)) == "2*x*(w*x - y)");
    static_assert(evaluate(loss, w = 1, x = 2, y = 4) == 4);
    static_assert(evaluate(diff(loss, w), w = 1, x = 2, y = 4) == -8);

    std::cout << backpropagation(loss, wrt(w))(w = 1, x = 2, y = 4);
}
