// expect: backpropagation: the bound value is no number, vector or matrix; bind x = {1, 2}, W = {{1, 2}, {3, 4}}, or an Eigen matrix with #include <leibniz/eigen/backpropagation.hpp>
#include <leibniz/backpropagation/matrix.hpp>
#include <string>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3, 4}}, x = {1, 1}));
#else
    static_cast<void>(backpropagation(pow<2>(norm2(W*x)), wrt(W))(W = {{1, 2}, {3, 4}}, x = std::string("one")));
#endif
}
