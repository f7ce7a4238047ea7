// expect: nonzeros: only a table has a structure; write nonzeros(hessian(e, wrt(x, y))), or of a jacobian
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto entries = nonzeros(hessian(w * x, wrt(w, x)));
#else
constexpr auto entries = nonzeros(gradient(w * x, wrt(w, x)));
#endif
