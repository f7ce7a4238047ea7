// expect: +: vectors and matrices that are added must have the same dimensions, and those of dot; write x + b*ones<"n"> to spread a number
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

int main() {
#ifdef TWIN
    static_cast<void>(text(dot(x, x)));
#else
    static_cast<void>(text(dot(x, y)));
#endif
}
