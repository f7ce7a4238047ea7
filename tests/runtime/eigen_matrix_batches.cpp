// Models of vectors over rows of data, as a user binds them: a vector to a matrix with a row for each sample.
#include "../catch.hpp"

#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

namespace {

constexpr matrix<"V", "h", "d"> V;
constexpr matrix<"W", "k", "h"> W;
constexpr leibniz::vector<"b", "h"> b;
constexpr leibniz::vector<"c", "k"> c;
constexpr leibniz::vector<"x", "d"> x;
constexpr leibniz::vector<"y", "k"> y;
constexpr symbol<"s"> s;

constexpr auto z = W*sigmoid(V*x + b) + c;
constexpr auto loss = logsumexp(z) - dot(y, z);

struct data {
    static constexpr int rows = 37;
    Eigen::MatrixXd v = Eigen::MatrixXd::Random(6, 9), w = Eigen::MatrixXd::Random(4, 6);
    Eigen::VectorXd b = Eigen::VectorXd::Random(6), c = Eigen::VectorXd::Random(4);
    Eigen::MatrixXd in = Eigen::MatrixXd::Random(rows, 9), out = Eigen::MatrixXd::Zero(rows, 4);
    data() {
        for (int k = 0; k < rows; ++k) out(k, k % 4) = 1;
    }
};

template <class A, class B>
bool near(A const& found, B const& expected, double most = 1e-12) {
    return found.rows() == expected.rows() && found.cols() == expected.cols() && (found - expected).norm() <= most*(1 + expected.norm());
}

}  // namespace

TEST_CASE("the mean over a batch and its gradient are those of a loop over samples") {
    data const d;
    auto const p = values(V = d.v, W = d.w, b = d.b, c = d.c);
    auto const whole = evaluate(outputs(mean(loss), gradient(mean(loss), wrt(V, W, b, c))), p, x = d.in, y = d.out);
    double value = 0;
    auto slopes = 0.0*p;
    for (int k = 0; k < data::rows; ++k) {
        auto const one = evaluate(outputs(loss, gradient(loss, wrt(V, W, b, c))), p, x = d.in.row(k).transpose(), y = d.out.row(k).transpose());
        value += one[0_c]/data::rows;
        slopes += one[1_c]/data::rows;
    }
    CHECK(whole[0_c] == Approx(value));
    CHECK(norm(whole[1_c] - slopes) < 1e-12);
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> const by_row = d.in;
    CHECK(norm(evaluate(gradient(mean(loss), wrt(V, W, b, c)), p, x = by_row, y = d.out) - slopes) < 1e-12);
    CHECK(norm(evaluate(gradient(sum(loss), wrt(V, W, b, c)), p, x = d.in, y = d.out)/data::rows - slopes) < 1e-12);
}

TEST_CASE("what varies by row has a row for each sample") {
    data const d;
    auto const p = values(V = d.v, W = d.w, b = d.b, c = d.c);
    Eigen::MatrixXd const scores = evaluate(softmax(z), p, x = d.in);
    CHECK((scores.rows() == data::rows && scores.cols() == 4));
    Eigen::ArrayXd const losses = evaluate(loss, p, x = d.in, y = d.out);
    Eigen::MatrixXd const slopes = evaluate(gradient(loss, wrt(c)), p, x = d.in, y = d.out)[c];
    CHECK(near(slopes, scores - d.out));
    for (int k = 0; k < data::rows; ++k) {
        CHECK(losses[k] == Approx(evaluate(loss, p, x = d.in.row(k).transpose(), y = d.out.row(k).transpose())));
        CHECK(near(scores.row(k), evaluate(softmax(z), p, x = d.in.row(k).transpose()).transpose()));
    }
}

TEST_CASE("a network learns in steps of p -= rate*gradient") {
    data d;
    auto p = values(V = d.v, W = d.w, b = d.b, c = d.c);
    constexpr auto g = gradient(mean(loss), wrt(V, W, b, c));
    double const before = evaluate(mean(loss), p, x = d.in, y = d.out);
    workspace<double> memory;
    auto slopes = evaluate(g, memory, p, x = d.in, y = d.out);
    for (int k = 0; k < 300; ++k) {
        evaluate_into(slopes, g, memory, p, x = d.in, y = d.out);
        p -= 0.5*slopes;
    }
    CHECK(evaluate(mean(loss), p, x = d.in, y = d.out) < 0.5*before);
}

TEST_CASE("numbers vary by row beside vectors") {
    data const d;
    Eigen::ArrayXd const weights = Eigen::ArrayXd::Random(data::rows).abs();
    constexpr column<"t"> t;
    Eigen::ArrayXd const targets = Eigen::ArrayXd::Random(data::rows);
    constexpr auto cost = sum(s*pow<2>(dot(b, V*x) - t));
    auto const all = evaluate(outputs(cost, gradient(cost, wrt(V, b))), V = d.v, b = d.b, x = d.in, s = weights, t = targets);
    Eigen::ArrayXd const r = (d.in*(d.v.transpose()*d.b)).array() - targets;
    CHECK(all[0_c] == Approx((weights*r.square()).sum()));
    Eigen::VectorXd const pulled = d.in.transpose()*(2*weights*r).matrix();
    CHECK(near(all[1_c][V], d.b*pulled.transpose()));
    CHECK(near(all[1_c][b], d.v*pulled));
}

TEST_CASE("rows of data must be as many everywhere") {
    data const d;
    auto const p = values(V = d.v, W = d.w, b = d.b, c = d.c);
    CHECK_THROWS_WITH(evaluate(mean(loss), p, x = d.in, y = Eigen::MatrixXd(3, 4)), "evaluate: y has 3 rows, but the number of rows is 37 (bound by x)");
    CHECK_THROWS_WITH(evaluate(mean(loss), p, x = d.in, y = Eigen::MatrixXd(37, 5)), "evaluate: y has 5 columns, but k is 4 (bound by W)");
    CHECK(evaluate(sum(loss), p, x = Eigen::MatrixXd(0, 9), y = Eigen::MatrixXd(0, 4)) == 0);
}
