// expect: ode: there must be one equation for each state; write ode(outputs(f1, f2), wrt(y1, y2), k = 0.04)
#include <leibniz/solvers/ode.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;

#ifdef TWIN
constexpr auto oscillator = ode(outputs(b, -a), wrt(a, b));
#else
constexpr auto oscillator = ode(outputs(b), wrt(a, b));
#endif

void slopes(double const* y, double* out) { oscillator.slopes(0.0, y, out); }
