#include <cstdint>
#include <iostream>
#include <leibniz/solvers/boost_math.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"E"> anomaly;
    constexpr symbol<"e"> eccentricity;
    constexpr symbol<"M"> mean;
    auto const kepler = halley_function(anomaly - eccentricity*sin(anomaly) - mean, anomaly, eccentricity = 0.2, mean = 0.8);
    std::uintmax_t steps = 20;
    double const root = boost::math::tools::halley_iterate(kepler, 0.8, 0.0, 3.0, 50, steps);  // start, bounds, bits
    std::cout << root << " after " << steps << " steps\n";
}
