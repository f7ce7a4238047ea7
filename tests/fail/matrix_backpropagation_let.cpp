// expect: let: the name of this step is also that of a symbol or of another step; choose another name
#include <leibniz/backpropagation/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(norm2(let<"n">(W*x))), wrt(W))(W = {{1, 2}}, x = {1, 1}));
#else
    static_cast<void>(backpropagation(pow<2>(norm2(let<"x">(W*x))), wrt(W))(W = {{1, 2}}, x = {1, 1}));
#endif
}
