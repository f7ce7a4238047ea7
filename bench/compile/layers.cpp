#include "network.hpp"

#include <array>

using net = network::layered<LAYERS, WIDTH>;

/// Value and gradient in all weights: weights and data in, 1 + LAYERS*WIDTH*WIDTH numbers out.
double gradient_of_network(std::array<double, LAYERS * WIDTH * WIDTH> const& weights, std::array<double, WIDTH> const& inputs,
                           std::array<double, WIDTH> const& targets, double* gradient) {
    using namespace leibniz;
    auto const [value, g] = evaluate(outputs(net::loss, leibniz::gradient(net::loss, wrt(net::w))), net::w = weights,
                                     net::x = inputs, net::t = targets);
    for (int i = 0; i < LAYERS * WIDTH * WIDTH; ++i) gradient[i] = g.values[i];
    return value;
}
