// Networks as matrices: the 2-2-2 network, and a perceptron of two layers that tells three classes apart.
#include "matrices.hpp"

using namespace leibniz;

namespace {

constexpr matrix<"W1", "m", "n"> W1;
constexpr matrix<"W2", "k", "m"> W2;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;

}  // namespace

lesson::page lesson::network_as_matrices() {
    page p("L6m", "the network of two layers as two matrices", "page/perceptron.cpp");
    constexpr auto h = let<"h">(sigmoid(W1*x));
    constexpr auto o = let<"o">(sigmoid(W2*h));
    constexpr auto loss = let<"L">(pow<2>(norm2(o - y))/2_c);
    p.body.paragraph("The eight weights of L6 are the entries of two matrices: those into h₁ stand in the first row of W₁. Two formulas take the place of eight.");
    auto const by_hand = backpropagation(loss, wrt(W1, W2)).update(1.0)(W1 = {{0.2, 0.5}, {-0.4, 0.6}}, W2 = {{0.1, -0.3}, {-0.5, 0.8}}, x = {0.5, 0.3}, y = {0.23, -0.07});
    work_out(p, loss, W1, wrt(W1, W2), by_hand);
    p.figure(shown_name("L"), "0.2097097937078", value_of(by_hand.forward.back().value(0, 0)));
    figures(p, "L", "W1", by_hand.gradient[0], {"-0.0084214804615", "-0.0050528882769", "0.0126066530785", "0.0075639918471"});
    p.figure(prose("the formula of ") + shown_ratio("L", "W2"), "(o ⊙ u ⊙ (1 − o))·hᵀ", last_line(derivation(loss, W2)));
    figures(p, "L", "W2", by_hand.gradient[1], {"0.0346329892868", "0.0304945785566", "0.0838660995382", "0.0738446612107"});
    p.finish();
    return p;
}

lesson::page lesson::perceptron() {
    page p("L13", "a perceptron of two layers, softmax and cross-entropy", "page/perceptron.cpp");
    constexpr vector<"b1", "m"> b1;
    constexpr vector<"b2", "k"> b2;
    constexpr auto h = let<"h">(sigmoid(W1*x + b1));
    constexpr auto z = let<"z">(W2*h + b2);
    constexpr auto loss = let<"L">(logsumexp(z) - dot(y, z));
    constexpr auto g = gradient(loss, wrt(W1, b1, W2, b2));
    static_assert(g[b2] == softmax(z) - y && g[W2] == g[b2]*transpose(h) && g[W1] == g[b1]*transpose(x));
    p.body.paragraph("Three classes; y is 1 at the right one. The cross-entropy of softmax(z) is log(sum(exp(z))) − yᵀz, and what goes back from it is softmax(z) − y: "
                     "the compiler proves that.");
    auto const by_hand = backpropagation(loss, wrt(W1, b1, W2, b2))(W1 = {{0.2, 0.5}, {-0.4, 0.6}}, b1 = {0.1, -0.2}, W2 = {{0.1, -0.3}, {-0.5, 0.8}, {0.4, 0.2}},
                                                                   b2 = {0.0, 0.1, -0.1}, x = {0.5, 0.3}, y = {0.0, 1.0, 0.0});
    work_out(p, loss, W1, wrt(W1, b1, W2, b2), by_hand);
    p.figure(shown_name("L"), "1.0477025602", value_of(by_hand.forward.back().value(0, 0)));
    figures(p, "L", "W1", by_hand.gradient[0], {"0.0607911694", "0.0364747017", "-0.0651848325", "-0.0391108995"});
    p.figure(prose("the formula of ") + shown_ratio("L", "W1"), "(h ⊙ (W₂ᵀ·(softmax(z) − y)) ⊙ (1 − h))·xᵀ", last_line(derivation(loss, W1)));
    p.figure(prose("the formula of ") + shown_ratio("L", "W2"), "(softmax(z) − y)·hᵀ", last_line(derivation(loss, W2)));
    figures(p, "L", "b1", by_hand.gradient[1], {"0.1215823388", "-0.1303696649"});
    figures(p, "L", "W2", by_hand.gradient[2], {"0.1622110507", "0.1231121103", "-0.3808657840", "-0.2890628610", "0.2186547333", "0.1659507507"});
    figures(p, "L", "b2", by_hand.gradient[3], {"0.2765192461", "-0.6492573657", "0.3727381196"});
    p.finish();
    return p;
}
