// expect: jacobian: it is one of outputs; write jacobian(outputs(e), wrt(x, y))
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slope = jacobian(outputs(w*x), wrt(w, x))(0_c, w);
#else
constexpr auto slope = jacobian(w*x, wrt(w, x))(0_c, w);
#endif
