#include <leibniz/leibniz.hpp>
#include <leibniz/eigen.hpp>

#include <utility>

namespace {

using namespace leibniz;

constexpr symbols<"w", FEATURES> w;
constexpr symbols<"x", FEATURES> x;
constexpr symbol<"b"> b;
constexpr symbol<"y"> y;

using features = std::make_integer_sequence<int, FEATURES>;

template <int... I>
constexpr auto weighted(std::integer_sequence<int, I...>) {
    return b + (... + (w[constant<I>{}] * x[constant<I>{}]));
}
constexpr auto score = weighted(features{});
constexpr auto loss = mean(softplus(score) - y*score);

template <int... I>
double loss_and_gradient(double const* weights, Eigen::MatrixXd const& samples, Eigen::ArrayXd const& labels, double* slopes,
                         std::integer_sequence<int, I...>) {
    auto const [value, g] = evaluate(outputs(loss, gradient(loss, wrt(w, b))), (w[constant<I>{}] = weights[I])..., b = weights[FEATURES],
                                     (x[constant<I>{}] = samples.col(I))..., y = labels);
    for (int i = 0; i <= FEATURES; ++i) slopes[i] = g.values[i];
    return value;
}

}  // namespace

/// Logistic regression on FEATURES columns, each weight and each column bound by itself.
double gradient_of_regression(double const* weights, Eigen::MatrixXd const& samples, Eigen::ArrayXd const& labels, double* slopes) {
    return loss_and_gradient(weights, samples, labels, slopes, features{});
}
