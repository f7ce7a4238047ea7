// A large Hessian, beyond what fits one constant expression, against differences with 60 digits (mpmath, at these doubles).
#include "../../bench/compile/sabr.hpp"
#include "../catch.hpp"

#include <cmath>

namespace {

constexpr double expected[6][6] = {
    {2.7469969029915323e-5, -1.5638952500091951e-5, 0.00087443037774056115, 0.0014137112733524549, -0.00068406601949016941, -0.0032020699865298424},
    {-1.5638952500091951e-5, 8.5104997194863675e-6, -0.0012130662340827583, -0.0015486453959124717, 0.00051643200388792867, 0.0027076437676158041},
    {0.00087443037774056115, -0.0012130662340827583, 0.069345446531037406, 0.6818242726946992, 0.053623012353879165, -0.03925211217426876},
    {0.0014137112733524549, -0.0015486453959124717, 0.6818242726946992, 0.95963098568308026, 0.076000259327489678, -0.055649422072016698},
    {-0.00068406601949016941, 0.00051643200388792867, 0.053623012353879165, 0.076000259327489678, -0.022246391726761324, 0.038763298029264569},
    {-0.0032020699865298424, 0.0027076437676158041, -0.03925211217426876, -0.055649422072016698, 0.038763298029264569, 0.064936586517015002}};

}  // namespace

TEST_CASE("all second derivatives of the implied volatility of the SABR model") {
    using namespace sabr;
    auto const h = evaluate(hessian(volatility, wrt(F, K, alpha, beta, rho, nu)), F = 100.0, K = 120.0, T = 2.0, alpha = 0.3, beta = 0.6,
                            rho = -0.25, nu = 0.4);
    for (int i = 0; i < 6; ++i)
        for (int j = 0; j < 6; ++j) {
            INFO("entry " << i << ", " << j);
            CHECK(std::abs(h.values[6 * i + j] - expected[i][j]) < 2e-12 * std::abs(expected[i][j]));
            CHECK(h.values[6 * i + j] == h.values[6 * j + i]);
        }
}
