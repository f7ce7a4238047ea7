// The 2-2-2 network with eight named weights (network.hpp): forward, every partial derivative as formula and number, the
// update with step 1, the loss after it, and after 1000 steps.
#include "network.hpp"

#include <leibniz/backpropagation.hpp>
#include <leibniz/eigen.hpp>

#include <iomanip>
#include <iostream>

int main() {
    using namespace leibniz;
    using namespace lesson;
    constexpr auto formulas = by_hand(symbol<"h1">{}, symbol<"h2">{}, symbol<"o1">{}, symbol<"o2">{});

    auto const data = lesson::data();
    auto p = start();
    auto const calculation = backpropagation(loss, weights)(p, data);
    auto const print = [](char const* title, auto const& lines) {
        std::cout << title << '\n';
        for (auto const& line : lines) std::cout << "  " << line.name << " = " << line.formula << " = " << line.value << '\n';
    };
    std::cout << std::fixed << std::setprecision(13);
    print("forward", calculation.forward);
    print("local derivatives", calculation.local);
    print("chain rule, backwards", calculation.chain);

    auto const [value, slopes] = evaluate(outputs(loss, g), p, data);
    std::cout << "gradient\n"
              << "  ∂loss/∂w1 = " << formulas[0_c] << "\n            = " << slopes[w1] << '\n'
              << "  ∂loss/∂w2 = " << formulas[1_c] << "\n            = " << slopes[w2] << '\n'
              << "  ∂loss/∂w3 = " << formulas[2_c] << "\n            = " << slopes[w3] << '\n'
              << "  ∂loss/∂w4 = " << formulas[3_c] << "\n            = " << slopes[w4] << '\n'
              << "  ∂loss/∂w5 = " << formulas[4_c] << "\n            = " << slopes[w5] << '\n'
              << "  ∂loss/∂w6 = " << formulas[5_c] << "\n            = " << slopes[w6] << '\n'
              << "  ∂loss/∂w7 = " << formulas[6_c] << "\n            = " << slopes[w7] << '\n'
              << "  ∂loss/∂w8 = " << formulas[7_c] << "\n            = " << slopes[w8] << '\n';

    p -= slopes;  // step 1
    std::cout << "update, step 1\n  w1 ... w8 = " << as_vector(p).transpose() << '\n'
              << "loss before " << value << ", after " << evaluate(loss, p, data) << '\n';

    for (int step = 1; step < 1000; ++step) p -= evaluate(g, p, data);
    std::cout << "loss after 1000 steps " << std::setprecision(14) << evaluate(loss, p, data) << '\n';

    // The same loss is the mean squared error of the two outputs, here a column of two rows.
    constexpr column<"o"> o;
    constexpr column<"y"> y;
    constexpr auto mean_squared_error = mean(pow<2>(o - y));
    Eigen::ArrayXd out(2), target(2);
    out << calculation.forward[5].value, calculation.forward[7].value;
    target << 0.23, -0.07;
    std::cout << std::setprecision(13) << "mean((o - y)^2) over both outputs " << evaluate(mean_squared_error, o = out, y = target)
              << "\n  by o: " << diff(mean_squared_error, o) << " = " << evaluate(diff(mean_squared_error, o), o = out, y = target).transpose() << '\n';
}
