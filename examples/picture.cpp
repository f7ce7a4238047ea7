// The computational graph of the first screen's model as an SVG file: what goes forward above, what comes back below.
// ./example_picture > picture.svg; the README shows it.
#include <leibniz/leibniz.hpp>
#include <leibniz/page.hpp>

#include <iostream>

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;

int main() {
    constexpr auto loss = pow<2>(w*x - y);
    std::cout << svg_image(svg(graph_of(backpropagation(loss, wrt(w))(w = 1, x = 2, y = 4))));
}
