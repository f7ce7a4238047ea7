// expect: coefficients(e, x): the degree is above 1000; write smaller exponents, or ask for degree(e, x) alone
#include <leibniz/algebra.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto all = coefficients(pow<10>(x), x);
#else
constexpr auto all = coefficients(pow<3'000'000'000>(x), x);
#endif
