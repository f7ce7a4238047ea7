// expect: []: this symbol does not stand in wrt(...); index with one that does
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
double const slope = evaluate(jacobian(outputs(w * x, b), wrt(w, b)), x = 3.0)(0_c, b);
#else
double const slope = evaluate(jacobian(outputs(w * x, b), wrt(w, b)), x = 3.0)(0_c, x);
#endif
