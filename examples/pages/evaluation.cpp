// The programs of docs/evaluation.md, and the second one of the README.
#include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <Eigen/QR>                                     // Eigen's own header for householderQr

#include <array>
#include <complex>
#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

void numbers() {
    constexpr auto loss = pow<2>(w*x + b - y);
    double const value = evaluate(loss, w = 1.0, b = 0.0, x = 2.0, y = 4.0);
    static_assert(evaluate(loss, w = 1, b = 0, x = 2, y = 4) == 4);         // integers, in a constant expression
    static_assert(evaluate(loss, w = 0.5_c, b = 0_c, x = 1_c, y = 1_c) == rational(1, 4));      // exact numbers

    constexpr auto f = callable(loss, w, b, x, y);
    std::cout << value << ' ' << f(1.0, 0.0, 2.0, 4.0) << '\n';

    auto const [cost, slopes] = evaluate(outputs(loss, gradient(loss, wrt(w, b))), w = 1.0, b = 0.0, x = 2.0, y = 4.0);
    std::cout << cost << "; " << slopes << "; " << slopes[w] << '\n';

    using precise = boost::multiprecision::cpp_bin_float_50;
    std::cout << evaluate(exp(x), x = std::complex(0.0, 1.0)) << ' ' << evaluate(exp(x), x = precise(1)).str(40) << '\n';
}

void columns_of_data() {
    Eigen::ArrayXd xs(3);
    xs << 1, 2, 3;
    Eigen::ArrayXd const line = evaluate(w*x + b, w = 2.0, b = 1.0, x = xs);                    // one value per row
    double const total = evaluate(sum(w*x + b), w = 2.0, b = 1.0, x = xs);                      // one number

    Eigen::ArrayXd again(3);
    evaluate_into(again, w*x + b, w = 2.0, b = 1.0, x = xs);                                    // nothing is allocated
    std::cout << line.transpose() << "; " << total << "; " << again.sum() << '\n';

    auto rows = evaluate(gradient(exp(w*x), wrt(w, x)), w = 2.0, x = xs);
    evaluate_into(rows, gradient(exp(w*x), wrt(w, x)), w = 2.1, x = xs);                        // nothing is allocated
    if (!(rows[x] == evaluate(diff(exp(w*x), x), w = 2.1, x = xs)).all()) std::cout << "evaluate_into wrote other rows\n";
}

void train(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    constexpr auto loss = pow<2>(w*x + b - y);

    auto p = values(w = 1.0, b = 0.0);
    for (int epoch = 0; epoch < 1000; ++epoch)
        p -= 0.1 * evaluate(gradient(mean(loss), wrt(w, b)), p, x = xs, y = ys);

    std::cout << "trained: " << p << '\n';
}

void solve(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    auto p = values(w = 1.0, b = 0.0);

    constexpr auto error = w*x + b - y;
    Eigen::MatrixXd const j = as_matrix(evaluate(gradient(error, wrt(w, b)), p, x = xs, y = ys));    // a row for each row
    Eigen::VectorXd const e = evaluate(error, p, x = xs, y = ys).matrix();
    p -= from_vector(wrt(w, b), j.householderQr().solve(e));                                         // Gauss and Newton

    std::cout << "solved: " << p << '\n';
}

void families() {
    constexpr symbols<"c", 3> c;
    constexpr auto parabola = c[0_c] + c[1_c]*x + c[2_c]*pow<2>(x);
    std::cout << evaluate(parabola, c = std::array{1.0, 2.0, 3.0}, x = 2.0) << '\n';
}

}  // namespace

int main() {
    numbers();
    columns_of_data();
    families();
    Eigen::ArrayXd xs(3), ys(3);
    xs << 1, 2, 3;
    ys << 3, 5, 7;
    train(xs, ys);
    solve(xs, ys);
}
