// Hand calculations whose vectors and matrices are Eigen's: the numbers of evaluate, sizes at run time.
#include "../catch.hpp"

#include <leibniz/eigen/backpropagation.hpp>
#include <leibniz/eigen/matrix.hpp>

#include <sstream>

using namespace leibniz;

namespace {

constexpr matrix<"A", "h", "d"> A;
constexpr matrix<"B", "k", "h"> B;
constexpr leibniz::vector<"b", "h"> b;
constexpr leibniz::vector<"x", "d"> x;
constexpr leibniz::vector<"t", "k"> t;
constexpr auto h = let<"h1">(tanh(A*x + b));
constexpr auto z = let<"z">(B*h);
constexpr auto loss = let<"E">(logsumexp(z) - dot(t, z));

template <class Found>
double distance(Found const& found, Eigen::MatrixXd const& expected) {
    REQUIRE((found.rows == expected.rows() && found.columns == expected.cols()));
    double most = 0;
    for (int row = 0; row < found.rows; ++row)
        for (int column = 0; column < found.columns; ++column) most = std::max(most, std::abs(double(found(row, column)) - expected(row, column)));
    return most;
}

}  // namespace

TEST_CASE("adjoints are what the program of the gradient computes", "[eigen_matrix_backpropagation]") {
    Eigen::MatrixXd const a = Eigen::MatrixXd::Random(5, 7);
    Eigen::Matrix<double, 3, Eigen::Dynamic, Eigen::RowMajor> const c = Eigen::MatrixXd::Random(3, 5);
    Eigen::VectorXd const bias = Eigen::VectorXd::Random(5), in = Eigen::VectorXd::Random(7);
    auto const calculation = backpropagation(loss, wrt(A, B, b, x))(A = a, B = c, b = bias, x = in, t = {0, 1, 0});
    auto const expected = evaluate(outputs(loss, gradient(loss, wrt(A, B, b, x))), A = a, B = c, b = bias, x = in, t = Eigen::Vector3d(0, 1, 0));
    auto const& slopes = expected[1_c];
    CHECK(std::abs(calculation.forward.back().value(0, 0) - expected[0_c]) < 1e-14);
    CHECK(distance(calculation.gradient[0], slopes[A]) < 1e-14);
    CHECK(distance(calculation.gradient[1], slopes[B]) < 1e-14);
    CHECK(distance(calculation.gradient[2], slopes[b]) < 1e-14);
    CHECK(distance(calculation.gradient[3], slopes[x]) < 1e-14);
    std::ostringstream page;
    page << calculation;
    CHECK(page.str().find("= tanh((5 x 7)*(7 x 1) + (5 x 1)) = (5 x 1)\n") != std::string::npos);

    auto const single = backpropagation(loss, wrt(A))(A = Eigen::MatrixXf(a.cast<float>()), B = Eigen::MatrixXf(c.cast<float>()),
                                                      b = Eigen::VectorXf(bias.cast<float>()), x = Eigen::VectorXf(in.cast<float>()), t = {0, 1, 0});
    static_assert(std::is_same_v<decltype(single)::number, float>);
    CHECK(distance(single.gradient[0], slopes[A]) < 1e-5);
    auto const exact = backpropagation(pow<2>(norm2(x)), wrt(x))(x = Eigen::Vector2i(3, 4));
    CHECK(exact.gradient[0](1, 0) == rational(8));
}

TEST_CASE("sizes that contradict each other are refused at run time", "[eigen_matrix_backpropagation]") {
    Eigen::MatrixXd const a = Eigen::MatrixXd::Random(5, 7);
    CHECK_THROWS_WITH(backpropagation(pow<2>(norm2(A*x)), wrt(A))(A = a, x = Eigen::VectorXd(6)),
                      "backpropagation: x has 6 rows, but d is 7 (bound by A)");
    CHECK_THROWS_WITH(backpropagation(pow<2>(norm2(A*x)), wrt(A))(A = a, x = Eigen::MatrixXd(2, 6)),
                      "backpropagation: x has 6 rows, but d is 7 (bound by A)");
    CHECK_THROWS_WITH(backpropagation(pow<2>(norm2(A*x - b)), wrt(A))(A = a, x = Eigen::MatrixXd(3, 7), b = Eigen::MatrixXd(2, 5)),
                      "backpropagation: the samples of two symbols differ in number; bind one value of each for every sample");
    CHECK(backpropagation(pow<2>(norm2(A*x)), wrt(A))(A = a, x = a).steps.size() == 5);  // five samples
    constexpr matrix<"V", 2, "d"> V;
    CHECK_THROWS_WITH(backpropagation(pow<2>(norm2(V*x)), wrt(V))(V = a, x = Eigen::VectorXd(7)),
                      "backpropagation: V has 5 rows, but the model has 2");
    CHECK_THROWS_WITH(backpropagation(sum(A*x)*sum(ones<"p">), wrt(A))(A = a, x = Eigen::VectorXd(7)),
                      "backpropagation: nothing that is bound says how large p is");
}

TEST_CASE("a derivative becomes a matrix of Eigen", "[eigen_matrix_backpropagation]") {
    constexpr matrix<"W", 2, 2> W;
    constexpr leibniz::vector<"v", 2> v;
    auto const calculation = backpropagation(pow<2>(norm2(W*v)), wrt(W, v))(W = {{1, 2}, {3, 4}}, v = {rational(1, 2), 1});
    Eigen::MatrixXd by_w = calculation[W];
    CHECK(by_w == (Eigen::MatrixXd(2, 2) << 2.5, 5, 5.5, 11).finished());
    Eigen::Matrix2d const fixed = calculation[W];
    CHECK(fixed == by_w);
    Eigen::VectorXd const by_v = calculation[v];
    CHECK(by_v == Eigen::Vector2d(38, 54));
    by_w = calculation[v];
    CHECK(by_w == by_v);
    Eigen::Vector3d wrong;
    CHECK_THROWS_AS(wrong = calculation[v], std::invalid_argument);
}
