// expect: solvers: a symbol is a variable of the problem and bound, too, or bound twice; leave the binding out
#include <leibniz/solvers/nlopt.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

void minimise(nlopt::opt& problem) {
#ifdef TWIN
    set_min_objective(problem, a*x, wrt(x), a = 2.0);
#else
    set_min_objective(problem, a*x, wrt(x), a = 2.0, x = 1.0);
#endif
}
