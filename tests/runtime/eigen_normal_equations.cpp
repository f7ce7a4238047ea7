// r'r, J'r and J'J in one pass, beside what the rows of the Jacobian give.
#include "../catch.hpp"

#include <leibniz/calculus.hpp>
#include <leibniz/eigen/accumulator.hpp>
#include <leibniz/eigen/reproducible.hpp>

#include <Eigen/LU>

#include <array>

using namespace leibniz;

namespace {

constexpr symbols<"b", 5> b;
constexpr symbol<"w"> w;
constexpr symbol<"c"> c;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// NIST's model MGH17.
constexpr auto residual = b[0_c] + b[1_c]*exp(-x*b[3_c]) + b[2_c]*exp(-x*b[4_c]) - y;
constexpr std::array<double, 5> at{0.37541005211, 1.9358469127, -1.4646871366, 0.012867534640, 0.022122699662};

constexpr auto fold = [](auto const& equations, auto const& check) { check(equations[0_c], as_vector(equations[1_c]), as_matrix(equations[2_c])); };

// What holds parameters alone stands before the sums, so that sums are shared.
static_assert(normal_equations(w*x - y, wrt(w)).get<0>() == sum(pow<2>(w*x - y)));
static_assert(normal_equations(w*x - y, wrt(w)).get<1>() == sum(x*(w*x - y)));
static_assert(normal_equations(w*w*x - y, wrt(w)).get<2>() == 4_c*w*w*sum(x*x));
static_assert(newton_equations(w*w*x - y, wrt(w)).get<2>() == sum(4_c*w*w*x*x + 2_c*x*(w*w*x - y)));
static_assert(newton_equations(w*x - y, wrt(w)).get<2>() == normal_equations(w*x - y, wrt(w)).get<2>());
static_assert(operations(normal_equations(residual, wrt(b))).calls("sum") == 20);

}  // namespace

TEST_CASE("the normal equations are those of the rows of the Jacobian") {
    for (Eigen::Index rows : {1, 5, 33, 5000}) {
        CAPTURE(rows);
        Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(rows, 0.0, 320.0), ys = (0.1*xs).sin();
        Eigen::MatrixXd j(rows, 5);
        Eigen::VectorXd r(rows);
        evaluate_into(std::tie(r, j), outputs(residual, gradient(residual, wrt(b))), b = at, x = xs, y = ys);
        auto const check = [&](double squares, Eigen::VectorXd const& slopes, Eigen::MatrixXd const& matrix) {
            CHECK(squares == Approx(r.squaredNorm()).epsilon(1e-13));
            CHECK(slopes.isApprox(j.transpose()*r, 1e-12));
            CHECK(matrix.isApprox(j.transpose()*j, 1e-12));
            CHECK(matrix == matrix.transpose());
        };
        constexpr auto equations = normal_equations(residual, wrt(b));
        fold(evaluate(equations, b = at, x = xs, y = ys), check);
        auto const exact = evaluate(reproducible, equations, b = at, x = xs, y = ys);
        fold(exact, check);
        auto total = accumulator(equations);  // in chunks, to the same bits
        for (Eigen::Index first = 0; first < rows; first += 7) {
            Eigen::Index const count = std::min<Eigen::Index>(7, rows - first);
            total.add(b = at, x = xs.segment(first, count), y = ys.segment(first, count));
        }
        auto const chunks = total.value();
        CHECK(chunks[0_c] == exact[0_c]);
        CHECK(as_vector(chunks[1_c]) == as_vector(exact[1_c]));
        CHECK(as_matrix(chunks[2_c]) == as_matrix(exact[2_c]));
    }
}

TEST_CASE("second derivatives make it half the Hessian of the sum of squares") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(300, 0.0, 320.0), ys = (0.1*xs).sin();
    auto const equations = evaluate(newton_equations(residual, wrt(b)), b = at, x = xs, y = ys);
    auto const right = evaluate(outputs(sum(pow<2>(residual)), gradient(sum(pow<2>(residual)), wrt(b)), hessian(sum(pow<2>(residual)), wrt(b))),
                                b = at, x = xs, y = ys);
    CHECK(equations[0_c] == Approx(right[0_c]).epsilon(1e-13));
    CHECK((2*as_vector(equations[1_c])).isApprox(as_vector(right[1_c]), 1e-12));
    CHECK((2*as_matrix(equations[2_c])).isApprox(as_matrix(right[2_c]), 1e-12));
}

TEST_CASE("several residuals of each row are summed") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(50, -1.0, 1.0), ys = xs.cos();
    constexpr auto first = w*x + c*x*x - y;
    constexpr auto second = exp(w*x) - c*y;
    Eigen::MatrixXd j(100, 2);
    Eigen::VectorXd r(100);
    evaluate_into(std::make_tuple(r.head(50), j.topRows(50)), outputs(first, gradient(first, wrt(w, c))), w = 0.3, c = 0.7, x = xs, y = ys);
    evaluate_into(std::make_tuple(r.tail(50), j.bottomRows(50)), outputs(second, gradient(second, wrt(w, c))), w = 0.3, c = 0.7, x = xs, y = ys);
    fold(evaluate(normal_equations(outputs(first, second), wrt(w, c)), w = 0.3, c = 0.7, x = xs, y = ys),
         [&](double squares, Eigen::VectorXd const& slopes, Eigen::MatrixXd const& matrix) {
             CHECK(squares == Approx(r.squaredNorm()).epsilon(1e-13));
             CHECK(slopes.isApprox(j.transpose()*r, 1e-12));
             CHECK(matrix.isApprox(j.transpose()*j, 1e-12));
         });
    auto const newton = evaluate(newton_equations(outputs(first, second), wrt(w, c)), w = 0.3, c = 0.7, x = xs, y = ys);
    auto const right = evaluate(hessian(0.5_c*sum(pow<2>(first) + pow<2>(second)), wrt(w, c)), w = 0.3, c = 0.7, x = xs, y = ys);
    CHECK(as_matrix(newton[2_c]).isApprox(as_matrix(right), 1e-13));
}

TEST_CASE("the step of Gauss and Newton of a linear model is its solution") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(20, 0.0, 1.0), ys = 3.0*xs - 2.0;
    auto p = values(w = 0.0, c = 0.0);
    auto const equations = evaluate(normal_equations(w*x + c - y, wrt(w, c)), p, x = xs, y = ys);
    p -= from_vector(wrt(w, c), (as_matrix(equations[2_c]).inverse()*as_vector(equations[1_c])).eval());
    CHECK(p[w] == Approx(3.0).epsilon(1e-12));
    CHECK(p[c] == Approx(-2.0).epsilon(1e-12));
}
