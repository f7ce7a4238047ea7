#include <iostream>
#include <leibniz/solvers/tiny_solver.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr symbol<"r"> r;
    auto const circles = outputs(x*x + y*y - r*r, pow<2>(x - 1_c) + y*y - r*r);     // both of radius r: where do they meet?
    auto const function = tiny_solver_function(circles, wrt(x, y), r = 1.0);
    ceres::TinySolver<std::remove_const_t<decltype(function)>> solver;
    Eigen::Vector2d p(0.0, 2.0);
    solver.Solve(function, &p);
    std::cout << "x = " << p[0] << ", y = " << p[1] << '\n';
}
