// expect: lower: only a table has a triangle; write lower(hessian(e, wrt(x, y)))
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto triangle = lower(hessian(w * x, wrt(w, x)));
#else
constexpr auto triangle = lower(gradient(w * x, wrt(w, x)));
#endif
