// expect: evaluate: this expression is one of real numbers, by abs, <, min, erf or their like, or by log(exp(u)) = u; bind real numbers
#include <leibniz/special.hpp>

#include <complex>

using namespace leibniz;

constexpr symbol<"x"> x;

std::complex<double> const at(1, 2);

#ifdef TWIN
double const value = evaluate(erfcx(x), x = at.real());
#else
std::complex<double> const value = evaluate(erfcx(x), x = at);
#endif
