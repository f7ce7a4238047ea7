#include <iostream>
#include <leibniz/leibniz.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"x"> x;
    constexpr auto f = x*exp(-x*x);
    std::cout << diff(f, x) << '\n';                            // the formula
    std::cout << evaluate(diff(f, x), x = 0.5) << '\n';         // its value
}
