// expect: accumulator: a binding holds wider numbers than the accumulator; bind w = 0.5f, or write accumulator<double>(e)
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void add(Eigen::ArrayXf const& xs) {
#ifdef TWIN
    accumulator<float>(sum(w*x)).add(w = 0.5f, x = xs);
#else
    accumulator<float>(sum(w*x)).add(w = 0.5, x = xs);
#endif
}
