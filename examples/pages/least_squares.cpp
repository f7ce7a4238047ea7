// The programs of docs/least_squares.md.
#include <leibniz/calculus.hpp>
#include <leibniz/eigen.hpp>
#include <leibniz/eigen/reproducible.hpp>

#include <Eigen/Cholesky>                               // Eigen's own header for ldlt
#include <Eigen/QR>                                     // and for householderQr

#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"k"> k;
constexpr column<"t"> t;
constexpr column<"y"> y;
constexpr auto residual = a*exp(-k*t) - y;

void rows(Eigen::ArrayXd const& ts, Eigen::ArrayXd const& ys) {
    auto p = values(a = 2.5, k = 0.7);
    Eigen::VectorXd r(ts.size());
    Eigen::Matrix<double, Eigen::Dynamic, 2, Eigen::RowMajor> j(ts.size(), 2);

    for (int step = 0; step < 9; ++step) {
        evaluate_into(std::tie(r, j), outputs(residual, gradient(residual, wrt(a, k))), p, t = ts, y = ys);
        p -= from_vector(wrt(a, k), j.householderQr().solve(r));                    // the step of Gauss and Newton
    }
    std::cout << "by rows: " << p << '\n';

    Eigen::MatrixXd m(ts.size(), 3);
    evaluate_into(m.rightCols(2), gradient(residual, wrt(a, k)), p, t = ts, y = ys);
    if (!m.rightCols(2).isApprox(j, 1e-6)) std::cout << "the block has other rows\n";
}

void equations(Eigen::ArrayXd const& ts, Eigen::ArrayXd const& ys) {
    auto p = values(a = 2.5, k = 0.7);

    for (int step = 0; step < 9; ++step) {
        auto const [squares, slopes, matrix] = evaluate(normal_equations(residual, wrt(a, k)), p, t = ts, y = ys);
        p -= from_vector(wrt(a, k), as_matrix(matrix).ldlt().solve(as_vector(slopes)));
    }
    std::cout << "by normal equations: " << p << '\n';

    auto const everywhere = evaluate(reproducible, normal_equations(residual, wrt(a, k)), p, t = ts, y = ys);
    auto const curvature = evaluate(newton_equations(residual, wrt(a, k)), p, t = ts, y = ys)[2_c];
    if (!as_matrix(curvature).isApprox(as_matrix(everywhere[2_c]), 1e-6)) std::cout << "residuals of 0 leave a second derivative\n";
}

}  // namespace

int main() {
    Eigen::ArrayXd const ts = Eigen::ArrayXd::LinSpaced(9, 0.0, 4.0), ys = 3.0*exp(-0.5*ts);
    rows(ts, ys);
    equations(ts, ys);
}
