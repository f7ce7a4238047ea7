#include <iostream>
#include <leibniz/solvers/sundials.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"a"> a;
    constexpr symbol<"b"> b;
    constexpr symbol<"c"> c;
    constexpr symbol<"k"> k;
    constexpr auto slow = k*a - 10000_c*b*c;                        // Robertson's three reactions
    constexpr auto fast = 30000000_c*pow<2>(b);
    auto const system = ode(outputs(-slow, slow - fast, fast), wrt(a, b, c), k = 0.04);
    cvode_solver solver(system, 0.0, values(a = 1.0, b = 0.0, c = 0.0), 1e-9, 1e-13);
    for (double const t : {0.4, 4.0, 40.0}) std::cout << "t = " << t << ": " << solver(t) << '\n';
}
