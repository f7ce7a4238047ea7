// expect: jacobian: differentiate by what? write jacobian(outputs(a, b), wrt(x, y))
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slopes = jacobian(outputs(w * x), wrt(w));
#else
constexpr auto slopes = jacobian(outputs(w * x), wrt());
#endif
