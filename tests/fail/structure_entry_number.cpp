// expect: []: there is no result of this number; count from 0_c
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

constexpr auto entries = nonzeros(lower(hessian(w * x, wrt(w, x))));
#ifdef TWIN
constexpr auto entry_of_x = entries[0_c];
#else
constexpr auto entry_of_x = entries[1_c];
#endif
