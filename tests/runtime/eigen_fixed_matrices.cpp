// Models whose sizes are small numbers run on the stack, by steps of those sizes: with the values of programs of any size.
#include "../catch.hpp"

#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

namespace {

/// The same models, with sizes that are numbers and with names.
template <dimension M, dimension N>
struct model {
    static constexpr matrix<"A", M, N> A{};
    static constexpr matrix<"B", M, N> B{};
    static constexpr symmetric<"S", N> S{};
    static constexpr leibniz::vector<"x", N> x{};
    static constexpr leibniz::vector<"y", M> y{};
    static constexpr symbol<"c"> c{};
    static constexpr auto squares = pow<2>(norm2(A*x - y)) + c*dot(x, S*x);
    static constexpr auto network = sum(softplus(A*tanh(S*x) + y)) - dot(y, A*tanh(S*x))/c;
    static constexpr auto traces = tr(transpose(A)*B*S) + norm2(B) + sum(exp(A)) + dot(diagonal(S), x) + sum(B*x)/mean(y);
};
using fixed = model<3, 4>;
using general = model<"m", "n">;

struct point {
    Eigen::MatrixXd a = Eigen::MatrixXd::Random(3, 4), b = Eigen::MatrixXd::Random(3, 4), s = Eigen::MatrixXd::Random(4, 4);
    Eigen::VectorXd x = Eigen::VectorXd::Random(4), y = Eigen::VectorXd::Random(3);
    point() { s = (s + s.transpose()).eval(); }
};

bool near(Eigen::MatrixXd const& found, Eigen::MatrixXd const& expected) {
    return found.rows() == expected.rows() && found.cols() == expected.cols() && (found - expected).norm() <= 1e-12*(1 + expected.norm());
}
/// The value and all derivatives, by each form and from variables of each kind of storage.
template <class F, class G, class Bind>
void compare(F of_fixed, G of_named, Bind bind) {
    point const p;
    auto const expected = bind(of_named, general{}, p.a, p.b, p.s, p.x, p.y);
    auto const same = [&](auto const& found) {
        CHECK(found[0_c] == Approx(expected[0_c]));
        CHECK(near(found[1_c][fixed::A], expected[1_c][general::A]));
        CHECK(near(found[1_c][fixed::S], expected[1_c][general::S]));
        CHECK(near(found[1_c][fixed::x], expected[1_c][general::x]));
        CHECK(near(found[1_c][fixed::y], expected[1_c][general::y]));
        CHECK(found[1_c][fixed::c] == Approx(expected[1_c][general::c]));
    };
    same(bind(of_fixed, fixed{}, p.a, p.b, p.s, p.x, p.y));
    Eigen::Matrix<double, 3, 4> const a = p.a, b = p.b;
    Eigen::Matrix4d const s = p.s;
    Eigen::Vector4d const x = p.x;
    Eigen::Vector3d const y = p.y;
    same(bind(of_fixed, fixed{}, a, b, s, x, y));
    Eigen::Matrix<double, 3, 4, Eigen::RowMajor> const by_row = p.a;
    Eigen::MatrixXd large = Eigen::MatrixXd::Zero(9, 9);
    large.block(2, 3, 3, 4) = p.b;
    large.block(0, 0, 1, 4) = p.x.transpose();
    same(bind(of_fixed, fixed{}, by_row, large.block(2, 3, 3, 4), s, large.row(0).head(4).transpose(), y.array()));
}

}  // namespace

TEST_CASE("models of fixed sizes have the values of those of named ones") {
    auto const with_b = [](auto of, auto m, auto const& a, auto const& b, auto const& s, auto const& x, auto const& y) {
        return evaluate(of, m.B = b, m.A = a, m.S = s, m.x = x, m.y = y, m.c = 1.5);
    };
    auto const without_b = [](auto of, auto m, auto const& a, auto const&, auto const& s, auto const& x, auto const& y) {
        return evaluate(of, m.A = a, m.S = s, m.x = x, m.y = y, m.c = 1.5);
    };
    auto const all = [](auto e, auto m) { return outputs(e, gradient(e, wrt(m.A, m.S, m.x, m.y, m.c))); };
    compare(all(fixed::traces + fixed::c, fixed{}), all(general::traces + general::c, general{}), with_b);
    compare(all(fixed::squares, fixed{}), all(general::squares, general{}), without_b);
    compare(all(fixed::network, fixed{}), all(general::network, general{}), without_b);
}

TEST_CASE("results of fixed sizes are of fixed types") {
    point const p;
    auto const slopes = evaluate(gradient(fixed::squares, wrt(fixed::A, fixed::x)), fixed::A = p.a, fixed::S = p.s, fixed::x = p.x, fixed::y = p.y, fixed::c = 1.0);
    static_assert(std::is_same_v<std::remove_cvref_t<decltype(slopes[fixed::A])>, Eigen::Matrix<double, 3, 4>>);
    static_assert(std::is_same_v<std::remove_cvref_t<decltype(slopes[fixed::x])>, Eigen::Vector4d>);
    Eigen::MatrixXd large = Eigen::MatrixXd::Zero(5, 5);
    evaluate_into(large.block(1, 1, 4, 3), transpose(fixed::A), fixed::A = p.a);
    CHECK(near(large.block(1, 1, 4, 3), p.a.transpose()));
    Eigen::Matrix4d square = Eigen::Matrix4d::Random();
    CHECK_THROWS_WITH(evaluate_into(square, transpose(model<4, 4>::A), model<4, 4>::A = square),
                      "evaluate_into: the result would overwrite A, which is bound; write into another matrix");
    CHECK_THROWS_WITH(evaluate(fixed::A*fixed::x, fixed::A = p.a, fixed::x = p.y), "evaluate: x has 3 rows, but the model says 4");
    CHECK_THROWS_AS(evaluate_into(large.block(1, 1, 4, 4), transpose(fixed::A), fixed::A = p.a), std::invalid_argument);
}

TEST_CASE("small and large entries of softplus keep their digits") {
    constexpr leibniz::vector<"u", "k"> u;
    Eigen::VectorXd const at = Eigen::VectorXd::LinSpaced(2001, -745, 745);
    Eigen::VectorXd const found = evaluate(softplus(u), u = at);
    for (int k = 0; k < at.size(); ++k) {
        double const expected = (at[k] > 0 ? at[k] : 0) + std::log1p(std::exp(-std::abs(at[k])));
        if (!(std::abs(found[k] - expected) <= 2e-15*expected)) FAIL("softplus(" << at[k] << ") is " << found[k] << ", not " << expected);
    }
    Eigen::VectorXd odd(4);
    odd << std::nan(""), HUGE_VAL, -HUGE_VAL, 0;
    Eigen::VectorXd const special = evaluate(softplus(u), u = odd);
    CHECK((std::isnan(special[0]) && special[1] == HUGE_VAL && special[2] == 0));
}
