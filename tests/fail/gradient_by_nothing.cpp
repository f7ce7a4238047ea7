// expect: gradient: differentiate by what? write gradient(e, wrt(w, b))
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto slopes = gradient(w * x, wrt(w));
#else
constexpr auto slopes = gradient(w * x, wrt());
#endif
