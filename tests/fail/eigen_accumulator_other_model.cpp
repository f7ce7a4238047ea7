// expect: accumulator: the two are of different models or number types; merge accumulators of one model
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

void merge() {
    auto total = accumulator(sum(x));
#ifdef TWIN
    total += accumulator(sum(x));
#else
    total += accumulator(mean(x));
#endif
}
