#include <iostream>
#include <leibniz/fit.hpp>
using namespace leibniz;

int main() {
    Eigen::ArrayXd dose(8), response(8);
    dose << 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30;
    response << 2.1, 2.4, 5.9, 16.2, 48.7, 78.3, 93.0, 97.1;

    constexpr symbol<"low"> low;
    constexpr symbol<"high"> high;
    constexpr symbol<"half"> half;
    constexpr symbol<"slope"> slope;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto curve = low + (high - low)/(1_c + pow(half/x, slope));

    auto const start = values(low = 0.0, high = 100.0, half = 1.0, slope = 1.0);
    auto const found = fit(y, curve, start, x = dose, y = response);
    std::cout << found[half].value << " +- " << found[half].standard_error << "\n\n";
    std::cout << found;
}
