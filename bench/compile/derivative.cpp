#include <leibniz/leibniz.hpp>

/// The derivative of order ORDER of a function of two variables.
double derivative_at(double at_x, double at_y) {
    using namespace leibniz;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    return evaluate(diff<ORDER>(sin(x*y)*exp(x)/(1_c + x*x), x), x = at_x, y = at_y);
}
