#include <boost/numeric/odeint.hpp>
#include <iostream>
#include <leibniz/solvers/odeint.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"x"> x;
    constexpr symbol<"v"> v;
    constexpr symbol<"t"> t;
    constexpr symbol<"mu"> mu;
    auto const driven = ode(outputs(v, mu*(1_c - pow<2>(x))*v - x + sin(t)), wrt(x, v), t, mu = 1000.0);
    boost::numeric::ublas::vector<double> at(2, 2.0);               // where to start
    integrate_adaptive(boost::numeric::odeint::make_controlled<rodas<double>>(1e-9, 1e-9), odeint_system(driven), at, 0.0, 100.0, 1e-4);
    std::cout << "x = " << at[0] << ", v = " << at[1] << '\n';
}
