// The homework: ŷ = w1*x^2 + w2*x + b, loss = (ŷ - y)^2. The graph line by line with its derivatives, at two points;
// then training on x = (1, 2, 3), y = (2, 4, 6).
#include <leibniz/backpropagation.hpp>
#include <leibniz/eigen.hpp>

#include <iomanip>
#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbol<"w1"> w1;
    constexpr symbol<"w2"> w2;
    constexpr symbol<"b"> b;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto square = let<"s">(pow<2>(x));
    constexpr auto prediction = let<"ŷ">(let<"p">(w1*square) + let<"q">(w2*x) + b);
    constexpr auto loss = let<"loss">(pow<2>(let<"r">(prediction - y)));
    constexpr auto parameters = wrt(w1, w2, b);

    static_assert(text(diff(loss, w1)) == "2*x^2*(w1*x^2 + w2*x + b - y)");
    static_assert(text(diff(loss, w2)) == "2*x*(w1*x^2 + w2*x + b - y)");
    static_assert(text(diff(loss, b)) == "2*(w1*x^2 + w2*x + b - y)");

    std::cout << "at x = 1, y = 2, w1 = w2 = b = 1\n" << backpropagation(loss, parameters)(w1 = 1, w2 = 1, b = 1, x = 1, y = 2);
    std::cout << "\nat x = 2, y = 4, w1 = w2 = 1, b = 2\n" << backpropagation(loss, parameters)(w1 = 1, w2 = 1, b = 2, x = 2, y = 4);

    Eigen::Array3d const xs(1, 2, 3), ys(2, 4, 6);
    constexpr auto cost = mean(loss);
    constexpr auto g = gradient(cost, parameters);
    auto p = values(w1 = 1.0, w2 = 1.0, b = 1.0);
    std::cout << std::fixed << std::setprecision(6) << "\ntraining, learning rate 0.01\nprediction of 4 before: " << evaluate(prediction, p, x = 4.0) << '\n';
    for (int epoch = 0; epoch <= 10000; ++epoch) {
        if (epoch == 0 || epoch == 10 || epoch == 100 || epoch == 1000 || epoch == 10000)
            std::cout << "epoch " << std::setw(5) << epoch << ": mean loss " << evaluate(cost, p, x = xs, y = ys) << '\n';
        p -= 0.01*evaluate(g, p, x = xs, y = ys);
    }
    std::cout << "prediction of 4 after:  " << evaluate(prediction, p, x = 4.0) << "\nw1 = " << p[w1] << ", w2 = " << p[w2] << ", b = " << p[b] << '\n';
}
