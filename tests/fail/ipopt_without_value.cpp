// expect: ipopt_problem: a symbol does not stand in wrt(...) and has no value; add a binding such as a = 2.0
#include <leibniz/solvers/ipopt.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

void minimise() {
#ifdef TWIN
    auto const problem = ipopt_problem(pow<2>(a - x), a*x, wrt(x), a = 2.0);
    problem->start = {1.0};
    problem->least[0] = 1.0;
    problem->solve();
#else
    auto const problem = ipopt_problem(pow<2>(a - x), a*x, wrt(x));
    problem->start = {1.0};
    problem->least[0] = 1.0;
    problem->solve();
#endif
}
