// expect: newton_function, halley_function: a symbol is not the unknown and has no value; add a binding such as a = 2.0
#include <leibniz/solvers/boost_math.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto halved = newton_function(pow<2>(x) - a, x, a = 2.0);
#else
constexpr auto halved = newton_function(pow<2>(x) - a, x);
#endif

double value(double at) { return std::get<0>(halved(at)) + std::get<1>(halved(at)); }
