// expect: accumulator: the model has no sum or mean over rows; write accumulator(mean(e)), or outputs of such
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = mean(pow<2>(w*x));
#else
constexpr auto model = pow<2>(w*x);
#endif

double total_of(Eigen::ArrayXd const& xs) {
    auto total = accumulator(model);
    total.add(w = 1.0, x = xs);
    total += total;
    return total.rows() > 0 ? total.value() : 0;
}
