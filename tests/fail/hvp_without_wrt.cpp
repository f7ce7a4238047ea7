// expect: hvp: differentiate by what? write hvp(e, wrt(x, y), u, v)
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto entry = hvp(w*x, wrt(w, x), x, w)[x];
#else
constexpr auto entry = hvp(w*x, w, x)[x];
#endif
