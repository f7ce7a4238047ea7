// expect: []: this symbol does not stand in wrt(...); index with one that does
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
double const mixed = evaluate(hessian(w * x * b, wrt(w, b)), w = 1.0, b = 2.0, x = 3.0)(w, b);
#else
double const mixed = evaluate(hessian(w * x * b, wrt(w, b)), w = 1.0, b = 2.0, x = 3.0)(w, x);
#endif
