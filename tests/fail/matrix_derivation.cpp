// expect: with leibniz/derivation/matrix.hpp, derivation
// lines: 12
#include <leibniz/derivation.hpp>
#include <leibniz/matrix.hpp>

#include <iostream>

using namespace leibniz;

constexpr symbol<"c"> c;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    std::cout << derivation(c*c, c);
#else
    std::cout << derivation(norm2(x), x);
#endif
}
