// expect: jacobian: differentiate by what? write jacobian(outputs(a, b), wrt(x, y))
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slope = jacobian(outputs(w*x, w), wrt(w, x))(0_c, w);
#else
constexpr auto slope = jacobian(outputs(w*x, w), w, x)(0_c, w);
#endif
