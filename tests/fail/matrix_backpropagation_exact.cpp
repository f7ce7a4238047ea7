// expect: backpropagation: this model has roots or functions that exact numbers do not hold; bind floating numbers, W = {{1.0, 2.0}, {3.0, 4.0}}
#include <leibniz/backpropagation/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(norm2(W*x), wrt(W))(W = {{1.0, 2.0}}, x = {1, 1}));
#else
    static_cast<void>(backpropagation(norm2(W*x), wrt(W))(W = {{1, 2}}, x = {1, 1}));
#endif
}
