// expect: hessian: differentiate by what? write hessian(e, wrt(w, b))
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto second = hessian(w*x, wrt(w, x))(w, x);
#else
constexpr auto second = hessian(w*x, w, x)(w, x);
#endif
