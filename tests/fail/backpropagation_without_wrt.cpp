// expect: backpropagation: differentiate by what? write backpropagation(e, wrt(w, b))(w = 1.0, b = 0.0)
#include <leibniz/backpropagation.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto calculation = backpropagation(pow<2>(w*x), wrt(w, x));
#else
constexpr auto calculation = backpropagation(pow<2>(w*x));
#endif
