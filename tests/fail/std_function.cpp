// expect: an expression is no number; write exp(x) in place of std::exp(x), and evaluate(e, x = 2.0) for a value
#include <leibniz/leibniz.hpp>

#include <cmath>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
auto const model = exp(x);
#else
auto const model = std::exp(x);
#endif
