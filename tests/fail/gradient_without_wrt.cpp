// expect: gradient: differentiate by what? write gradient(e, wrt(w, b))
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slope = gradient(w*x, wrt(w, x))[w];
#else
constexpr auto slope = gradient(w*x, w, x)[w];
#endif
