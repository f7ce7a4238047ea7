// Symmetric matrices are factorised as positive definite ones where they are that; where not, they have the values of any matrix to the bit.
#include "../catch.hpp"

#include <leibniz/eigen/matrix.hpp>

#include <Eigen/LU>

#include <cmath>
#include <concepts>
#include <limits>

using namespace leibniz;

namespace {

constexpr symmetric<"K", "n"> K;
constexpr matrix<"M", "n", "n"> M;
constexpr leibniz::vector<"u", "n"> u;
constexpr matrix<"B", "n", "m"> B;

template <class Square>
constexpr auto results(Square a) {
    return outputs(det(a), logdet(a), inv(a), solve(a, u), solve(a, B), transpose(B)*inv(a));
}

template <class Number>
using dense_matrix = Eigen::Matrix<Number, Eigen::Dynamic, Eigen::Dynamic>;

template <class Number>
struct point {
    explicit point(int size) : n(size), in(dense_matrix<Number>::Random(n, 1)), several(dense_matrix<Number>::Random(n, 3)) {}

    auto of_symmetric(dense_matrix<Number> const& k) const { return evaluate(results(K), K = k, u = in, B = several); }
    auto of_any(dense_matrix<Number> const& k) const { return evaluate(results(M), M = k, u = in, B = several); }

    dense_matrix<Number> positive() const {
        dense_matrix<Number> const a = dense_matrix<Number>::Random(n, n);
        return a*a.transpose() + dense_matrix<Number>::Identity(n, n);
    }
    dense_matrix<Number> indefinite() const {
        dense_matrix<Number> k = dense_matrix<Number>::Random(n, n);
        k = dense_matrix<Number>(k + k.transpose());
        k.diagonal() = k.diagonal().cwiseAbs();  // no sign on the diagonal tells
        k(0, 1) = k(1, 0) = 3;
        return k;
    }

    int n;
    Eigen::Matrix<Number, Eigen::Dynamic, 1> in;
    dense_matrix<Number> several;
};

template <class A, class B>
bool near(A const& found, B const& expected, double most) {
    return found.rows() == expected.rows() && found.cols() == expected.cols() && (found - expected).norm() <= most*(1 + expected.norm());
}
template <class Value>
bool same(Value const& a, Value const& b) {
    if constexpr (std::floating_point<Value>) return a == b || (std::isnan(a) && std::isnan(b));
    else {
        bool all = a.rows() == b.rows() && a.cols() == b.cols();
        for (Eigen::Index k = 0; all && k < a.size(); ++k) all = same(a.data()[k], b.data()[k]);
        return all;
    }
}
template <class Number>
void check_same(point<Number> const& at, dense_matrix<Number> const& k) {
    auto const found = at.of_symmetric(k), expected = at.of_any(k);
    CHECK(same(found[0_c], expected[0_c]));
    CHECK(same(found[1_c], expected[1_c]));
    CHECK(same(found[2_c], expected[2_c]));
    CHECK(same(found[3_c], expected[3_c]));
    CHECK(same(found[4_c], expected[4_c]));
}

}  // namespace

TEST_CASE("a positive definite matrix has determinants, solutions and an inverse") {
    for (int n : {1, 2, 3, 4, 5, 7, 8, 20, 23, 24, 25, 48, 49, 63, 64, 65, 72, 97, 130}) {
        INFO(n);
        point<double> const at(n);
        Eigen::MatrixXd const k = at.positive(), inverse = k.inverse();
        auto const all = at.of_symmetric(k);
        CHECK(std::log(all[0_c]) == Approx(all[1_c]));
        CHECK(all[1_c] == Approx(k.partialPivLu().matrixLU().diagonal().array().abs().log().sum()));
        CHECK(near(all[2_c], inverse, 1e-10));
        CHECK(all[2_c] == all[2_c].transpose());
        CHECK(near(all[3_c], inverse*at.in, 1e-10));
        CHECK(near(all[4_c], inverse*at.several, 1e-10));
        CHECK(near(all[5_c], at.several.transpose()*inverse, 1e-10));
    }
}

TEST_CASE("so it has of floats") {
    for (int n : {1, 4, 11, 24, 33, 70}) {
        INFO(n);
        point<float> const at(n);
        Eigen::MatrixXf const k = at.positive();
        Eigen::MatrixXd const inverse = k.cast<double>().inverse();
        auto const all = at.of_symmetric(k);
        CHECK(all[1_c] == Approx(std::log(k.cast<double>().determinant())).epsilon(1e-4));
        CHECK(near(all[2_c].template cast<double>(), inverse, 1e-4));
        CHECK(near(all[3_c].template cast<double>(), inverse*at.in.template cast<double>(), 1e-4));
    }
}

TEST_CASE("an indefinite matrix has the values of any matrix") {
    for (int n : {2, 3, 4, 20, 24, 25, 65, 100}) {
        INFO(n);
        point<double> const at(n);
        check_same<double>(at, at.indefinite());
        check_same<double>(at, -at.positive());
        check_same(point<float>(n), point<float>(n).indefinite());
    }
    point<double> const at(2);
    Eigen::MatrixXd const k = (Eigen::MatrixXd(2, 2) << 1, 2, 2, 1).finished();
    auto const all = at.of_symmetric(k);
    CHECK(all[0_c] == Approx(-3));
    CHECK(all[1_c] == Approx(std::log(3.0)));
    CHECK(near(all[2_c], (Eigen::MatrixXd(2, 2) << -1, 2, 2, -1).finished()/3, 1e-15));
    check_same<double>(at, k);
}

TEST_CASE("so has one that is singular, or not finite") {
    point<double> const at(3);
    Eigen::MatrixXd k = Eigen::MatrixXd::Ones(3, 3);
    for (double scale : {0.0, 1.0, -2.0}) {
        Eigen::MatrixXd const singular = scale*k;
        auto const all = at.of_symmetric(singular);
        CHECK(all[0_c] == 0);
        CHECK(all[1_c] == -HUGE_VAL);
        check_same<double>(at, singular);
    }
    double const values[] = {std::numeric_limits<double>::quiet_NaN(), HUGE_VAL, -HUGE_VAL, std::numeric_limits<double>::denorm_min()};
    for (double value : values)
        for (int i = 0; i < 3; ++i)
            for (int j = 0; j <= i; ++j) {
                if (value > 0 && value < 1 && i != j) continue;
                INFO(value << " at " << i << ", " << j);
                k = 2*Eigen::MatrixXd::Identity(3, 3) + Eigen::MatrixXd::Constant(3, 3, 0.25);
                k(i, j) = k(j, i) = value;
                check_same<double>(at, k);
            }
}

TEST_CASE("a matrix is symmetric by construction, too") {
    Eigen::MatrixXd const b = Eigen::MatrixXd::Random(30, 3), k = b*b.transpose() + Eigen::MatrixXd::Identity(30, 30);
    constexpr auto of = B*transpose(B) + identity<"n">;
    CHECK(evaluate(logdet(of), B = b) == Approx(std::log(k.determinant())));
    CHECK(near(evaluate(inv(of), B = b), k.inverse(), 1e-12));
    CHECK(near(evaluate(gradient(logdet(of), wrt(B)), B = b)[B], 2*k.inverse()*b, 1e-12));
}

TEST_CASE("of a symmetric matrix the lower triangle is read where it is positive definite") {
    point<double> const at(6);
    Eigen::MatrixXd const k = at.positive(), lower = k.triangularView<Eigen::Lower>();
    auto const all = at.of_symmetric(lower), expected = at.of_symmetric(k);
    CHECK(all[1_c] == expected[1_c]);
    CHECK(all[2_c] == expected[2_c]);
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> const by_row = lower;
    CHECK(evaluate(inv(K), K = by_row) == expected[2_c]);
}
