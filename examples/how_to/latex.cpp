#include <iostream>
#include <leibniz/algebra.hpp>
#include <leibniz/notation.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y_hat"> y;
    constexpr auto g = gradient(pow<2>(sigmoid(w*x) - y), wrt(w, y));
    std::cout << latex(g[w]) << "\n\n";         // one formula
    std::cout << latex(shared(g)) << '\n';      // all, with a line for what occurs more than once
}
