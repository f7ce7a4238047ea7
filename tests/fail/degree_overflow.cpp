// expect: degree(e, x): multiplied out, an exact number of e leaves 64 bits; use smaller powers and constants
#include <leibniz/algebra.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr int found = degree(pow<10>(x + 1_c), x);
#else
constexpr int found = degree(pow<100'000>(x + 1_c), x);
#endif
