// Logistic regression: 30 features of cells say whether a tumour is benign. The loss is one formula; its gradient and Hessian are derived,
// proved and printed while the program compiles, and Newton's method needs nothing else. The same written by hand in Eigen runs beside it.
#include "../table.hpp"
#include "by_hand.hpp"

#include <leibniz/eigen/matrix.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

namespace {

using namespace leibniz;

constexpr matrix<"x", "d", 1> x;  // the features of one sample
constexpr matrix<"w", "d", 1> w;
constexpr symbol<"b"> b;
constexpr symbol<"t"> t;  // 1: benign
constexpr symbol<"lambda"> lambda;

constexpr auto z = dot(w, x) + b;  // log(p/(1 - p)) of the probability p of benign
constexpr auto loss = mean(softplus(z) - t*z) + lambda/2_c*pow<2>(norm2(w));
constexpr auto g = gradient(loss, wrt(w, b));
constexpr auto h = hessian(loss, wrt(w, b));

static_assert(gradient(softplus(z) - t*z, wrt(w))[w] == (sigmoid(z) - t)*x);
static_assert(hessian(softplus(z) - t*z, wrt(w))(w, w) == sigmoid(z)*(1_c - sigmoid(z))*outer(x, x));

constexpr double shrinkage = 0.01;
constexpr int steps = 8;

/// The rows of which the program learns, or the others: every fourth.
Eigen::MatrixXd some_of(Eigen::MatrixXd const& all, bool learned) {
    Eigen::MatrixXd some(learned ? all.rows() - all.rows()/4 : all.rows()/4, all.cols());
    for (Eigen::Index row = 0, next = 0; row < all.rows(); ++row)
        if ((row % 4 != 3) == learned) some.row(next++) = all.row(row);
    return some;
}

/// The time of one training, of a hundred.
template <class Train>
double milliseconds_of(Train const& train) {
    auto const start = std::chrono::steady_clock::now();
    for (int k = 0; k < 100; ++k) train();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count()/100;
}

int run(std::string const& file) {
    examples::table const data = examples::read_table(file);
    Eigen::Index const d = data.numbers.cols() - 1;
    if (d < 1 || !data.numbers.col(d).cwiseEqual(0).cwiseMax(data.numbers.col(d).cwiseEqual(1)).all())
        throw examples::input_error(data.file + ": the last of two columns or more is the class, 0 or 1");
    if (data.numbers.rows() < 4) throw examples::input_error(data.file + ": every fourth sample is for the test, and there are no four");
    Eigen::MatrixXd const learned = some_of(data.numbers, true), unseen = some_of(data.numbers, false);
    examples::standard_scale const scale(learned.leftCols(d));
    Eigen::MatrixXd const X = scale(learned.leftCols(d));
    Eigen::VectorXd const T = learned.col(d);

    std::cout << "L = " << loss << "\n\ndL/dw = " << g[w] << "\ndL/db = " << g[b] << "\n\n"
              << "d^2L/dw^2 = " << h(w, w) << "\nd/dw dL/db = " << h(w, b) << "\nd^2L/db^2 = " << h(b, b) << "\n\n";

    auto p = values(w = Eigen::VectorXd::Zero(d), b = 0.0);
    workspace<double> memory;
    auto at = evaluate(outputs(loss, g, h), memory, p, x = X, t = T, lambda = shrinkage);
    Eigen::MatrixXd H(d + 1, d + 1);
    Eigen::VectorXd step(d + 1);
    auto const newton = [&](auto const& report) {
        p = values(w = Eigen::VectorXd::Zero(d), b = 0.0);
        for (int k = 0; k < steps; ++k) {
            evaluate_into(at, outputs(loss, g, h), memory, p, x = X, t = T, lambda = shrinkage);
            auto const& [value, slope, curvature] = at;
            step << slope[w], slope[b];
            H << curvature(w, w), curvature(w, b), curvature(w, b).transpose(), curvature(b, b);
            report(k, value, step.norm());
            step = H.llt().solve(step);
            p -= values(w = step.head(d), b = step(d));
        }
    };
    newton([](int k, double value, double slope) { std::printf("step %d   loss %.6f   |gradient| %.1e\n", k, value, slope); });

    Eigen::VectorXd const scores = evaluate(z, p, x = scale(unseen.leftCols(d)));
    auto const right = static_cast<int>(((scores.array() > 0) == (unseen.col(d).array() > 0)).count());
    auto const count = static_cast<int>(unseen.rows());
    std::printf("\n%d of %d samples that it has not seen are classified rightly: %.1f %%\n", right, count, 100.0*right/count);

    regression_by_hand other;
    other.lambda = shrinkage;
    double last = 0;
    auto const by_hand = [&] {
        other.w = Eigen::VectorXd::Zero(d), other.b = 0;
        for (int k = 0; k < steps; ++k) last = other.step(X, T);
    };
    by_hand();
    auto const& [value, slope, curvature] = at;
    double const difference = std::max({(p[w] - other.w).cwiseAbs().maxCoeff(), std::abs(p[b] - other.b), std::abs(value - last)});
    bool const same = difference < 1e-10;
    std::printf("the weights and the loss of the program that is written by hand in Eigen are %s\n", same ? "the same to 1e-10" : "others");

    double const derived = milliseconds_of([&] { newton([](int, double, double) {}); }), written = milliseconds_of(by_hand);
    std::fprintf(stderr, "%d steps: Leibniz %.3f ms, by hand %.3f ms, ratio %.2f\n", steps, derived, written, derived/written);
    return same ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count > 1 ? arguments[1] : LEIBNIZ_EXAMPLE_CSV);
    } catch (std::exception const& error) {
        std::cerr << "logistic_regression: " << error.what() << '\n';
        return 2;
    }
}
