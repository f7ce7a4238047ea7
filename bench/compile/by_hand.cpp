#include <cmath>

/// Value and gradient of the 2-2-2 sigmoid network, as one writes them by hand: what network_222.cpp is measured by.
double gradient_of_network(double const* w, double const* x, double const* t, double* gradient) {
    auto const sigmoid = [](double z) { return 1.0 / (1.0 + std::exp(-z)); };
    double const h1 = sigmoid(w[0]*x[0] + w[2]*x[1]);
    double const h2 = sigmoid(w[1]*x[0] + w[3]*x[1]);
    double const o1 = sigmoid(w[4]*h1 + w[6]*h2);
    double const o2 = sigmoid(w[5]*h1 + w[7]*h2);
    double const e1 = o1 - t[0];
    double const e2 = o2 - t[1];

    double const d1 = e1 * o1 * (1.0 - o1);
    double const d2 = e2 * o2 * (1.0 - o2);
    double const b1 = (w[4]*d1 + w[5]*d2) * h1 * (1.0 - h1);
    double const b2 = (w[6]*d1 + w[7]*d2) * h2 * (1.0 - h2);
    gradient[0] = b1*x[0];
    gradient[1] = b2*x[0];
    gradient[2] = b1*x[1];
    gradient[3] = b2*x[1];
    gradient[4] = d1*h1;
    gradient[5] = d2*h1;
    gradient[6] = d1*h2;
    gradient[7] = d2*h2;
    return 0.5*e1*e1 + 0.5*e2*e2;
}
