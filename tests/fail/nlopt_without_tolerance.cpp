// expect: add_inequality_constraint: wrt(...) or the tolerance is missing; write add_inequality_constraint(problem, c, wrt(x, y), 1e-8)
#include <leibniz/solvers/nlopt.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

void minimise(nlopt::opt& problem) {
#ifdef TWIN
    add_inequality_constraint(problem, x - a, wrt(x), 0, a = 2.0);
#else
    add_inequality_constraint(problem, x - a, wrt(x), a = 2.0);
#endif
}
