// expect: derivation: one differentiates by a symbol only; write derivation(e, x) with a symbol or column x
#include <leibniz/leibniz.hpp>
#include <leibniz/derivation.hpp>

#include <iostream>

using namespace leibniz;

constexpr symbol<"x"> x;

int main() {
#ifdef TWIN
    std::cout << derivation(exp(2_c*x), x);
#else
    std::cout << derivation(exp(2_c*x), 2_c*x);
#endif
}
