// The programs of docs/accumulator.md.
#include <leibniz/eigen.hpp>
#include <leibniz/eigen/accumulator.hpp>

#include <cstdio>
#include <exception>
#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto loss = mean(pow<2>(w*x + b - y));
constexpr auto model = outputs(loss, gradient(loss, wrt(w, b)));

void chunks(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    auto total = accumulator(model);
    for (Eigen::Index at = 0; at < xs.size(); at += 100)
        total.add(w = 0.5, b = 1.0, x = xs.segment(at, 100), y = ys.segment(at, 100));
    auto const [cost, slopes] = total.value();
    std::cout << total.rows() << " rows: " << cost << "; " << slopes << '\n';

    auto const [same_cost, same_slopes] = evaluate(reproducible, model, w = 0.5, b = 1.0, x = xs, y = ys);
    std::cout << std::boolalpha << (cost == same_cost && slopes[w] == same_slopes[w] && slopes[b] == same_slopes[b]) << '\n';
}

void parts(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    auto first = accumulator(model), second = accumulator(model);
    first.add(w = 0.5, b = 1.0, x = xs.head(300), y = ys.head(300));
    second.add(w = 0.5, b = 1.0, x = xs.tail(700), y = ys.tail(700));

    auto const bytes = second.bytes();                      // a std::array: write it into a file, or send it
    first += accumulator(model, bytes);
    std::cout << first.rows() << " rows in " << bytes.size() << " bytes\n";
}

void batches(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    auto p = values(w = 0.0, b = 0.0);
    for (int epoch = 0; epoch < 200; ++epoch)
        for (Eigen::Index at = 0; at < xs.size(); at += 100)
            p -= 0.1*evaluate(gradient(loss, wrt(w, b)), p, x = xs.segment(at, 100), y = ys.segment(at, 100));
    std::printf("%.4f %.4f\n", p[w], p[b]);
}

void newton(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    auto total = accumulator(outputs(gradient(loss, wrt(w, b)), hessian(loss, wrt(w, b))));
    total.add(w = 0.0, b = 0.0, x = xs, y = ys);
    auto const [slopes, h] = total.value();
    double const det = h(w, w)*h(b, b) - h(w, b)*h(w, b);
    std::printf("%.4f %.4f\n", (h(w, b)*slopes[b] - h(b, b)*slopes[w])/det, (h(w, b)*slopes[w] - h(w, w)*slopes[b])/det);
}

void variance(Eigen::ArrayXd const& xs) {
    constexpr symbol<"m"> m;
    auto middle = accumulator(mean(x));
    middle.add(x = xs);
    auto spread = accumulator(mean(pow<2>(x - m)));
    spread.add(m = middle.value(), x = xs);
    std::cout << spread.value() << '\n';
}

void refused(Eigen::ArrayXd const& xs) {
    auto total = accumulator(mean(w*x));
    total.add(w = 0.5, x = xs);
    try {
        total.add(w = 0.25, x = xs);
    } catch (std::exception const& fault) {
        std::cout << fault.what() << '\n';
    }
    std::cout << total.rows() << " rows\n";
}

}  // namespace

int main() {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(1000, -1, 1), ys = 3*xs + 0.5;
    chunks(xs, ys);
    parts(xs, ys);
    batches(xs, ys);
    newton(xs, ys);
    variance(xs);
    refused(xs);
}
