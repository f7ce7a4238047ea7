#include <ceres/ceres.h>
#include <iostream>
#include <leibniz/solvers/ceres.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"a"> a; constexpr symbol<"k"> k; constexpr symbol<"t"> t; constexpr symbol<"y"> y;
    ceres::Problem problem;
    double height = 1.0, rate = 1.0;
    for (double time = 0.0; time < 4.0; time += 0.5)
        problem.AddResidualBlock(ceres_cost_function(a*exp(-k*t) - y, wrt(a), wrt(k), t = time, y = 3.0*std::exp(-0.5*time)), nullptr, &height, &rate);
    ceres::Solver::Summary summary;
    Solve({}, &problem, &summary);
    std::cout << "a = " << height << ", k = " << rate << '\n';
}
