// expect: second_directional_derivative: there must be one entry of the vector for each variable; write second_directional_derivative(e, wrt(x, y), u, v)
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto curvature = second_directional_derivative(w * x, wrt(w, x), 1_c, 2_c);
#else
constexpr auto curvature = second_directional_derivative(w * x, wrt(w, x), 1_c, 2_c, 3_c);
#endif
