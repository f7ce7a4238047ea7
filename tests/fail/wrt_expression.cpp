// expect: wrt: one differentiates by symbols only; write wrt(w, b) with symbols w and b
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto by = wrt(w, x);
#else
constexpr auto by = wrt(w, 2_c * x);
#endif
