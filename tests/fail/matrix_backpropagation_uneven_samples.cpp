// expect: backpropagation: the samples of two symbols differ in number; bind one value of each for every sample
#include <leibniz/backpropagation/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(norm2(W*x - y)), wrt(W))(W = {{1, 2}}, x = {{1, 1}, {0, 1}}, y = {1}));
#else
    static_cast<void>(backpropagation(pow<2>(norm2(W*x - y)), wrt(W))(W = {{1, 2}, {3, 4}}, x = {{1, 1}, {0, 1}}, y = {{2, 5}, {1, 1}, {0, 0}}));
#endif
}
