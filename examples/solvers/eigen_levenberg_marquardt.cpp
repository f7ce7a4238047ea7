#include <iostream>
#include <leibniz/solvers/eigen_levenberg_marquardt.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"a"> a;
    constexpr symbol<"k"> k;
    constexpr column<"t"> t;
    constexpr column<"y"> y;
    Eigen::ArrayXd const ts = Eigen::ArrayXd::LinSpaced(9, 0.0, 4.0), ys = 3.0*exp(-0.5*ts);
    auto problem = levenberg_marquardt(a*exp(-k*t) - y, wrt(a, k), t = ts, y = ys);
    Eigen::VectorXd p = Eigen::Vector2d(1.0, 1.0);                  // where to start
    Eigen::LevenbergMarquardt(problem).minimize(p);
    std::cout << "a = " << p[0] << ", k = " << p[1] << '\n';
}
