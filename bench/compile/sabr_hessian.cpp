#include "sabr.hpp"

/// All second derivatives of the implied volatility by six of its variables.
void hessian_of_volatility(double const* in, double* second) {
    using namespace sabr;
    auto const h = evaluate(leibniz::hessian(volatility, wrt(F, K, alpha, beta, rho, nu)), F = in[0], K = in[1], T = in[2], alpha = in[3],
                            beta = in[4], rho = in[5], nu = in[6]);
    for (int i = 0; i < 36; ++i) second[i] = h.values[i];
}
