// Packs, gradients, Hessians and Jacobians as Eigen vectors and matrices, and back.
#include "../catch.hpp"
#include "../complaint.hpp"

#include <leibniz/eigen.hpp>

#include <Eigen/Cholesky>

#include <array>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbols<"t", 8> t;

}  // namespace

TEST_CASE("a pack as a vector, and a vector as a pack") {
    auto const p = values(w = 3.0, b = -4.0);
    auto const v = as_vector(p);
    STATIC_REQUIRE(std::is_same_v<decltype(v), Eigen::Matrix<double, 2, 1> const>);
    CHECK(v == Eigen::Vector2d(3, -4));
    auto const back = from_vector(wrt(w, b), v);
    STATIC_REQUIRE(std::is_same_v<decltype(back), decltype(p)>);
    CHECK(back[w] == 3.0);
    CHECK(back[b] == -4.0);
    CHECK(from_vector(wrt(b, w), v)[b] == 3.0);
}

TEST_CASE("vectors of every kind become packs: dynamic, arrays, rows, blocks, expressions, families") {
    Eigen::VectorXd const dynamic = Eigen::VectorXd::LinSpaced(8, 1, 8);
    CHECK(from_vector(wrt(t), dynamic)[t[7_c]] == 8.0);
    CHECK(from_vector(wrt(t), dynamic.transpose())[t[2_c]] == 3.0);
    CHECK(from_vector(wrt(w, b), dynamic.segment(3, 2))[b] == 5.0);
    CHECK(from_vector(wrt(w, b), Eigen::Array2f(1, 2))[b] == 2.0f);
    CHECK(from_vector(wrt(t), 2 * dynamic)[t[3_c]] == 8.0);
    CHECK(evaluate(w * x + b, from_vector(wrt(w, b), Eigen::Vector2d(2, 1)), x = 5.0) == 11.0);
    CHECK(as_vector(from_vector(wrt(t), dynamic)) == dynamic);
    Eigen::Matrix2d const m = Eigen::Vector2d(2, 4).asDiagonal();
    CHECK(from_vector(wrt(w, b), m * Eigen::Vector2d(1, 2))[b] == 8.0);
    CHECK(from_vector(wrt(w, b), m.llt().solve(Eigen::Vector2d(2, 8)))[b] == 2.0);
}

TEST_CASE("a vector of another length is refused") {
    Eigen::VectorXd const three = Eigen::VectorXd::Ones(3);
    CHECK(refusal([&] { return from_vector(wrt(w, b), three); }) == "from_vector: the vector has 3 entries for 2 symbols");
    CHECK(refusal([&] { return from_vector(wrt(t), three); }) == "from_vector: the vector has 3 entries for 8 symbols");
    CHECK(refusal([&] { return from_vector(wrt(w), Eigen::VectorXd()); }) == "from_vector: the vector has 0 entries for 1 symbols");
    CHECK(refusal([&] { return from_vector(wrt(w, b, x), three); }).empty());
}

TEST_CASE("gradients, Hessians and Jacobians as vectors and matrices") {
    constexpr auto e = pow<2>(w) * b + pow<3>(b);
    auto const at = values(w = 2.0, b = 3.0);
    CHECK(as_vector(evaluate(gradient(e, wrt(w, b)), at)) == Eigen::Vector2d(12, 31));
    CHECK(as_matrix(evaluate(hessian(e, wrt(w, b)), at)) == (Eigen::Matrix2d() << 6, 4, 4, 18).finished());
    CHECK(as_matrix(evaluate(jacobian(outputs(e, w, b * w), wrt(w, b)), at)) == (Eigen::Matrix<double, 3, 2>() << 12, 31, 1, 0, 3, 2).finished());
    CHECK(as_matrix(evaluate(jacobian(outputs(e, w), wrt(b)), at)) == Eigen::Vector2d(31, 0));
    CHECK(as_matrix(evaluate(jacobian(outputs(e), wrt(w, b)), at)) == Eigen::RowVector2d(12, 31));
    CHECK(as_matrix(evaluate(hessian(e, wrt(b)), at))(0, 0) == 18.0);
}

TEST_CASE("the gradient by row is the matrix of a least-squares problem") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(11, -1, 2), ys = 3 * xs - 2;
    constexpr auto residual = w * x + b - y;
    auto const rows = evaluate(gradient(residual, wrt(w, b)), x = xs);
    Eigen::MatrixXd const a = as_matrix(rows);
    REQUIRE(a.rows() == 11);
    REQUIRE(a.cols() == 2);
    CHECK(a.col(0) == xs.matrix());
    CHECK(a.col(1) == Eigen::VectorXd::Ones(11));
    auto p = values(w = 0.0, b = 0.0);  // one step of Gauss and Newton
    Eigen::Vector2d const step = (a.transpose() * a).ldlt().solve(a.transpose() * evaluate(residual, p, x = xs, y = ys).matrix());
    p -= from_vector(wrt(w, b), step);
    CHECK(p[w] == Approx(3.0).epsilon(1e-12));
    CHECK(p[b] == Approx(-2.0).epsilon(1e-12));
}

TEST_CASE("training on columns: two parameters") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(101, -1, 2), ys = 3 * xs - 2;
    constexpr auto g = gradient(mean(pow<2>(w * x + b - y)), wrt(w, b));
    auto p = values(w = 0.0, b = 0.0);
    for (int step = 0; step < 400; ++step) p -= 0.3 * evaluate(g, p, x = xs, y = ys);
    CHECK(p[w] == Approx(3.0).epsilon(1e-9));
    CHECK(p[b] == Approx(-2.0).epsilon(1e-9));
}

TEST_CASE("training on columns: eight parameters") {
    constexpr auto model = t[0_c] + t[1_c] * x + (t[2_c] + t[3_c] * x) * y + sin(x) * (t[4_c] + t[5_c] * y) + cos(y) * (t[6_c] + t[7_c] * x);
    constexpr symbol<"z"> z;
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(200, -3, 3), ys = (7 * xs).sin() * 2;
    std::array const truth{1.0, -0.5, 0.25, 2.0, -1.0, 0.75, 0.5, -0.25};
    Eigen::ArrayXd const zs = evaluate(model, t = truth, x = xs, y = ys);
    constexpr auto cost = mean(pow<2>(model - z));
    constexpr auto g = gradient(cost, wrt(t));
    auto p = values(t = std::array<double, 8>{});
    for (int step = 0; step < 2000; ++step) p -= 0.1 * evaluate(g, p, x = xs, y = ys, z = zs);
    CHECK(evaluate(cost, p, x = xs, y = ys, z = zs) < 1e-3);

    // The cost is quadratic, so that one step of Newton arrives.
    auto const [slopes, curvature] = evaluate(outputs(g, hessian(cost, wrt(t))), p, x = xs, y = ys, z = zs);
    Eigen::Matrix<double, 8, 1> const step = as_matrix(curvature).ldlt().solve(as_vector(slopes));
    p -= from_vector(wrt(t), step);
    for (std::size_t k = 0; k < 8; ++k) CHECK(p.values[k] == Approx(truth[k]).epsilon(1e-8));
}
