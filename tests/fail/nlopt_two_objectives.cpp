// expect: set_min_objective: of one expression, by the variables of wrt; write set_min_objective(problem, f, wrt(x, y))
#include <leibniz/solvers/nlopt.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

void minimise(nlopt::opt& problem) {
#ifdef TWIN
    set_min_objective(problem, x*x, wrt(x, a));
#else
    set_min_objective(problem, outputs(x*x, a), wrt(x, a));
#endif
}
