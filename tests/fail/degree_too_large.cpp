// expect: degree(e, x): 
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr int made = degree(pow<10>(x + y), x);
#else
constexpr int made = degree(pow<1000>(x + y), x);
#endif
