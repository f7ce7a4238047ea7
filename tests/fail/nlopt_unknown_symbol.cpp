// expect: nlopt: a symbol does not stand in wrt(...) and has no value; add a binding such as a = 2.0
#include <leibniz/solvers/nlopt.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

void minimise(nlopt::opt& problem) {
#ifdef TWIN
    set_min_objective(problem, pow<2>(a - x), wrt(x), a = 2.0);
#else
    set_min_objective(problem, pow<2>(a - x), wrt(x));
#endif
}
