// expect: accumulator: a result varies by row; accumulate its sum or mean, or evaluate each chunk by itself
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void add(Eigen::ArrayXd const& xs) {
#ifdef TWIN
    accumulator(outputs(sum(x), w)).add(w = 2.0, x = xs);
#else
    accumulator(outputs(sum(x), w)).add(w = xs, x = xs);
#endif
}
