// expect: []: there is no result of this number; count from 0_c
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
double const slope = evaluate(gradient(w * x + b, wrt(w, b)), x = 3.0)[1_c];
#else
double const slope = evaluate(gradient(w * x + b, wrt(w, b)), x = 3.0)[2_c];
#endif
