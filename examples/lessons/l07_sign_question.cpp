// The question that the network left open: "the framework's derivatives of w1 and w3 have the opposite sign of mine".
// The framework is right. What arrives at h1 is δ1*w5 + δ2*w6, with δk the derivative of the loss by in_ok. The hand
// calculation sent ∂loss/∂w5 + ∂loss/∂w6 = δ1*h1 + δ2*h1 backwards instead: the weights' derivatives in place of the
// weights. w2 and w4 come out wrong as well.
#include <leibniz/leibniz.hpp>

#include <array>
#include <iomanip>
#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbols<"x", 3> x;  // from 1 on, as the lesson counts
    constexpr symbols<"y", 3> y;
    constexpr symbols<"w", 9> w;

    constexpr auto h1 = sigmoid(w[1_c]*x[1_c] + w[3_c]*x[2_c]);
    constexpr auto h2 = sigmoid(w[2_c]*x[1_c] + w[4_c]*x[2_c]);
    constexpr auto o1 = sigmoid(w[5_c]*h1 + w[7_c]*h2);
    constexpr auto o2 = sigmoid(w[6_c]*h1 + w[8_c]*h2);
    constexpr auto loss = 0.5_c*pow<2>(o1 - y[1_c]) + 0.5_c*pow<2>(o2 - y[2_c]);
    constexpr auto g = gradient(loss, wrt(w));

    // Both derivations, from what arrives at a hidden node to the weight below it.
    constexpr auto d1 = (o1 - y[1_c])*o1*(1_c - o1);
    constexpr auto d2 = (o2 - y[2_c])*o2*(1_c - o2);
    constexpr auto below = [](auto arriving, auto h, auto input) { return arriving*h*(1_c - h)*input; };
    constexpr auto at_h1 = d1*w[5_c] + d2*w[6_c];
    constexpr auto at_h2 = d1*w[7_c] + d2*w[8_c];
    constexpr auto wrong_at_h1 = g[w[5_c]] + g[w[6_c]];
    constexpr auto wrong_at_h2 = g[w[7_c]] + g[w[8_c]];

    static_assert(g[w[1_c]] == below(at_h1, h1, x[1_c]) && g[w[3_c]] == below(at_h1, h1, x[2_c]));
    static_assert(g[w[2_c]] == below(at_h2, h2, x[1_c]) && g[w[4_c]] == below(at_h2, h2, x[2_c]));
    static_assert(wrong_at_h1 == d1*h1 + d2*h1);
    static_assert(!(g[w[1_c]] == below(wrong_at_h1, h1, x[1_c])));

    constexpr auto right = outputs(below(at_h1, h1, x[1_c]), below(at_h2, h2, x[1_c]), below(at_h1, h1, x[2_c]), below(at_h2, h2, x[2_c]));
    constexpr auto wrong = outputs(below(wrong_at_h1, h1, x[1_c]), below(wrong_at_h2, h2, x[1_c]), below(wrong_at_h1, h1, x[2_c]),
                                   below(wrong_at_h2, h2, x[2_c]));
    auto const [framework, derived, by_hand] =
        evaluate(outputs(g, right, wrong), x = std::array{0.0, 0.5, 0.3}, y = std::array{0.0, 0.23, -0.07},
                 w = std::array{0.0, 0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8});

    auto const print = [](char const* name, double gradient, double chain, double hand) {
        std::cout << name << std::setprecision(4) << std::setw(11) << gradient << std::setw(13) << chain << std::setw(12) << hand
                  << std::setprecision(2) << std::setw(12) << gradient << " and " << hand << '\n';
    };
    std::cout << std::fixed << "∂loss/∂   gradient   δ1*w5+δ2*w6   by hand   two decimals\n";
    print("  w1", framework[w[1_c]], derived[0_c], by_hand[0_c]);
    print("  w2", framework[w[2_c]], derived[1_c], by_hand[1_c]);
    print("  w3", framework[w[3_c]], derived[2_c], by_hand[2_c]);
    print("  w4", framework[w[4_c]], derived[3_c], by_hand[3_c]);
    std::cout << "to two decimals w1 and w3 seem to differ in sign only, and w2 and w4 not at all\n";
}
