// expect: vjp: there must be one cotangent for each output; write vjp(outputs(a, b), wrt(x), u, v)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slopes = vjp(outputs(w * x, b), wrt(w), 1_c, 2_c);
#else
constexpr auto slopes = vjp(outputs(w * x, b), wrt(w), 1_c);
#endif
