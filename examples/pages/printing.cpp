// The programs of docs/printing.md.
#include <leibniz/algebra.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/notation.hpp>

#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"theta_1"> theta;
constexpr symbol<"y_hat"> prediction;
constexpr symbol<"v"> v;
constexpr symbol<"b"> b;

constexpr auto slope = diff(exp(-theta*x/2_c) - prediction, theta);
constexpr auto loss = pow<2>(w*x - prediction);

void forms() {
    std::cout << text(slope) << '\n'
              << unicode(slope) << '\n'
              << latex(slope) << '\n'
              << python(slope) << '\n'
              << sympy(slope) << '\n';
}

void known_while_compiling() {
    static_assert(text(slope) == "-x*exp(-theta_1*x/2)/2");
    static_assert(unicode(prediction) == "ŷ");
}

void several() {
    constexpr auto g = gradient(loss, wrt(w, x));
    std::cout << g << '\n';                                 // all formulas, one a line
    std::cout << latex(g[w]) << '\n';                       // one formula
    std::cout << evaluate(g, w = 1.0, x = 2.0, prediction = 4.0) << '\n';
}

void code() {
    std::cout << c_code<"loss_and_slope">(outputs(loss, diff(loss, w)));
}

void shared_parts() {
    constexpr auto hidden = let<"h">(sigmoid(w*x));
    constexpr auto output = sigmoid(v*hidden + b);
    std::cout << shared(gradient(pow<2>(output - prediction), wrt(v, b, w))) << '\n';
    std::cout << latex(shared(diff(hidden, w))) << '\n';
}

}  // namespace

int main() {
    forms();
    known_while_compiling();
    several();
    code();
    shared_parts();
}
