// expect: backpropagation: the rows of a matrix in braces differ in length; write as many numbers in each, W = {{1, 2}, {3, 4}}
#include <leibniz/backpropagation/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3, 4}}, x = {1, 1}));
#else
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3}}, x = {1, 1}));
#endif
}
