// expect: accumulator: the model has no sum or mean over rows; write accumulator(mean(e)), or outputs of such
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
auto const total = accumulator(mean(pow<2>(w*x)));
#else
auto const total = accumulator(pow<2>(w*x));
#endif
