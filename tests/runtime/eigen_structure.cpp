// Non-zero entries in memory of the caller, in vectors and sparse matrices of Eigen; against differences of the values.
#include <leibniz/eigen.hpp>

#include <leibniz/calculus.hpp>
#include <leibniz/eigen/sparse.hpp>

#include "../catch.hpp"

#include <array>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbols<"x", 4> x;
constexpr symbols<"d", 4> d;
constexpr symbol<"s"> s;
constexpr auto by = wrt(x);

// No derivative of these is a constant, and some are 0.
constexpr auto f = s * exp(x[0_c] * x[3_c]) + sin(x[1_c]) * x[0_c] / x[2_c] + pow<3>(x[3_c]) + log(x[2_c]);
constexpr auto constraints = outputs(x[0_c] * x[1_c] * x[2_c], pow<2>(x[3_c]) + cosh(x[0_c]), x[1_c] - 3_c * x[2_c]);

using point = std::array<double, 4>;
constexpr point at{0.5, -0.75, 1.5, 0.25}, direction{0.3, -1.0, 0.7, 2.0};

/// The derivative by coordinate k, by central differences of fourth order.
template <class F>
double difference(F value, std::size_t k) {
    double const step = 1e-3;
    auto const moved = [&](double t) {
        point p = at;
        p[k] += t * step;
        return value(p);
    };
    return (8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (12 * step);
}

constexpr auto slope(int k, point const& p) {
    auto const g = evaluate(gradient(f, by), x = p, s = 2.0);
    return g.values[k];
}

TEST_CASE("non-zero entries of a Hessian are the differences of the gradient") {
    constexpr auto entries = nonzeros(hessian(f, by));
    double values[entries.size];
    evaluate_into(values, entries, x = at, s = 2.0);
    Eigen::Matrix4d whole = Eigen::Matrix4d::Zero();
    for (std::size_t k = 0; k < entries.size; ++k) whole(entries.rows[k], entries.columns[k]) = values[k];
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
            CHECK(whole(row, column) == Approx(difference([&](point const& p) { return slope(row, p); }, std::size_t(column))).margin(1e-9));
    CHECK(entries.size == 12);
    CHECK(whole(1, 3) == 0.0);
    CHECK(whole(2, 3) == 0.0);
}

TEST_CASE("non-zero entries of a Jacobian are differences of the outputs") {
    constexpr auto entries = nonzeros(jacobian(constraints, by));
    std::array<double, entries.size> values{};
    evaluate_into(values, entries, x = at);
    REQUIRE(entries.size == 7);
    for (std::size_t k = 0; k < entries.size; ++k) {
        auto const output = [&](point const& p) {
            double all[3];
            evaluate_into(all, constraints, x = p);
            return all[entries.rows[k]];
        };
        CHECK(values[k] == Approx(difference(output, static_cast<std::size_t>(entries.columns[k]))).margin(1e-9));
    }
    CHECK(entries.is_constant(5));
    CHECK(values[6] == -3.0);
}

TEST_CASE("a Hessian times a vector, and the second derivative along a line, are those of the Hessian") {
    auto const h = as_matrix(evaluate(hessian(f, by), x = at, s = 2.0));
    Eigen::Vector4d const along = Eigen::Map<Eigen::Vector4d const>(direction.data());
    Eigen::Vector4d product;
    evaluate_into(product, hvp(f, by, d), x = at, d = direction, s = 2.0);
    for (int k = 0; k < 4; ++k) CHECK(product[k] == Approx((h * along)[k]).epsilon(1e-14));
    double const second = evaluate(second_directional_derivative(f, by, d), x = at, d = direction, s = 2.0);
    CHECK(second == Approx(along.dot(h * along)).epsilon(1e-14));
}

TEST_CASE("value, gradient and entries go into one memory, whatever it is") {
    constexpr auto all = outputs(f, gradient(f, by), nonzeros(lower(hessian(f, by))));
    constexpr int count = 1 + 4 + 8;
    double expected[count];
    evaluate_into(expected, all, x = at, s = 2.0);
    CHECK(expected[0] == Approx(2 * std::exp(0.125) + std::sin(-0.75) / 3 + 1.0 / 64 + std::log(1.5)));
    CHECK(expected[4] == Approx(2 * 0.5 * std::exp(0.125) + 3.0 / 16));

    std::vector<double> dynamic(count);
    evaluate_into(dynamic.data(), all, x = at, s = 2.0);
    Eigen::VectorXd vector(count);
    evaluate_into(vector, all, x = at, s = 2.0);
    Eigen::MatrixXf strided = Eigen::MatrixXf::Zero(2, count);
    evaluate_into(strided.row(1), all, x = at, s = 2.0);
    Eigen::VectorXd larger = Eigen::VectorXd::Zero(count + 2);
    auto const into_reference = [&](Eigen::Ref<Eigen::VectorXd> part) { evaluate_into(part, all, x = at, s = 2.0); };
    into_reference(larger.segment(1, count));
    for (int k = 0; k < count; ++k) {
        CHECK(dynamic[std::size_t(k)] == expected[k]);
        CHECK(vector[k] == expected[k]);
        CHECK(strided(1, k) == static_cast<float>(expected[k]));
        CHECK(strided(0, k) == 0.0f);
        CHECK(larger[k + 1] == expected[k]);
    }
    CHECK(larger[0] == 0.0);
    CHECK(larger[count + 1] == 0.0);

    Eigen::VectorXd shorter = Eigen::VectorXd::Constant(count - 1, 7.0);
    CHECK_THROWS_WITH(evaluate_into(shorter, all, x = at, s = 2.0),
                      "evaluate_into: the vector has 12 entries for 13 results; resize it before");
    CHECK((shorter.array() == 7.0).all());
}

TEST_CASE("a sparse matrix has a pattern once and values as often as one likes") {
    constexpr auto entries = nonzeros(hessian(f, by));
    constexpr auto triangle = nonzeros(lower(hessian(f, by)));
    Eigen::MatrixXd const expected = as_matrix(evaluate(hessian(f, by), x = at, s = 2.0));

    Eigen::SparseMatrix<double> m = sparse_matrix(entries);
    CHECK(m.nonZeros() == 12);
    CHECK(m.isCompressed());
    CHECK(m.norm() == 0.0);
    double const* const where_it_was = m.valuePtr();
    evaluate_into(m, entries, x = direction, s = 1.0);
    evaluate_into(m, entries, x = at, s = 2.0);
    CHECK(m.valuePtr() == where_it_was);
    CHECK((Eigen::MatrixXd(m) - expected).norm() < 1e-14);

    auto by_row = sparse_matrix<float, Eigen::RowMajor>(triangle);
    evaluate_into(by_row, triangle, x = at, s = 2.0);
    CHECK(by_row.nonZeros() == 8);
    Eigen::Vector4f const ones = Eigen::Vector4f::Ones(), row_sums = by_row.selfadjointView<Eigen::Lower>() * ones;
    CHECK((row_sums - expected.cast<float>() * ones).norm() < 1e-4f);

    constexpr auto slopes = nonzeros(jacobian(constraints, by));
    Eigen::SparseMatrix<double> j = sparse_matrix(slopes);
    CHECK(j.rows() == 3);
    CHECK(j.cols() == 4);
    evaluate_into(j, slopes, x = at);
    CHECK(j.coeff(2, 2) == -3.0);
    CHECK(j.coeff(1, 3) == 0.5);
    CHECK(j.coeff(0, 3) == 0.0);

    std::string const refusal = "evaluate_into: the sparse matrix has another pattern than the results; make it with sparse_matrix(nonzeros(h))";
    CHECK_THROWS_WITH(evaluate_into(m, triangle, x = at, s = 2.0), refusal);
    Eigen::SparseMatrix<double> other(4, 4);
    other.setIdentity();
    CHECK_THROWS_WITH(evaluate_into(other, entries, x = at, s = 2.0), refusal);
    CHECK((Eigen::MatrixXd(other) - Eigen::Matrix4d::Identity()).norm() == 0.0);
    // As many entries, of another place: the transposed triangle.
    Eigen::SparseMatrix<float, Eigen::RowMajor> upper(by_row.transpose());
    CHECK_THROWS_AS(evaluate_into(upper, triangle, x = at, s = 2.0), std::invalid_argument);
}

TEST_CASE("entries that vary by row are columns") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(5, 0.1, 0.5);
    constexpr symbol<"t"> t;
    constexpr symbol<"a"> a;
    auto const columns = evaluate(nonzeros(lower(hessian(exp(a * t) + s * s, wrt(a, s)))), a = 2.0, t = xs);
    CHECK(columns[0_c].isApprox(xs.square() * (2.0 * xs).exp()));
    CHECK(columns[1_c] == 2.0);
}

}  // namespace
