// Derivatives that have lost variables: those that are bound still say how many rows the data have, and how large dimensions are.
#include "../catch.hpp"

#include <leibniz/eigen/parse_matrices.hpp>

using namespace leibniz;

namespace {

constexpr matrix<"A", "m", "n"> A;
constexpr matrix<"W", "n", "n"> W;
constexpr leibniz::vector<"b", "n"> b;
constexpr leibniz::vector<"u", "k"> u;
constexpr leibniz::vector<"x", "n"> x;
constexpr leibniz::vector<"e", 2> e;
constexpr leibniz::vector<"f", 2> f;
constexpr symbol<"c"> c;
constexpr symbol<"t"> t;
shapes const known{{"A", "m", "n"}, {"W", "n", "n"}, {"b", "n"}, {"u", "k"}, {"x", "n"}};

Eigen::VectorXd const rows = Eigen::VectorXd::LinSpaced(4, 1, 4), pair = Eigen::Vector2d(1, 1);
Eigen::MatrixXd const data = Eigen::MatrixXd::Ones(4, 2), a = Eigen::MatrixXd::Constant(3, 2, 0.5);

}  // namespace

TEST_CASE("a sum has as many terms as the data have rows, also where the derivative has nothing that varies") {
    constexpr auto s = sum(c + dot(b, b) + t);
    CHECK(evaluate(s, c = 1.0, b = pair, t = rows) == 22.0);
    auto const slopes = evaluate(gradient(s, wrt(c, b)), c = 1.0, b = pair, t = rows);
    CHECK(slopes[c] == 4.0);
    CHECK(slopes[b] == Eigen::Vector2d(8, 8));
    CHECK(evaluate(gradient(s, wrt(c, b)), values(c = 1.0, b = pair), t = rows)[b] == Eigen::Vector2d(8, 8));
    CHECK(evaluate(hessian(s, wrt(b)), c = 1.0, b = pair, t = rows)(b, b) == Eigen::Matrix2d(8*Eigen::Matrix2d::Identity()));
    CHECK(evaluate(gradient(mean(c + dot(b, b) + t), wrt(b)), c = 1.0, b = pair, t = rows)[b] == Eigen::Vector2d(2, 2));
    CHECK(evaluate(gradient(sum(dot(b, b) + sum(x)), wrt(b)), b = pair, x = data)[b] == Eigen::Vector2d(8, 8));
    CHECK(evaluate(gradient(sum(dot(b, b) + sum(x)), wrt(b)), b = pair, x = pair)[b] == Eigen::Vector2d(2, 2));
    CHECK(evaluate(gradient(sum(dot(e, e) + sum(f)), wrt(e)), e = Eigen::Vector2d(1, 1), f = data)[e] == Eigen::Vector2d(8, 8));
    CHECK(evaluate(gradient(sum(dot(e, e) + t), wrt(e)), e = Eigen::Vector2d(1, 1), t = rows)[e] == Eigen::Vector2d(8, 8));
}

TEST_CASE("a workspace follows the rows of data that no step reads") {
    constexpr auto g = gradient(sum(c + dot(b, b) + t), wrt(b));
    workspace<double> memory;
    for (int n : {4, 4, 7, 1, 4}) {
        Eigen::VectorXd const some = Eigen::VectorXd::Ones(n);
        CHECK(evaluate(g, memory, c = 1.0, b = pair, t = some)[b] == Eigen::Vector2d(2*n, 2*n));
    }
    Eigen::VectorXd out = pair;
    evaluate_into(out, diff(sum(dot(b, b) + sum(x)), b), memory, b = pair, x = data);
    CHECK(out == Eigen::Vector2d(8, 8));
}

TEST_CASE("variables that a derivative has lost say how large their dimensions are") {
    CHECK(evaluate(hessian(dot(x, x), wrt(x)), x = pair)(x, x) == Eigen::Matrix2d(2*Eigen::Matrix2d::Identity()));
    CHECK(evaluate(gradient(sum(x), wrt(x)), x = pair)[x] == Eigen::Vector2d(1, 1));
    CHECK(evaluate(gradient(sum(A), wrt(A)), A = a)[A] == Eigen::MatrixXd::Ones(3, 2));
    CHECK(evaluate(hessian(sum(dot(b, W*x) + dot(b, b)), wrt(b)), b = pair, W = Eigen::MatrixXd::Ones(2, 2), x = data)(b, b) ==
          Eigen::Matrix2d(8*Eigen::Matrix2d::Identity()));
    CHECK(evaluate(hessian(sum(dot(b, W*x) + dot(b, b)), wrt(b)), b = pair, W = Eigen::MatrixXd::Ones(2, 2), x = pair)(b, b) ==
          Eigen::Matrix2d(2*Eigen::Matrix2d::Identity()));
    CHECK(evaluate(diff(A*x, u), A = a, x = pair, u = rows) == Eigen::MatrixXd::Zero(3, 4));
    CHECK(evaluate(gradient(sum(c*ones<"n"> + x), wrt(c)), c = 1.0, x = pair)[c] == 2.0);
    CHECK_THROWS_WITH(evaluate(diff(sum(c*ones<"n">), c), c = 1.0), "evaluate: nothing that is bound says how large n is");
    CHECK_THROWS_WITH(evaluate(hessian(dot(x, x) + dot(x, b), wrt(x)), x = pair, b = rows), "evaluate: b has 4 rows, but n is 2 (bound by x)");
}

TEST_CASE("models that are read follow the same rules") {
    model const s = parse("sum(c + dot(b, b) + t)", known);
    auto const slopes = evaluate(gradient(s, {"c", "b"}), bind("c", 1.0), bind("b", pair), bind("t", rows));
    CHECK(slopes[0] == 4.0);
    CHECK(slopes[1] == Eigen::Vector2d(8, 8));
    model const two = parse("sum(dot(b, b) + sum(x))", known), by_b = diff(two, "b");
    workspace<double> memory;
    for (int n : {4, 4, 7, 1, 4}) {
        Eigen::VectorXd const found = evaluate(by_b, memory, bind("b", pair), bind("x", Eigen::MatrixXd(Eigen::MatrixXd::Ones(n, 2))));
        CHECK(found == Eigen::Vector2d(2*n, 2*n));
    }
    Eigen::VectorXd const one = evaluate(by_b, memory, bind("b", pair), bind("x", pair));
    CHECK(one == Eigen::Vector2d(2, 2));
    Eigen::MatrixXd const curvature = evaluate(hessian(parse("dot(x, x)", known), {"x"}), bind("x", pair));
    CHECK(curvature == Eigen::Matrix2d(2*Eigen::Matrix2d::Identity()));
    Eigen::MatrixXd const ones = evaluate(gradient(parse("sum(A)", known), {"A"}), bind("A", a));
    CHECK(ones == Eigen::MatrixXd::Ones(3, 2));
    std::vector<named_binding<Eigen::MatrixXd>> const all{{"b", pair}, {"x", data}};
    Eigen::MatrixXd const listed = evaluate(by_b, all);
    CHECK(listed == Eigen::Vector2d(8, 8));
    Eigen::MatrixXd const both = evaluate(outputs(by_b, diff(parse("sum(x)", known), "x")), bind("b", pair), bind("x", data))[0];
    CHECK(both == Eigen::Vector2d(8, 8));
}
