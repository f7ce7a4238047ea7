#include "network_222.hpp"

namespace network_222_formula {

using namespace network_222;

/// The same network, its loss as one line of text; hidden nodes that occur twice are computed once all the same.
inline constexpr auto loss = formula<
    "0.5*(sigmoid(w5*sigmoid(w1*x1 + w3*x2) + w7*sigmoid(w2*x1 + w4*x2)) - t1)^2 + "
    "0.5*(sigmoid(w6*sigmoid(w1*x1 + w3*x2) + w8*sigmoid(w2*x1 + w4*x2)) - t2)^2">;

}  // namespace network_222_formula

/// Value and gradient for one sample.
double gradient_of_network(double const* w, double const* x, double const* t, double* gradient) {
    using namespace network_222;
    auto const [value, g] =
        evaluate(outputs(network_222_formula::loss, leibniz::gradient(network_222_formula::loss, weights)), w1 = w[0], w2 = w[1],
                 w3 = w[2], w4 = w[3], w5 = w[4], w6 = w[5], w7 = w[6], w8 = w[7], x1 = x[0], x2 = x[1], t1 = t[0], t2 = t[1]);
    for (int i = 0; i < 8; ++i) gradient[i] = g.values[i];
    return value;
}
