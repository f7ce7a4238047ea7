// The 2-2-2 network with eight named weights: sigmoid nodes, loss = ½(o1 - y1)² + ½(o2 - y2)²; forward, every partial
// derivative as formula and number, the update with step 1, the loss after it, and after 1000 steps.
#include <leibniz/eigen.hpp>

#include <iomanip>
#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbol<"x1"> x1;
    constexpr symbol<"x2"> x2;
    constexpr symbol<"y1"> y1;
    constexpr symbol<"y2"> y2;
    constexpr symbol<"w1"> w1;
    constexpr symbol<"w2"> w2;
    constexpr symbol<"w3"> w3;
    constexpr symbol<"w4"> w4;
    constexpr symbol<"w5"> w5;
    constexpr symbol<"w6"> w6;
    constexpr symbol<"w7"> w7;
    constexpr symbol<"w8"> w8;

    constexpr auto h1 = let<"h1">(sigmoid(let<"in_h1">(w1*x1 + w3*x2)));
    constexpr auto h2 = let<"h2">(sigmoid(let<"in_h2">(w2*x1 + w4*x2)));
    constexpr auto o1 = let<"o1">(sigmoid(let<"in_o1">(w5*h1 + w7*h2)));
    constexpr auto o2 = let<"o2">(sigmoid(let<"in_o2">(w6*h1 + w8*h2)));
    constexpr auto loss = let<"loss">(0.5_c*pow<2>(o1 - y1) + 0.5_c*pow<2>(o2 - y2));
    constexpr auto weights = wrt(w1, w2, w3, w4, w5, w6, w7, w8);
    constexpr auto g = gradient(loss, weights);

    // What one writes on paper, proved to be what Leibniz derives.
    constexpr auto by_hand = [=](auto a1, auto a2, auto b1, auto b2) {  // from the values of hidden and output nodes
        auto const d1 = (b1 - y1)*b1*(1_c - b1);
        auto const d2 = (b2 - y2)*b2*(1_c - b2);
        auto const e1 = (d1*w5 + d2*w6)*a1*(1_c - a1);
        auto const e2 = (d1*w7 + d2*w8)*a2*(1_c - a2);
        return outputs(e1*x1, e2*x1, e1*x2, e2*x2, d1*a1, d2*a1, d1*a2, d2*a2);
    };
    constexpr auto proof = by_hand(h1, h2, o1, o2);
    static_assert(g[w1] == proof[0_c] && g[w2] == proof[1_c] && g[w3] == proof[2_c] && g[w4] == proof[3_c]);
    static_assert(g[w5] == proof[4_c] && g[w6] == proof[5_c] && g[w7] == proof[6_c] && g[w8] == proof[7_c]);
    constexpr auto formulas = by_hand(symbol<"h1">{}, symbol<"h2">{}, symbol<"o1">{}, symbol<"o2">{});

    auto const data = values(x1 = 0.5, x2 = 0.3, y1 = 0.23, y2 = -0.07);
    auto p = values(w1 = 0.2, w2 = -0.4, w3 = 0.5, w4 = 0.6, w5 = 0.1, w6 = -0.5, w7 = -0.3, w8 = 0.8);

    auto const calculation = backpropagation(loss, weights)(w1 = 0.2, w2 = -0.4, w3 = 0.5, w4 = 0.6, w5 = 0.1, w6 = -0.5, w7 = -0.3,
                                                            w8 = 0.8, x1 = 0.5, x2 = 0.3, y1 = 0.23, y2 = -0.07);
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
    static_assert(loss == (pow<2>(o1 - y1) + pow<2>(o2 - y2))/2_c);
    constexpr column<"o"> o;
    constexpr column<"y"> y;
    constexpr auto mean_squared_error = mean(pow<2>(o - y));
    Eigen::ArrayXd out(2), target(2);
    out << calculation.forward[5].value, calculation.forward[7].value;
    target << 0.23, -0.07;
    std::cout << std::setprecision(13) << "mean((o - y)^2) over both outputs " << evaluate(mean_squared_error, o = out, y = target)
              << "\n  by o: " << diff(mean_squared_error, o) << " = " << evaluate(diff(mean_squared_error, o), o = out, y = target).transpose() << '\n';
}
