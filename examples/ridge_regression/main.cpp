// Ridge regression: gradient and Hessian of the loss are derived and printed, and it is proved while the program compiles that the solution
// of the normal equations is where the gradient vanishes. One step of Newton's method leads there from anywhere.
#include "../table.hpp"

#include <leibniz/algebra.hpp>
#include <leibniz/eigen/matrix.hpp>

#include <Eigen/Cholesky>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

namespace {

using namespace leibniz;

constexpr matrix<"X", "n", "d"> X;
constexpr matrix<"y", "n", 1> y;
constexpr matrix<"w", "d", 1> w;
constexpr symbol<"lambda"> lambda;

constexpr auto loss = pow<2>(norm2(X*w - y)) + lambda*pow<2>(norm2(w));
constexpr auto slope = gradient(loss, wrt(w))[w];
constexpr auto curvature = hessian(loss, wrt(w))(w, w);

// The normal equations, A*w = X'*y, and their solution.
constexpr auto A = let<"A">(transpose(X)*X + lambda*identity<"d">);
constexpr auto solution = solve(A, transpose(X)*y);
static_assert(expand(slope) == expand(2_c*(A*w - transpose(X)*y)) && curvature == 2_c*A);
static_assert(text(2_c*(A*solution - transpose(X)*y)) == "zeros(d, 1)");

// Newton's step w - inv(H)*g, for any such A and any right side c.
constexpr symmetric<"S", "d"> S;
constexpr matrix<"c", "d", 1> c;
static_assert(expand(w - solve(2_c*S, 2_c*(S*w - c))) == solve(S, c));

int run(std::string const& file) {
    examples::table const data = examples::read_table(file);
    Eigen::Index const d = data.numbers.cols() - 1;
    if (d < 1) throw examples::input_error(data.file + ": the last of two columns or more is what the others explain");
    examples::standard_scale const scale(data.numbers);
    Eigen::MatrixXd const scaled = scale(data.numbers), features = scaled.leftCols(d);
    Eigen::VectorXd const shown = scaled.col(d);

    std::cout << "L = " << loss << "\n\ndL/dw     = " << slope << "\n          = " << expand(slope) << "\nd^2L/dw^2 = " << curvature
              << "\n\nthe gradient vanishes where A*w = X'*y, at w = f:\n" << shared(outputs(solution)) << "\n\n";

    workspace<double> memory;
    double off = 0;
    for (double const penalty : {0.0, 0.01, 0.1, 1.0, 10.0}) {
        Eigen::VectorXd const start = Eigen::VectorXd::LinSpaced(d, -1, 1);
        auto const [g, H] = evaluate(outputs(slope, curvature), memory, w = start, X = features, y = shown, lambda = penalty);
        Eigen::VectorXd const found = start - H.ldlt().solve(g);
        Eigen::VectorXd const solved = evaluate(solution, memory, X = features, y = shown, lambda = penalty);
        Eigen::MatrixXd normal = features.transpose()*features;
        normal.diagonal().array() += penalty;
        Eigen::VectorXd const by_hand = normal.ldlt().solve(features.transpose()*shown);
        off = std::max({off, (found - by_hand).norm()/by_hand.norm(), (solved - by_hand).norm()/by_hand.norm()});
        double const rest = evaluate(slope, memory, w = solved, X = features, y = shown, lambda = penalty).norm();
        off = std::max(off, rest);

        std::printf("lambda %5g   w", penalty);
        for (double each : found) std::printf(" %8.4f", each);
        std::printf("   |X*w - y|^2 %.5f\n", (features*found - shown).squaredNorm());
        if (penalty > 0) continue;
        std::printf("    least squares in the units of the file:");
        for (Eigen::Index k = 0; k < d; ++k) std::printf(" %.8g", found(k)*scale.deviation(d)/scale.deviation(k));
        std::printf("\n");
    }
    bool const same = off < 1e-10;
    std::printf("\nNewton's step, the solution, and the normal equations by hand in Eigen: %s\n", same ? "equal to 1e-10" : "different");
    return same ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count > 1 ? arguments[1] : LEIBNIZ_EXAMPLE_CSV);
    } catch (std::exception const& error) {
        std::cerr << "ridge_regression: " << error.what() << '\n';
        return 2;
    }
}
