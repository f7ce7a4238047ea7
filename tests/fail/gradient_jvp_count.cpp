// expect: jvp: there must be one tangent for each variable; write jvp(outputs(a), wrt(x, y), u, v)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto along = jvp(outputs(w * x), wrt(w, x), 1_c, 2_c);
#else
constexpr auto along = jvp(outputs(w * x), wrt(w, x), 1_c);
#endif
