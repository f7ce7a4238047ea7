#include <iostream>
#include <leibniz/eigen.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"a"> a;
    constexpr symbol<"k"> k;
    constexpr symbol<"t"> t;
    constexpr auto decay = a*exp(-k*t);

    Eigen::ArrayXd ts(4);
    ts << 0, 1, 2, 3;
    auto const p = values(a = 2.0, k = 0.5);
    Eigen::ArrayXd const by_k = evaluate(diff(decay, k), p, t = ts);        // one value per row
    double const total = evaluate(sum(diff(decay, k)), p, t = ts);          // one number
    Eigen::MatrixXd const j = as_matrix(evaluate(gradient(decay, wrt(a, k)), p, t = ts));

    std::cout << by_k.transpose() << '\n' << total << '\n' << j << '\n';
}
