// The programs of docs/matrices.md.
#include <leibniz/algebra.hpp>
#include <leibniz/backpropagation/matrix.hpp>
#include <leibniz/derivation/matrix.hpp>
#include <leibniz/eigen/parse_matrices.hpp>
#include <leibniz/notation.hpp>
#include <leibniz/page.hpp>

#include <iostream>
#include <stdexcept>
#include <vector>

using namespace leibniz;

namespace {

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

void least_squares() {
    constexpr auto loss = pow<2>(norm2(W*x - y));
    constexpr auto g = gradient(loss, wrt(W, x));

    static_assert(g[W] == 2_c*outer(W*x - y, x));          // proved at compile time
    static_assert(text(g[x]) == "2*W'*(W*x - y)");         // printed at compile time
    std::cout << loss << '\n' << g[W] << '\n' << expand(loss) << '\n';
}

void sizes() {
    constexpr matrix<"V", 10, "n"> V;      // a number and a name
    constexpr symmetric<"K", "n"> K;
    static_assert(transpose(K) == K && mean(V) == sum(V)/(10_c*sum(ones<"n">)));
    static_assert(text(gradient(logdet(K) + dot(x, solve(K, x)), wrt(K))[K]) == "inv(K) - inv(K)*x*x'*inv(K)");
}

void a_network() {
    constexpr matrix<"A", "k", "m"> A;
    constexpr vector<"b", "m"> b;
    constexpr vector<"t", "k"> t;
    constexpr auto h = sigmoid(W*x + b);
    constexpr auto loss = logsumexp(A*h) - dot(t, A*h);
    constexpr auto g = gradient(loss, wrt(A, W, b));
    static_assert(g[A] == (softmax(A*h) - t)*transpose(h));
    static_assert(g[b] == hadamard(transpose(A)*(softmax(A*h) - t), hadamard(h, 1_c - h)));
    static_assert(g[W] == g[b]*transpose(x));
}

void further_derivatives() {
    constexpr matrix<"X", "n", "n"> X;
    constexpr matrix<"D", "n", "n"> D;
    static_assert(text(diff(sigmoid(W*x), x)) == "diag(sigmoid(W*x).*(1 - sigmoid(W*x)))*W");
    static_assert(text(hessian(logsumexp(x), wrt(x))(x, x)) == "diag(softmax(x)) - softmax(x)*softmax(x)'");
    static_assert(jvp(inv(X), X, D) == -inv(X)*D*inv(X));
    static_assert(hvp(logdet(X), X, D) == -transpose(inv(X)*D*inv(X)));
}

void every_step() {
    constexpr auto loss = pow<2>(norm2(W*x - y));
    std::cout << derivation(loss, W) << '\n' << derivation(loss, W, every_rule);
}

void lines_in_latex() {
    for (derivation_line const step : lines<latex_style>(derivation(W*x - y, x))) std::cout << step.before << " = " << step.after << '\n';
}

void from_text() {
    constexpr auto loss = formula<"norm2(W*x - y)^2", matrix<"W", "m", "n">, vector<"x", "n">, vector<"y", "m">>;
    static_assert(loss == pow<2>(norm2(W*x - y)));
}

void other_forms() {
    constexpr symmetric<"K", "n"> K;
    constexpr symmetric<"R", "m"> R;
    constexpr auto gain = K*transpose(W)*inv(W*K*transpose(W) + R)*(y - W*x);
    static_assert(unicode(gain) == "K·Wᵀ·(W·K·Wᵀ + R)⁻¹·(y − W·x)");
    static_assert(latex(gain) == "K\\,W^\\top\\,(W\\,K\\,W^\\top + R)^{-1}\\,(y - W\\,x)");
    static_assert(python(gain) == "K @ W.T @ np.linalg.solve(W @ K @ W.T + R, y - W @ x)");
    static_assert(python(outer(y - W*x, x)) == "np.outer(y - W @ x, x)");

    constexpr matrix<"A", "k", "m"> A;
    constexpr vector<"b", "m"> b;
    constexpr vector<"t", "k"> t;
    constexpr auto h = let<"h">(sigmoid(W*x + b));
    constexpr auto z = let<"z">(A*h);
    std::cout << shared(gradient(logsumexp(z) - dot(t, z), wrt(A, W, b))) << '\n';
}

void by_hand() {
    constexpr auto loss = pow<2>(norm2(W*x - y));
    std::cout << backpropagation(loss, wrt(W)).update(0.1_c)(W = {{1, 2}, {3, 4}}, x = {1, 1}, y = {2, 5});
}

void with_eigen() {
    constexpr auto loss = pow<2>(norm2(W*x - y));
    Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
    Eigen::VectorXd const v = Eigen::VectorXd::Ones(3), t = Eigen::VectorXd::Zero(2);
    double const value = evaluate(loss, W = w, x = v, y = t);
    auto const slopes = evaluate(gradient(loss, wrt(W, x)), W = w, x = v, y = t);
    Eigen::MatrixXd const by_w = slopes[W];
    std::cout << value << '\n' << by_w << '\n' << slopes[x].transpose() << '\n';
}

void over_rows() {
    constexpr auto loss = mean(pow<2>(norm2(W*x - y)));
    constexpr auto g = gradient(loss, wrt(W));
    Eigen::MatrixXd const X = Eigen::MatrixXd::Identity(3, 3), Y = Eigen::MatrixXd::Ones(3, 2);      // three samples
    auto p = values(W = Eigen::MatrixXd::Zero(2, 3));
    workspace<double> memory;
    auto slopes = evaluate(g, memory, p, x = X, y = Y);
    for (int k = 0; k < 50; ++k) {
        evaluate_into(slopes, g, memory, p, x = X, y = Y);
        p -= 0.5*slopes;
    }
    std::cout << evaluate(norm2(W*x), p, x = X).transpose() << '\n';
}

void at_run_time() {
    model const loss = parse("norm2(W*x - y)^2", shapes{{"W", 10, "n"}, {"x", "n"}, {"y", 10}});
    std::cout << gradient(loss, {"W", "x"}) << '\n' << hessian(loss, {"x"}) << '\n';
    try {
        parse("c + norm2(W*y - x)", shapes{{"W", 10, "n"}, {"x", "n"}, {"y", 10}});
    } catch (syntax_error const& error) { std::cout << error.what() << '\n'; }
}

void values_at_run_time() {
    model const loss = parse("norm2(W*x - y)^2", shapes{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}});
    Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
    Eigen::VectorXd const v = Eigen::VectorXd::Ones(3), t = Eigen::VectorXd::Zero(2);
    double const value = evaluate(loss, bind("W", w), bind("x", v), bind("y", t));
    auto const all = evaluate(gradient(loss, {"W", "x"}), bind("W", w), bind("x", v), bind("y", t));
    Eigen::MatrixXd const by_w = all[0];
    std::cout << value << '\n' << by_w << '\n' << hvp(loss, "x", "v") << '\n';
    workspace<double> memory;
    Eigen::VectorXd slope;
    evaluate_into(slope, diff(loss, "x"), memory, bind("W", w), bind("x", v), bind("y", t));
    try {
        evaluate(loss, bind("W", w), bind("y", t));
    } catch (std::invalid_argument const& error) { std::cout << error.what() << '\n'; }
}

void values_by_name() {
    model const loss = parse("norm2(W*x - y)^2", shapes{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}});
    std::vector<named_binding<Eigen::MatrixXd>> bindings;
    bindings.push_back({"W", Eigen::MatrixXd::Ones(2, 3)});
    bindings.push_back({"x", Eigen::MatrixXd::Ones(3, 1)});
    bindings.push_back({"y", Eigen::MatrixXd::Zero(2, 1)});
    double const value = evaluate(loss, bindings);
    std::cout << value << '\n';
}

}  // namespace

int main() {
    least_squares();
    sizes();
    a_network();
    further_derivatives();
    every_step();
    lines_in_latex();
    from_text();
    other_forms();
    at_run_time();
    by_hand();
    values_at_run_time();
    values_by_name();
    with_eigen();
    over_rows();
}
