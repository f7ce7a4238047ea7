#include <iostream>
#include <leibniz/solvers/ipopt.hpp>
using namespace leibniz;

int main() {
    constexpr symbols<"x", 4> x;
    constexpr auto cost = x[0_c]*x[3_c]*(x[0_c] + x[1_c] + x[2_c]) + x[2_c];
    constexpr auto product = x.unpack([](auto... each) { return (... * each); });
    constexpr auto squares = x.unpack([](auto... each) { return (... + pow<2>(each)); });
    auto const problem = ipopt_problem(cost, outputs(product, squares), wrt(x));
    problem->lower.fill(1.0), problem->upper.fill(5.0), problem->start = {1.0, 5.0, 5.0, 1.0};
    problem->least = {25.0, 40.0}, problem->most = {2e19, 40.0};    // 2e19 is Ipopt's infinity
    if (problem->solve() == Ipopt::Solve_Succeeded) std::cout << "minimum " << problem->objective << " at\n";
    for (double each : problem->solution) std::cout << each << '\n';
}
