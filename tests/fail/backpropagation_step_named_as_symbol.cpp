// expect: let: the name of this step is also that of a symbol or of another step; choose another name
#include <leibniz/backpropagation.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = pow<2>(let<"p">(w*x) - x);
#else
constexpr auto model = pow<2>(let<"x">(w*x) - x);
#endif
void calculate() { static_cast<void>(backpropagation(model, wrt(w))(w = 1.0, x = 2.0)); }
