#include <iostream>
#include <leibniz/eigen.hpp>
using namespace leibniz;

int main() {
    constexpr symbol<"w"> w;
    constexpr symbol<"b"> b;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto loss = mean(softplus(-y*(w*x + b)));     // y is -1 or 1
    constexpr auto model = outputs(loss, gradient(loss, wrt(w, b)));

    Eigen::ArrayXd xs(6), ys(6);
    xs << 0.5, 1.0, 1.5, 2.0, 2.5, 3.0;
    ys << -1, -1, 1, -1, 1, 1;
    auto p = values(w = 0.0, b = 0.0);
    for (int step = 0; step < 20000; ++step) {
        auto const [cost, slopes] = evaluate(model, p, x = xs, y = ys);
        if (step % 5000 == 0) std::cout << cost << "; " << p << '\n';
        p -= 0.1*slopes;
    }
    std::cout << p << '\n';
}
