// expect: diff: differentiate by what? write diff(e, x) with a symbol x
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slope = diff(exp(x), x);
#else
constexpr auto slope = diff(exp(x));
#endif
