#include <leibniz/leibniz.hpp>
#include <leibniz/eigen.hpp>
#include <leibniz/backpropagation.hpp>
#include <iostream>
using namespace leibniz;

inline constexpr symbol<"w"> w;      // a parameter
inline constexpr symbol<"x"> x;      // data
inline constexpr symbol<"y"> y;

constexpr auto loss  = pow<2>(w*x - y);                 // or: formula<"(w*x - y)^2">
constexpr auto slope = diff(loss, w);

static_assert(slope == 2_c*x*(w*x - y));                // proved at compile time
static_assert(text(slope) == "2*x*(w*x - y)");          // printed at compile time
static_assert(evaluate(slope, w = 1, x = 2, y = 4) == -8);

int main() {
    Eigen::ArrayXd xs(3), ys(3);
    xs << 1, 2, 3;
    ys << 2, 4, 6;
    double weight = 1.0;
    for (int epoch = 0; epoch < 100; ++epoch)           // one fused pass per step, no temporaries
        weight -= 0.05 * evaluate(mean(slope), w = weight, x = xs, y = ys);
    std::cout << backpropagation(loss, wrt(w))(w = 1.0, x = 2.0, y = 4.0);   // the hand calculation, line by line
}
