// expect: gradient: of a number; of a vector write diff(W*x, x), or give it a loss such as norm2(W*x - y)
#include <leibniz/backpropagation/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3, 4}}, x = {1, 1}));
#else
    static_cast<void>(backpropagation(W*x, wrt(W))(W = {{1, 2}}, x = {1, 1}));
#endif
}
