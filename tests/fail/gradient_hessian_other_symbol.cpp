// expect: []: this symbol does not stand in wrt(...); index with one that does
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto mixed = hessian(w * x, wrt(w, b))(w, b);
#else
constexpr auto mixed = hessian(w * x, wrt(w, b))(w, x);
#endif
