// expect: diff, hessian: this derivative has more than two indices and is no matrix; write jvp(f, W, direction)
// lines: 12
#include <leibniz/derivation/matrix.hpp>

#include <iostream>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    std::cout << derivation(norm2(W*x), W);
#else
    std::cout << derivation(W*x, W);
#endif
}
