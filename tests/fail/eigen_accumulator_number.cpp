// expect: accumulator: its numbers are float or double; write accumulator(e), or accumulator<float>(e)
#include <leibniz/eigen/accumulator.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
auto const total = accumulator<float>(mean(x));
#else
auto const total = accumulator<int>(mean(x));
#endif
