// The programs of docs/hand_calculations.md.
#include <leibniz/leibniz.hpp>
#include <leibniz/page.hpp>

#include <array>
#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto loss = pow<2>(w*x + b - y);

void calculation() {
    std::cout << backpropagation(loss, wrt(w, b)).update(0.1_c)(w = 1, b = 0, x = 2, y = 4);
}

void named_steps() {
    constexpr auto hidden = let<"h">(sigmoid(w*x));
    constexpr auto error = let<"E">(pow<2>(hidden - y)/2_c);
    std::cout << '\n' << backpropagation(error, wrt(w)).digits(12)(w = 0.5, x = 2.0, y = 1.0);
}

void samples() {
    constexpr auto error = pow<2>(w*x - y);
    std::cout << '\n' << backpropagation(error, wrt(w)).steps(2, 0.1_c)(w = 1, x = std::array{1, 2}, y = std::array{2, 4});
}

void steps_to_the_derivative() {
    std::cout << '\n' << derivation(loss, w);
    std::cout << '\n' << derivation(loss, w, every_rule);
}

void documents() {
    auto const c = backpropagation(loss, wrt(w))(w = 1, b = 0, x = 2, y = 4);
    auto const page = document()
                          .heading(1, "A neuron")
                          .paragraph("By hand.")
                          .append(written_out(c))
                          .picture("Its graph", "values forward, derivatives back", svg(graph_of(c)));
    std::cout << '\n' << markdown(page).view().substr(0, 20) << '\n';
    std::cout << html_page(page).view().substr(0, 15) << '\n';
}

}  // namespace

int main() {
    calculation();
    named_steps();
    samples();
    steps_to_the_derivative();
    documents();
}
