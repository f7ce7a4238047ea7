// expect: backpropagation: the bound values do not have the sizes of the model; bind a vector for each vector, x = {1, 2}, and a matrix row by row, W = {{1, 2}, {3, 4}}
#include <leibniz/backpropagation/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3, 4}}, x = {1, 1}));
#else
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3, 4}}, x = {1, 1, 1}));
#endif
}
