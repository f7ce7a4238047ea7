// expect: ode: a symbol of the equations is no state, not the time and has no value; add a binding such as k = 0.04
#include <leibniz/solvers/ode.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"k"> k;

#ifdef TWIN
constexpr auto decay = ode(outputs(-k*a), wrt(a), k = 0.5);
#else
constexpr auto decay = ode(outputs(-k*a), wrt(a));
#endif

void slopes(double const* y, double* out) { decay.slopes(0.0, y, out); }
