// The same in two parameters: ŷ = w*x + b, loss = (ŷ - y)^2, at x = 1, y = 2, w = 1, b = 2.
#include <leibniz/backpropagation.hpp>

#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbol<"w"> w;
    constexpr symbol<"b"> b;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto prediction = let<"ŷ">(w*x + b);
    constexpr auto loss = let<"loss">(pow<2>(prediction - y));

    static_assert(text(diff(loss, w)) == "2*x*(w*x + b - y)");
    static_assert(text(diff(loss, b)) == "2*(w*x + b - y)");

    std::cout << backpropagation(loss, wrt(w, b))(w = 1, b = 2, x = 1, y = 2);
}
