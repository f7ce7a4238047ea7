// Derivatives by each entry of a column, and results written into columns of one's own.
#include "../catch.hpp"
#include "../complaint.hpp"

#include <leibniz/eigen.hpp>

#include <sstream>

using namespace leibniz;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr column<"c"> c;
constexpr column<"d"> d;

Eigen::ArrayXd const cs = (Eigen::ArrayXd(7) << 0.5, -1.2, 0.3, 2.0, -0.4, 1.1, 0.9).finished();
Eigen::ArrayXd const ds = (Eigen::ArrayXd(7) << 1.5, 0.2, -0.3, 1.0, 0.6, -2.0, 0.1).finished();

/// The derivative of a reduced expression of c, against differences by each entry.
template <class E, class... B>
void check(E e, B const&... more) {
    CAPTURE(text(e), text(diff(e, c)));
    auto const value = [&](Eigen::ArrayXd const& at) { return evaluate(e, c = at, more...); };
    Eigen::ArrayXd const derivative = Eigen::ArrayXd::Zero(7) + evaluate(outputs(diff(e, c), e), c = cs, more...)[0_c];
    for (Eigen::Index i = 0; i < 7; ++i) {
        double const step = 1e-3;
        auto const along = [&](double t) {
            Eigen::ArrayXd moved = cs;
            moved[i] += t * step;
            return value(moved);
        };
        CAPTURE(i);
        CHECK(derivative[i] == Approx((8 * (along(1) - along(-1)) - (along(2) - along(-2))) / (12 * step)).epsilon(1e-8).margin(1e-9));
    }
}

}  // namespace

TEST_CASE("entries under a sum and under a mean") {
    check(sum(pow<3>(c)));
    check(mean(pow<3>(c)));
    check(sum(c));
    check(mean(c));
    check(sum(c * d), d = ds);
    check(mean(exp(w * c) * d), w = 0.7, d = ds);
    check(3_c * mean(pow<2>(c + 2_c)));
}

TEST_CASE("entries under functions of reductions, and reductions inside of reductions") {
    check(log(sum(exp(c))));
    check(sqrt(sum(pow<2>(c))));
    check(pow<2>(mean(c)) * sum(sin(c)));
    check(sum(c * d) / sum(pow<2>(d) + pow<2>(c)), d = ds);
    check(mean(pow<2>(c - mean(c))));
    check(sum(pow<2>(c - mean(c)) * d), d = ds);
    check(mean(c * mean(c * sum(d * c))), d = ds);
    check(sum(exp(c) / sum(exp(c)) * d), d = ds);
    check(log(mean(exp(c - mean(c)))));
}

TEST_CASE("by a parameter and by entries at once") {
    constexpr auto loss = mean(pow<2>(w * c - d));
    auto const [by_w, by_c] = evaluate(gradient(loss, wrt(w, c)), w = 1.5, c = cs, d = ds);
    CHECK(by_w == Approx((2 * cs * (1.5 * cs - ds)).mean()).epsilon(1e-13));
    CHECK((by_c - 2 * 1.5 * (1.5 * cs - ds) / 7).abs().maxCoeff() < 1e-14);
}

TEST_CASE("outside of reductions each row is differentiated by its own entry") {
    CHECK((evaluate(diff(exp(w * c), c), w = 0.5, c = cs) - 0.5 * (0.5 * cs).exp()).abs().maxCoeff() < 1e-14);
    CHECK((evaluate(diff(c * d, c) * c, c = cs, d = ds) - cs * ds).abs().maxCoeff() < 1e-14);
}

TEST_CASE("columns of one's own are written into") {
    Eigen::ArrayXd out = Eigen::ArrayXd::Zero(7);
    double const* const before = out.data();
    evaluate_into(out, w * pow<2>(c), w = 2.0, c = cs);
    CHECK((out - 2 * cs.square()).abs().maxCoeff() < 1e-15);
    CHECK(out.data() == before);
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(7, 3);
    evaluate_into(matrix.col(1), w * x, w = 2.0, x = cs);
    CHECK(matrix.col(1) == 2 * cs.matrix());
    CHECK(matrix.col(0) == Eigen::VectorXd::Zero(7));
    CHECK(matrix.col(2) == Eigen::VectorXd::Zero(7));
    evaluate_into(out.head(3), diff(sum(pow<2>(c)), c), c = cs.head(3));
    CHECK(out[0] == 1.0);
    CHECK(out[3] == 8.0);
    double total = 0;
    evaluate_into(total, sum(c), c = cs);
    CHECK(total == Approx(cs.sum()).epsilon(1e-14));
    auto slopes = evaluate(gradient(w * x, wrt(w, x)), w = 1.0, x = cs);
    evaluate_into(slopes, gradient(w * x, wrt(w, x)), w = 3.0, x = ds);
    CHECK((slopes[w] == ds).all());
    CHECK(slopes[x] == 3.0);
}

TEST_CASE("a column of another length is refused before any work") {
    Eigen::ArrayXd five = Eigen::ArrayXd::Constant(5, -1.0);
    CHECK(refusal([&] { evaluate_into(five, w * x, w = 2.0, x = cs); }) ==
          "evaluate_into: the column to write into has 5 rows, the bound columns have 7");
    CHECK((five == -1.0).all());
    CHECK_THAT(refusal([&] { evaluate_into(five, c * d, c = cs, d = five); }), ContainsSubstring("c has 7 rows") && ContainsSubstring("d has 5"));
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> lying = Eigen::MatrixXd::Zero(7, 3);
    CHECK(refusal([&] { evaluate_into(lying.col(0), w * x, w = 2.0, x = cs); }) ==
          "evaluate_into: the column to write into is strided; write into a packed one");
    CHECK(lying.isZero());
}

TEST_CASE("columns among results are streamed in lines of their own") {
    Eigen::ArrayXd const two = (Eigen::ArrayXd(2) << 1.5, 2.5).finished();
    std::ostringstream out;
    out << evaluate(gradient(w * x, wrt(w, x)), w = 2.0, x = two);
    CHECK(out.str() == "w = 1.5 2.5\nx = 2");
    out.str("");
    out << evaluate(hessian(pow<2>(w * x), wrt(w, x)), w = 2.0, x = two) << "; " << evaluate(jacobian(outputs(w * x, w), wrt(w)), w = 2.0, x = two);
    CHECK(out.str() == " 4.5 12.5\n12 20\n\n12 20\n8; 1.5 2.5\n1");
}
