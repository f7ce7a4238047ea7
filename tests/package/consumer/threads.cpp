#include <leibniz/eigen/parallel.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

int main() {
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(1'000'000, 0.0, 1.0);
    return evaluate(parallel, sum(w * x), w = 2.0, x = xs) == evaluate(sum(w * x), w = 2.0, x = xs) ? 0 : 1;
}
