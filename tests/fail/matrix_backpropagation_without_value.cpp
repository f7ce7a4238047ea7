// expect: backpropagation: a symbol of this model has no value; add a binding such as c = 2.0, x = {1, 2} or W = {{1, 2}, {3, 4}}
#include <leibniz/backpropagation/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3, 4}}, x = {1, 1}));
#else
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3, 4}}));
#endif
}
