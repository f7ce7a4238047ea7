// expect: accumulator: a sum or mean inside another takes all rows twice; accumulate the inner one first and bind its value: mean(pow<2>(x - m)) with m = 2.0
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"m"> m;
constexpr symbol<"x"> x;

#ifdef TWIN
auto const total = accumulator(mean(pow<2>(x - m)));
#else
auto const total = accumulator(mean(pow<2>(x - mean(x))));
#endif
