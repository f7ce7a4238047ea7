// expect: jacobian: there is no output of this number
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slope = jacobian(outputs(w * x, b), wrt(w))(1_c, w);
#else
constexpr auto slope = jacobian(outputs(w * x, b), wrt(w))(2_c, w);
#endif
