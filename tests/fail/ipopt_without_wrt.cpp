// expect: ipopt_problem: which are the variables? write ipopt_problem(f, outputs(c1, c2), wrt(x, y))
#include <leibniz/solvers/ipopt.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

void minimise() {
#ifdef TWIN
    auto const problem = ipopt_problem(pow<2>(a - x), wrt(a, x));
    problem->start = {1.0, 2.0};
#else
    auto const problem = ipopt_problem(pow<2>(a - x), a, x);
    problem->start = {1.0, 2.0};
#endif
}
