// Values of matrix models at the edges: singular matrices, and data without rows.
#include "../catch.hpp"

#include <leibniz/eigen/parse_matrices.hpp>

#include <Eigen/LU>

#include <limits>

using namespace leibniz;

namespace {

constexpr matrix<"A", "n", "n"> A;
constexpr matrix<"B", 3, 3> B;
constexpr leibniz::vector<"w", "d"> w;
constexpr leibniz::vector<"x", "d"> x;

constexpr double unbounded = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("the determinant of a singular matrix is 0, and its logarithm -inf") {
    Eigen::Matrix2d const with_first_pivot_0{{0, 0}, {0, 1}};
    Eigen::MatrixXd low_rank = Eigen::MatrixXd::Zero(40, 40);  // the factors are taken by blocks
    for (Eigen::Index k = 0; k < 40; ++k) low_rank.row(k).setConstant(double(k % 4) + 1);
    Eigen::MatrixXd const singular[] = {with_first_pivot_0, Eigen::MatrixXd::Zero(3, 3), Eigen::MatrixXd::Ones(3, 3), low_rank};
    model const at_run_time = parse("det(A)", shapes{{"A", "n", "n"}}), logarithm = parse("logdet(A)", shapes{{"A", "n", "n"}});
    for (Eigen::MatrixXd const& each : singular) {
        CHECK(each.partialPivLu().determinant() == 0.0);
        CHECK(evaluate(det(A), A = each) == 0.0);
        CHECK(evaluate(logdet(A), A = each) == -unbounded);
        CHECK(double(evaluate(at_run_time, bind("A", each))) == 0.0);
        CHECK(double(evaluate(logarithm, bind("A", each))) == -unbounded);
    }
    CHECK(evaluate(det(B), B = Eigen::Matrix3d::Ones()) == 0.0);
    CHECK(evaluate(logdet(B), B = Eigen::Matrix3d::Zero()) == -unbounded);
    CHECK(evaluate(det(A), A = Eigen::MatrixXf::Ones(3, 3)) == 0.0f);
    CHECK(evaluate(det(B), B = Eigen::Matrix3d{{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}) == -1.0);
}

TEST_CASE("the mean of data without rows is an error that says so") {
    constexpr auto loss = mean(pow<2>(dot(w, x)));
    auto const refusal = Catch::Matchers::ContainsSubstring("the mean of empty columns is not defined; bind columns with at least one row");
    Eigen::VectorXd const v = Eigen::VectorXd::Ones(2);
    Eigen::MatrixXd const none(0, 2), one = Eigen::MatrixXd::Ones(1, 2);
    CHECK_THROWS_WITH(evaluate(mean(dot(w, x)), w = v, x = none), refusal);
    CHECK_THROWS_WITH(evaluate(sum(dot(w, x)) + mean(norm2(w)), w = v, x = none), refusal);
    CHECK_THROWS_WITH(evaluate(gradient(loss, wrt(w)), w = v, x = none), refusal);
    workspace<double> memory;
    CHECK(evaluate(loss, memory, w = v, x = one) == 4.0);
    CHECK_THROWS_WITH(evaluate(loss, memory, w = v, x = none), refusal);
    CHECK_THROWS_WITH(evaluate(loss, memory, w = v, x = none), refusal);
    CHECK(evaluate(loss, memory, w = v, x = one) == 4.0);
    CHECK(evaluate(sum(dot(w, x)), w = v, x = none) == 0.0);

    model const m = parse("mean((w'*x)^2)", shapes{{"w", "d"}, {"x", "d"}});
    CHECK(double(evaluate(m, bind("w", v), bind("x", one))) == 4.0);
    CHECK_THROWS_WITH(evaluate(m, bind("w", v), bind("x", none)), refusal);
    CHECK_THROWS_WITH(evaluate(gradient(m, {"w"}), bind("w", v), bind("x", none)), refusal);
}

TEST_CASE("a product that later terms contain is computed once, and not the sum it is added to") {
    Eigen::MatrixXd const a = Eigen::MatrixXd::Random(4, 4), c = Eigen::MatrixXd::Random(4, 4);
    constexpr matrix<"C", "n", "n"> C;
    Eigen::MatrixXd const sum = evaluate(A + A*C + C*(A*C), A = a, C = c), difference = evaluate(A*C - C*(A*C), A = a, C = c);
    CHECK((sum - (a + a*c + c*a*c)).norm() < 1e-13);
    CHECK((difference - (a*c - c*a*c)).norm() < 1e-13);
}

TEST_CASE("a value that is part of the matrix to write into is read before that gets its size") {
    Eigen::MatrixXd table = Eigen::MatrixXd::Random(3, 3), factor = Eigen::MatrixXd::Random(50, 3), before = table;
    constexpr matrix<"V", "m", "d"> V;
    workspace<double> memory;
    evaluate_into(table, V*x, memory, V = factor, x = table.row(0).transpose());
    CHECK((table - factor*before.row(0).transpose()).norm() < 1e-13);
    table = before;
    evaluate_into(table, parse("V*x", shapes{{"V", "m", "d"}, {"x", "d"}}), memory, bind("V", factor), bind("x", table.row(0).transpose()));
    CHECK((table - factor*before.row(0).transpose()).norm() < 1e-13);
}
