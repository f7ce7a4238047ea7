#include "network_222.hpp"

#include <leibniz/eigen.hpp>

/// Value and gradient, summed over the rows of four columns.
double gradient_of_network(double const* w, Eigen::ArrayXd const* x, Eigen::ArrayXd const* t, double* gradient) {
    using namespace network_222;
    constexpr auto total = sum(loss);
    auto const [value, g] =
        evaluate(outputs(total, leibniz::gradient(total, weights)), w1 = w[0], w2 = w[1], w3 = w[2], w4 = w[3],
                 w5 = w[4], w6 = w[5], w7 = w[6], w8 = w[7], x1 = x[0], x2 = x[1], t1 = t[0], t2 = t[1]);
    for (int i = 0; i < 8; ++i) gradient[i] = g.values[i];
    return value;
}
