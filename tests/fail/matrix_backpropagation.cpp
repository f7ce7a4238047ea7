// expect: vectors and matrices have
#include <leibniz/backpropagation.hpp>
#include <leibniz/matrix.hpp>

#include <iostream>

using namespace leibniz;

constexpr symbol<"c"> c;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    std::cout << backpropagation(c*c, wrt(c))(c = 2.0);
#else
    std::cout << backpropagation(c*norm2(x), wrt(c))(c = 2.0);
#endif
}
