// What statistics of a fit are calculated with: quantiles, orthogonal decompositions, singular values.
#include "../catch.hpp"

#include <leibniz/fit/quantile.hpp>
#include <leibniz/fit/singular_values.hpp>

#include <Eigen/Core>

#include <cmath>

using namespace leibniz::detail;

TEST_CASE("Student's quantiles are those of closed forms and of the normal distribution") {
    auto const near = [](double value, double right) { return std::abs(value - right) <= 4e-15 * right; };
    double const pi = 3.14159265358979323846;
    for (double level : {0.1, 0.5, 0.95, 0.99}) {
        CHECK(near(quantile_of(level, 1, false), std::tan(pi * level / 2)));                          // Cauchy's distribution
        CHECK(near(quantile_of(level, 2, false), level * std::sqrt(2 / ((1 - level) * (1 + level)))));  // DLMF 8.17 with b = 1/2, a = 1
        double const normal = quantile_of(level, 0, true);
        CHECK(std::abs(std::erf(normal / std::sqrt(2.0)) - level) < 1e-15);
        // n large: z + (z^3 + z)/(4*n) + ... (Abramowitz and Stegun 26.7.5)
        CHECK(std::abs(quantile_of(level, 100000000, false) - normal - (normal * normal * normal + normal) / 4e8) < 1e-11);
    }
    CHECK(std::abs(quantile_of(0.95, 10, false) - 2.2281388519862735) < 4e-15);
    CHECK(std::isnan(quantile_of(0.95, 0, false)));
}

TEST_CASE("An orthogonal decomposition solves least squares, with any number of parameters") {
    for (Eigen::Index n : {1, 2, 5, 9}) {
        Eigen::MatrixXd a(n + 3, n);
        for (Eigen::Index k = 0; k < n; ++k)
            for (Eigen::Index i = 0; i < n + 3; ++i) a(i, k) = std::cos(static_cast<double>(3 * i * i + 7 * k * k * i + k + 1));
        Eigen::VectorXd x(n);
        for (Eigen::Index k = 0; k < n; ++k) x[k] = 1 + static_cast<double>(k);
        orthogonal const qr(a);
        Eigen::VectorXd const found = qr.solve(product(a, x));
        CHECK((found - x).cwiseAbs().maxCoeff() < 1e-12);
        CHECK(qr.rank(1e-14) == n);
        Eigen::MatrixXd const root = qr.root(), square = product(transposed(a), a);
        CHECK((product(transposed(root), root) - square).cwiseAbs().maxCoeff() < 1e-14 * square.cwiseAbs().maxCoeff());
        Eigen::MatrixXd const identity = product(inverse_of(root), root);
        CHECK((identity - Eigen::MatrixXd::Identity(n, n)).cwiseAbs().maxCoeff() < 1e-9);
    }
    Eigen::MatrixXd dependent(3, 2);
    dependent << 1, 2, 2, 4, 3, 6;
    CHECK(orthogonal(dependent).rank(1e-14) == 1);
}

TEST_CASE("Singular values keep their digits however small they are") {
    // A = B*D, where B has orthogonal columns: the values are the lengths of its columns.
    Eigen::MatrixXd a(3, 3);
    a << 2e-12, 1, -2e8, 1e-12, 2, 2e8, 2e-12, -2, 1e8;
    singular_values const s(a);
    for (Eigen::Index k = 0; k < 3; ++k) CHECK(std::abs(s.values[k] / (3 * std::pow(10.0, k == 0 ? 8.0 : k == 1 ? 0.0 : -12.0)) - 1) < 1e-15);
    CHECK(std::abs(s.vectors(2, 0)) == 1);

    Eigen::MatrixXd b(2, 2);
    b << 3, 0, 4, 5;  // values sqrt(45) and sqrt(5)
    singular_values const t(b);
    CHECK(std::abs(t.values[0] - std::sqrt(45.0)) < 1e-14);
    CHECK(std::abs(t.values[1] - std::sqrt(5.0)) < 1e-14);
    CHECK(std::abs(std::abs(t.vectors(0, 0)) - std::sqrt(0.5)) < 1e-14);
    CHECK(singular_values(Eigen::MatrixXd::Zero(2, 2)).values[1] == 0);
}
