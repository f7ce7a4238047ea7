// expect: evaluate: this expression is one of real numbers, by abs, <, min, erf or their like, or by log(exp(u)) = u; bind real numbers
#include <leibniz/leibniz.hpp>

#include <complex>

using namespace leibniz;

constexpr symbol<"x"> x;

std::complex<double> const at(1, 2);

#ifdef TWIN
std::complex<double> const value = evaluate(log(1_c + exp(x)), x = at);
#else
std::complex<double> const value = evaluate(log(exp(x)), x = at);
#endif
