// The 2-2-2 network, and the question of a sign that it left open.
#include "../network.hpp"
#include "lesson.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/page.hpp>

using namespace leibniz;

namespace {

constexpr char const* names[] = {"w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"};

}  // namespace

lesson::page lesson::network() {
    page p("L6", "a network of two layers", "l06_network_named.cpp");
    p.body.paragraph("Two inputs, two hidden and two output nodes with the sigmoid, half the squared error of both outputs; x = (0.5, 0.3), "
                     "y = (0.23, -0.07), the eight weights below, learning rate 1.");
    auto const c = backpropagation(loss, weights).update(1.0)(start(), data());
    p.body.append(written_out(c));
    p.body.picture("The computational graph of the network",
                   "Values go forward from inputs and weights through hidden and output nodes to the loss; dashed arrows show the derivatives that come back. "
                   "What arrives at a hidden node comes from both output nodes, and is added up.",
                   svg(graph_of(c)));

    constexpr auto on_paper = by_hand(symbol<"h1">{}, symbol<"h2">{}, symbol<"o1">{}, symbol<"o2">{});
    mathematics const formulas[] = {shown(on_paper[0_c]), shown(on_paper[1_c]), shown(on_paper[2_c]), shown(on_paper[3_c]),
                                    shown(on_paper[4_c]), shown(on_paper[5_c]), shown(on_paper[6_c]), shown(on_paper[7_c])};
    buffer<buffer<prose>> rows;
    for (int k = 0; k < 8; ++k) rows.push(cells(shown_ratio("loss", names[k]), formulas[k], shown_number(c.gradient[k].value)));
    p.body.equations("The gradient in the quantities of the forward pass, proved equal", cells("derivative", "formula", "value"), rows);

    auto weight_values = start();
    plotted fall{"loss", {}, {}, false};
    double after_one = 0;
    for (int step = 0; step < 1000; ++step) {
        double const now = evaluate(loss, weight_values, data());
        if (step % 5 == 0) fall.xs.push(step), fall.ys.push(now);
        if (step == 1) after_one = now;
        weight_values -= evaluate(g, weight_values, data());
    }
    double const after_all = evaluate(loss, weight_values, data());
    fall.xs.push(1000), fall.ys.push(after_all);
    plot losses{"step", "loss", {}, true};
    losses.data.push(fall);
    p.body.heading(3, "1000 steps").picture("The loss by step", "The loss falls from 0.21 to 0.0032 within a thousand steps, faster at first.", svg(losses));

    p.body.paragraph("The same loss is the mean squared error of the two outputs: the compiler proves both to be one formula.");

    char const* const hidden[] = {"0.5621765008858", "0.4950001666600", "0.4769457586070", "0.5286964002912"};
    char const* const outputs_of[] = {"h1", "h2", "o1", "o2"};
    for (int k = 0; k < 4; ++k) p.figure(shown_name(outputs_of[k]), hidden[k], c.forward[k == 0 ? 1 : k == 1 ? 3 : k == 2 ? 5 : 7].value);
    p.figure(shown_name("loss"), "0.2097097937078", c.forward[8].value);
    char const* const slopes[] = {"-0.0084214804615", "0.0126066530785", "-0.0050528882769", "0.0075639918471",
                                  "0.0346329892868",  "0.0838660995382", "0.0304945785566",  "0.0738446612107"};
    for (int k = 0; k < 8; ++k) p.figure(shown_ratio("loss", names[k]), slopes[k], c.gradient[k].value);
    p.figure("loss after 1 step", "0.1950325960901", after_one);
    p.figure("loss after 1000 steps", "0.00318445983884", after_all);
    p.finish();
    return p;
}

lesson::page lesson::sign_question() {
    page p("L7", "the question of the sign", "l07_sign_question.cpp");
    constexpr auto d1 = (o1 - y1)*o1*(1_c - o1);
    constexpr auto d2 = (o2 - y2)*o2*(1_c - o2);
    constexpr auto below = [](auto arriving, auto h, auto input) { return arriving*h*(1_c - h)*input; };
    constexpr auto at_h1 = d1*w5 + d2*w6;
    constexpr auto at_h2 = d1*w7 + d2*w8;
    constexpr auto wrong_at_h1 = g[w5] + g[w6];
    constexpr auto wrong_at_h2 = g[w7] + g[w8];
    static_assert(g[w1] == below(at_h1, h1, x1) && g[w3] == below(at_h1, h1, x2));
    static_assert(g[w2] == below(at_h2, h2, x1) && g[w4] == below(at_h2, h2, x2));
    static_assert(wrong_at_h1 == d1*h1 + d2*h1);
    constexpr auto wrong = outputs(below(wrong_at_h1, h1, x1), below(wrong_at_h2, h2, x1), below(wrong_at_h1, h1, x2), below(wrong_at_h2, h2, x2));
    auto const [slopes, mistaken] = evaluate(outputs(g, wrong), start(), data());

    p.body.paragraph("The lesson asks: why do the framework's derivatives of w₁ and w₃ have the opposite sign of those calculated by hand?");
    p.body.paragraph(prose("The framework is right: both are negative. With δ₁ and δ₂ the derivatives of the loss by the inputs of the output nodes, ") +
                     prose::strong("what arrives at h₁ is δ₁·w₅ + δ₂·w₆") +
                     "; the compiler proves that this is what the gradient has. The hand calculation sent the derivatives by the weights back in place of "
                     "the weights: ∂loss/∂w₅ + ∂loss/∂w₆ = δ₁·h₁ + δ₂·h₁. The derivatives by w₂ and w₄ come out wrong as well.");
    buffer<buffer<prose>> rows;
    double const hand[] = {mistaken[0_c], mistaken[1_c], mistaken[2_c], mistaken[3_c]};
    auto const rounded = [](double value, int decimals) {
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.*f", decimals, value);
        return characters(text_view(digits));
    };
    for (int k = 0; k < 4; ++k)
        rows.push(cells(shown_ratio("loss", names[k]), rounded(slopes.values[k], 4), rounded(hand[k], 4), rounded(slopes.values[k], 2) + " and " + rounded(hand[k], 2)));
    p.body.table("What is derived, and what was calculated by hand", cells("derivative", "derived", "by hand", "in two decimals"), rows);
    p.body.paragraph("The lesson prints two decimals: w₁ and w₃ then seem to differ in sign only, and w₂ and w₄ not at all.");
    p.figure(shown_ratio("loss", "w1"), "-0.0084", slopes[w1]);
    p.figure(shown_ratio("loss", "w3"), "-0.0051", slopes[w3]);
    p.figure("w₁ by hand", "0.0146", hand[0]);
    p.figure("w₃ by hand", "0.0087", hand[2]);
    p.finish();
    return p;
}
