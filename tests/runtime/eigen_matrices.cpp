// What a user evaluates of vectors and matrices: values, records of derivatives, storage of every kind, sizes that contradict each other.
#include "../catch.hpp"

#include <leibniz/eigen/matrix.hpp>

#include <Eigen/LU>

using namespace leibniz;

namespace {

constexpr matrix<"W", "m", "n"> W;
constexpr leibniz::vector<"b", "m"> b;
constexpr leibniz::vector<"x", "n"> x;
constexpr leibniz::vector<"y", "m"> y;
constexpr symbol<"c"> c;

constexpr auto loss = pow<2>(norm2(W*x + b - y)) + c*pow<2>(norm2(W));

struct point {
    Eigen::MatrixXd w = Eigen::MatrixXd::Random(5, 7);
    Eigen::VectorXd bias = Eigen::VectorXd::Random(5), in = Eigen::VectorXd::Random(7), out = Eigen::VectorXd::Random(5);

    Eigen::VectorXd residual() const { return w*in + bias - out; }
    double value(double ridge) const { return residual().squaredNorm() + ridge*w.squaredNorm(); }
    Eigen::MatrixXd slope(double ridge) const { return 2*residual()*in.transpose() + 2*ridge*w; }
};

template <class A, class B>
bool near(A const& found, B const& expected, double most = 1e-12) {
    return found.rows() == expected.rows() && found.cols() == expected.cols() && (found - expected).norm() <= most*(1 + expected.norm());
}

}  // namespace

TEST_CASE("a model of matrices has a value, and derivatives of the shapes of its variables") {
    point const p;
    double const value = evaluate(loss, W = p.w, b = p.bias, x = p.in, y = p.out, c = 0.25);
    CHECK(value == Approx(p.value(0.25)));
    auto const all = evaluate(outputs(loss, gradient(loss, wrt(W, b, x, c))), W = p.w, b = p.bias, x = p.in, y = p.out, c = 0.25);
    CHECK(all[0_c] == value);
    Eigen::MatrixXd const& by_w = all[1_c][W];
    Eigen::VectorXd const& by_b = all[1_c][b];
    double const by_c = all[1_c][c];
    CHECK(near(by_w, p.slope(0.25)));
    CHECK(near(by_b, 2*p.residual()));
    CHECK(near(all[1_c][x], p.w.transpose()*(2*p.residual())));
    CHECK(by_c == Approx(p.w.squaredNorm()));
}

TEST_CASE("models that are no numbers give matrices") {
    point const p;
    Eigen::VectorXd const h = evaluate(tanh(W*x), W = p.w, x = p.in);
    CHECK(near(h, (p.w*p.in).array().tanh().matrix()));
    Eigen::MatrixXd const outer_product = evaluate(outer(x, b), x = p.in, b = p.bias);
    CHECK(near(outer_product, p.in*p.bias.transpose()));
    Eigen::RowVectorXd const row = evaluate(transpose(x), x = p.in);
    CHECK(near(row, p.in.transpose()));
    CHECK(near(evaluate(transpose(W), W = p.w), p.w.transpose()));
    Eigen::MatrixXd const slopes = evaluate(diff(sigmoid(W*x), x), W = p.w, x = p.in);
    Eigen::ArrayXd const s = 1/(1 + (-(p.w*p.in).array()).exp());
    CHECK(near(slopes, (s*(1 - s)).matrix().asDiagonal()*p.w));
    CHECK(near(evaluate(W, W = p.w), p.w));
    CHECK(evaluate(2_c*c, c = 3.0) == 6.0);  // numbers are evaluated as before
}

TEST_CASE("variables are read however they are stored") {
    point const p;
    Eigen::MatrixXd const expected = p.slope(0.5);
    auto const slope = [&](auto const& w, auto const& bias, auto const& in) {
        return evaluate(gradient(loss, wrt(W)), W = w, b = bias, x = in, y = p.out, c = 0.5)[W];
    };
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> const by_row = p.w;
    CHECK(near(slope(by_row, p.bias, p.in), expected));
    Eigen::MatrixXd large = Eigen::MatrixXd::Random(9, 9);
    large.block(1, 1, 5, 7) = p.w;
    CHECK(near(slope(large.block(1, 1, 5, 7), p.bias, p.in), expected));
    CHECK(near(slope(Eigen::Ref<Eigen::MatrixXd const, 0, Eigen::OuterStride<>>(large.block(1, 1, 5, 7)), p.bias, p.in), expected));
    CHECK(near(slope(Eigen::Map<Eigen::MatrixXd const>(p.w.data(), 5, 7), p.bias, p.in), expected));
    CHECK(near(slope(p.w, p.bias.array(), p.in), expected));
    CHECK(near(slope(p.w*1.0, p.bias + Eigen::VectorXd::Zero(5), p.in), expected));
    CHECK(near(slope(p.w.transpose().eval().transpose(), p.bias, p.in), expected));
    Eigen::MatrixXd rows(3, 7);
    rows.row(1) = p.in.transpose();
    CHECK(near(slope(p.w, p.bias, rows.row(1).transpose()), expected));
    Eigen::Matrix<double, 5, 7> const fixed = p.w;
    CHECK(near(slope(fixed, p.bias, p.in), expected));
}

TEST_CASE("single precision") {
    point const p;
    Eigen::MatrixXf const w = p.w.cast<float>();
    Eigen::VectorXf const bias = p.bias.cast<float>(), in = p.in.cast<float>(), out = p.out.cast<float>();
    auto const found = evaluate(gradient(loss, wrt(W)), W = w, b = bias, x = in, y = out, c = 0.5f)[W];
    static_assert(std::is_same_v<std::remove_cvref_t<decltype(found)>, Eigen::MatrixXf>);
    CHECK(near(found.cast<double>(), p.slope(0.5), 1e-5));
    auto const mixed = evaluate(gradient(loss, wrt(W)), W = w, b = p.bias, x = p.in, y = p.out, c = 1)[W];
    static_assert(std::is_same_v<std::remove_cvref_t<decltype(mixed)>, Eigen::MatrixXd>);
    CHECK(near(mixed, p.slope(1), 1e-5));
}

TEST_CASE("sizes that contradict each other are refused") {
    point const p;
    auto const with = [&](Eigen::VectorXd const& in) { return evaluate(W*x, W = p.w, x = in); };
    CHECK_THROWS_WITH(with(Eigen::VectorXd(5)), "evaluate: x has 5 rows, but n is 7 (bound by W)");
    constexpr matrix<"A", 3, "n"> A;
    CHECK_THROWS_WITH(evaluate(A*x, A = p.w, x = p.in), "evaluate: A has 5 rows, but the model says 3");
    CHECK_THROWS_AS(evaluate(c*ones<"k">, c = 1.0), std::invalid_argument);
}

TEST_CASE("one factorisation serves the determinant and all solutions") {
    constexpr symmetric<"K", "n"> K;
    constexpr auto likelihood = logdet(K) + dot(x, solve(K, x));
    Eigen::MatrixXd const a = Eigen::MatrixXd::Random(40, 40), k = a*a.transpose() + Eigen::MatrixXd::Identity(40, 40);
    Eigen::VectorXd const v = Eigen::VectorXd::Random(40), u = k.lu().solve(v);
    Eigen::MatrixXd const p_w = Eigen::MatrixXd::Random(5, 7);
    auto const all = evaluate(outputs(likelihood, gradient(likelihood, wrt(K, x))), K = k, x = v);
    CHECK(all[0_c] == Approx(std::log(k.determinant()) + v.dot(u)));
    CHECK(near(all[1_c][K], k.inverse() - u*u.transpose(), 1e-9));
    CHECK(near(all[1_c][x], 2*u, 1e-9));
    CHECK(evaluate(det(W*transpose(W) + identity<"m">), W = p_w) == Approx((p_w*p_w.transpose() + Eigen::MatrixXd::Identity(5, 5)).determinant()));
}

TEST_CASE("results are written where the caller wants them") {
    point const p;
    workspace<double> memory;
    constexpr auto g = gradient(loss, wrt(W, b));
    auto all = evaluate(g, memory, W = p.w, b = p.bias, x = p.in, y = p.out, c = 0.5);
    Eigen::MatrixXd const* const before = &all[W];
    double const* const data = all[W].data();
    evaluate_into(all, g, memory, W = p.w, b = p.bias, x = p.in, y = p.out, c = 0.25);
    CHECK(near(all[W], p.slope(0.25)));
    CHECK((&all[W] == before && all[W].data() == data));
    double value = 0;
    evaluate_into(value, loss, W = p.w, b = p.bias, x = p.in, y = p.out, c = 0.25);
    CHECK(value == Approx(p.value(0.25)));

    Eigen::MatrixXd large = Eigen::MatrixXd::Zero(9, 9);
    evaluate_into(large.block(2, 1, 5, 7), g[W], memory, W = p.w, b = p.bias, x = p.in, y = p.out, c = 0.25);
    CHECK(near(large.block(2, 1, 5, 7), p.slope(0.25)));
    CHECK(large.row(0).norm() + large.col(0).norm() + large.col(8).norm() == 0);
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> by_row;
    evaluate_into(by_row, g[W], W = p.w, b = p.bias, x = p.in, y = p.out, c = 0.25);
    CHECK(near(by_row, p.slope(0.25)));
    Eigen::MatrixXf single;
    evaluate_into(single, transpose(W)*W, memory, W = p.w);
    CHECK(near(single.cast<double>(), p.w.transpose()*p.w, 1e-6));
    Eigen::VectorXd column(5);
    evaluate_into(column, W*x, memory, W = p.w, x = p.in);
    CHECK(near(column, p.w*p.in));
    Eigen::RowVectorXd row;
    evaluate_into(row, transpose(W*x), memory, W = p.w, x = p.in);
    CHECK(near(row, (p.w*p.in).transpose()));
}

TEST_CASE("a result that would overwrite what is bound, or has no room, is refused") {
    point p;
    workspace<double> memory;
    auto const into = [&](auto&& out) { evaluate_into(out, transpose(W), memory, W = p.w); };
    CHECK_THROWS_WITH(into(p.w), "evaluate_into: the result would overwrite W, which is bound; write into another matrix");
    CHECK_THROWS_AS(into(p.w.block(0, 0, 2, 2)), std::invalid_argument);
    CHECK(p.w.rows() == 5);
    Eigen::MatrixXd large(9, 9);
    CHECK_THROWS_WITH(into(large.block(0, 0, 5, 7)), "evaluate_into: the result has 7 x 5 entries, the matrix to write into has 5 x 7");
    CHECK_THROWS_WITH([&] { double number = 0; evaluate_into(number, W*x, memory, W = p.w, x = p.in); }(),
                      "evaluate_into: the result has 5 x 1 entries, the matrix to write into has 1 x 1");
    large.topLeftCorner(5, 7) = p.w;
    evaluate_into(large.bottomRightCorner(1, 1), sum(W)*ones<1>, memory, W = large.topLeftCorner(5, 7));
    CHECK(large(8, 8) == Approx(p.w.sum()));
}

TEST_CASE("repeated calls check what has changed since the last one") {
    workspace<double> memory;
    Eigen::MatrixXd w = Eigen::MatrixXd::Random(4, 4), other = w + w;
    Eigen::VectorXd in = Eigen::VectorXd::Random(4), out(4);
    auto const into = [&](auto&& to, Eigen::MatrixXd const& matrix, Eigen::VectorXd const& vector) { evaluate_into(to, W*x, memory, W = matrix, x = vector); };
    into(out, w, in), into(out, w, in);
    CHECK(near(out, w*in));
    for (int k = 0; k < 2; ++k) CHECK_THROWS_AS(into(out, w, out), std::invalid_argument);
    CHECK(near(out, w*in));
    for (int k = 0; k < 2; ++k) CHECK_THROWS_AS(into(in, w, in), std::invalid_argument);
    for (int k = 0; k < 2; ++k) CHECK_THROWS_AS([&] { double number = 0; into(number, w, in); }(), std::invalid_argument);
    into(out, other, in), into(out, other, in);
    CHECK(near(out, other*in));
    for (int k = 0; k < 2; ++k) CHECK_THROWS_AS(into(out.head(3), w, in), std::invalid_argument);
    into(w.col(0), other, in), into(w.col(0), other, in);
    CHECK(near(w.col(0), other*in));
    for (int k = 0; k < 2; ++k) CHECK_THROWS_AS(into(w.col(0), w, in), std::invalid_argument);
    // The same memory in another order, and back.
    Eigen::Matrix<double, 4, 4, Eigen::RowMajor> const by_row = w;
    Eigen::Map<Eigen::MatrixXd const> const turned(by_row.data(), 4, 4);
    for (int k = 0; k < 2; ++k) {
        evaluate_into(out, W*x, memory, W = by_row, x = in), evaluate_into(out, W*x, memory, W = by_row, x = in);
        CHECK(near(out, w*in));
        evaluate_into(out, W*x, memory, W = turned, x = in), evaluate_into(out, W*x, memory, W = turned, x = in);
        CHECK(near(out, w.transpose()*in));
    }
}

TEST_CASE("products of small sizes are those of Eigen") {
    constexpr matrix<"P", "m", "k"> P;
    constexpr matrix<"Q", "k", "n"> Q;
    workspace<double> memory;
    workspace<float> single;
    Eigen::MatrixXd out;
    Eigen::MatrixXf few;
    auto const sizes = {1, 2, 3, 4, 5, 7, 8, 9, 15, 17};
    for (int m : sizes)
        for (int k : sizes)
            for (int n : sizes) {
                Eigen::MatrixXd const p = Eigen::MatrixXd::Random(m, k), q = Eigen::MatrixXd::Random(k, n), pt = p.transpose(), qt = q.transpose();
                Eigen::MatrixXf const pf = p.cast<float>(), qf = q.cast<float>();
                Eigen::MatrixXd const product = p*q;
                bool same = true;
                for (int call = 0; call < 2; ++call) {
                    evaluate_into(out, P*Q, memory, P = p, Q = q);
                    same = same && near(out, product);
                    evaluate_into(out, P*Q, memory, P = pt.transpose(), Q = qt.transpose());
                    same = same && near(out, product);
                    evaluate_into(out, P*Q, memory, P = p, Q = qt.transpose());
                    same = same && near(out, product);
                    evaluate_into(out, P*Q, memory, P = pt.transpose(), Q = q);
                    same = same && near(out, product);
                    evaluate_into(few, P*Q, single, P = pf, Q = qf);
                    same = same && near(few.cast<double>(), product, 1e-4);
                }
                CHECK(same);
            }
}

TEST_CASE("packs of matrices are vectors") {
    point const p;
    auto theta = values(W = p.w, b = p.bias);
    constexpr auto g = gradient(loss, wrt(b, W));
    double const before = evaluate(loss, theta, x = p.in, y = p.out, c = 0.1);
    for (int k = 0; k < 2000; ++k) theta -= 0.05*evaluate(g, theta, x = p.in, y = p.out, c = 0.1);
    double const after = evaluate(loss, theta, x = p.in, y = p.out, c = 0.1);
    CHECK(after < 0.5*before);
    CHECK(norm(evaluate(g, theta, x = p.in, y = p.out, c = 0.1)) < 1e-3);

    auto const q = values(W = p.w.topRows(2), c = 3);
    static_assert(std::is_same_v<std::remove_cvref_t<decltype(q[W])>, Eigen::MatrixXd>);
    auto const two = 2.0*q;
    CHECK(near(two[W], 2*p.w.topRows(2)));
    CHECK(two[c] == 6);
    auto const none = (two - q - q)/2.0 + -q + q;
    CHECK(none[W].norm() + none[c] == 0);
    CHECK(dot(q, two) == Approx(2*(p.w.topRows(2).squaredNorm() + 9)));
}

TEST_CASE("the derivative of norm2 at 0 is 0") {
    Eigen::MatrixXd const w = Eigen::MatrixXd::Random(5, 7), none = Eigen::MatrixXd::Zero(5, 7);
    Eigen::VectorXd const in = Eigen::VectorXd::Random(7), zero = Eigen::VectorXd::Zero(7);
    CHECK(evaluate(gradient(norm2(x), wrt(x)), x = zero)[x] == zero);
    CHECK(evaluate(gradient(norm2(W*x), wrt(W, x)), W = w, x = zero)[x] == zero);
    CHECK(evaluate(gradient(norm2(W*x - b), wrt(W)), W = w, x = zero, b = Eigen::VectorXd::Zero(5))[W] == none);
    CHECK(evaluate(gradient(norm2(W), wrt(W)), W = none)[W] == none);
    CHECK(evaluate(1_c/norm2(x), x = zero) == HUGE_VAL);
    CHECK(std::isinf(evaluate(y/norm2(x), y = Eigen::VectorXd::Ones(5), x = zero)[0]));
}

TEST_CASE("products have one value, whatever their order") {
    constexpr matrix<"A", "k", "l"> A;
    constexpr matrix<"B", "l", "m"> B;
    Eigen::MatrixXd const at_a = Eigen::MatrixXd::Random(30, 2), at_b = Eigen::MatrixXd::Random(2, 5), at_w = Eigen::MatrixXd::Random(5, 7);
    Eigen::VectorXd const in = Eigen::VectorXd::Random(7);
    Eigen::VectorXd const expected = at_a*(at_b*(at_w*in));
    auto const same = [&](auto e) { CHECK(near(evaluate(e, A = at_a, B = at_b, W = at_w, x = in), expected)); };
    same(A*(B*(W*x)));
    same(((A*B)*W)*x);
    same((A*B)*(W*x));
    same(A*((B*W)*x));
    same((A*(B*W))*x);
    same(transpose((transpose(x)*transpose(W))*(transpose(B)*transpose(A))));
    auto const shared = evaluate(outputs(B*W, W*x, A*B, A*B*W*x), A = at_a, B = at_b, W = at_w, x = in);
    CHECK(near(shared[3_c], expected));
}
