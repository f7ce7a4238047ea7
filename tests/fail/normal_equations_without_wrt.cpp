// expect: normal_equations: by which parameters? write normal_equations(residual, wrt(a, b))
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto equations = normal_equations(w*x, wrt(w));
#else
constexpr auto equations = normal_equations(w*x, w);
#endif
