#include "network_222.hpp"

#include <leibniz/backpropagation.hpp>

#include <ostream>

/// The hand calculation for one sample, line by line.
void write_calculation(std::ostream& out, double const* w, double const* x, double const* t) {
    using namespace network_222;
    out << backpropagation(loss, weights)(w1 = w[0], w2 = w[1], w3 = w[2], w4 = w[3], w5 = w[4], w6 = w[5], w7 = w[6],
                                          w8 = w[7], x1 = x[0], x2 = x[1], t1 = t[0], t2 = t[1]);
}
