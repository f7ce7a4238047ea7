// expect: []: this symbol does not stand in wrt(...); index with one that does
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
int const slope = evaluate(gradient(w * x + b, wrt(w, b)), x = 2)[b];
#else
int const slope = evaluate(gradient(w * x + b, wrt(w, b)), x = 2)[x];
#endif
