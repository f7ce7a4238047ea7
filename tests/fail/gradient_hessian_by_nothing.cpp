// expect: hessian: differentiate by what? write hessian(e, wrt(w, b))
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto curvature = hessian(w * x, wrt(w));
#else
constexpr auto curvature = hessian(w * x, wrt());
#endif
