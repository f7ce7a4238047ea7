// expect: backpropagation: differentiate by what? write backpropagation(e, wrt(w, b))(w = 1.0, b = 0.0)
#include <leibniz/backpropagation.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
auto const calculation = backpropagation(pow<2>(w*x), wrt(w, x))(w = 1.0, x = 2.0);
#else
auto const calculation = backpropagation(pow<2>(w*x))(w = 1.0, x = 2.0);
#endif
