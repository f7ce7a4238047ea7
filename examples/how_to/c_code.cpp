#include <iostream>
#include <leibniz/leibniz.hpp>
#include <leibniz/notation.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"a"> a;
    constexpr symbol<"k"> k;
    constexpr symbol<"t"> t;
    constexpr auto f = a*exp(-k*t);
    std::cout << c_code<"decay">(outputs(f, gradient(f, wrt(a, k))));
}
