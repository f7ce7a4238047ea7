// expect: ^ is no power in C++, and binds less than +; write pow<2>(x), or pow(x, y)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = pow<2>(w*x);
#else
constexpr auto model = (w*x)^2;
#endif
