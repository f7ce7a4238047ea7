#include <iostream>
#include <leibniz/solvers/nlopt.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr symbol<"a"> a;
    nlopt::opt problem(nlopt::LD_SLSQP, 2);                         // a method with derivatives; two variables
    set_min_objective(problem, pow<2>(a - x) + 100_c*pow<2>(y - pow<2>(x)), wrt(x, y), a = 1.0);
    add_inequality_constraint(problem, pow<2>(x) + pow<2>(y) - 1_c, wrt(x, y), 1e-8);  // not positive
    problem.set_xtol_rel(1e-9);
    std::vector<double> const at = problem.optimize({0.0, 0.0});    // where to start
    std::cout << "x = " << at[0] << ", y = " << at[1] << '\n';
}
