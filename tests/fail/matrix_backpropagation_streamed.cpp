// expect: <<: a hand calculation needs numbers; write backpropagation(e, wrt(W))(W = {{1, 2}, {3, 4}}, x = {1, 1})
#include <leibniz/backpropagation/matrix.hpp>
#include <iostream>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    std::cout << backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}}, x = {1, 1});
#else
    std::cout << backpropagation(pow<2>(norm2(W*x)), wrt(W));
#endif
}
