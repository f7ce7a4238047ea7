#pragma once

#include <leibniz/fit/orthogonal.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// Singular values, largest first, and right singular vectors of a square matrix, by rotations of its columns: small ones have as many
/// digits as large ones (Hestenes, 1958; Demmel and Veselić, 1992).
struct singular_values {
    Eigen::VectorXd values;
    Eigen::MatrixXd vectors;

    explicit singular_values(Eigen::MatrixXd a) : values(a.cols()), vectors(a.cols(), a.cols()) {
        Eigen::Index const n = a.cols();
        Eigen::MatrixXd v = constant_matrix(n, n, 0);
        for (Eigen::Index k = 0; k < n; ++k) v(k, k) = 1;
        bool rotated = true;
        for (int sweep = 0; rotated && sweep < 60; ++sweep) {
            rotated = false;
            for (Eigen::Index i = 0; i < n; ++i)
                for (Eigen::Index k = i + 1; k < n; ++k) rotated |= make_orthogonal(a, v, i, k);
        }
        std::vector<Eigen::Index> order(static_cast<std::size_t>(n));
        std::iota(order.begin(), order.end(), Eigen::Index(0));
        Eigen::VectorXd const lengths = lengths_of_columns(a);
        for (std::size_t k = 1; k < order.size(); ++k)  // by insertion: they are few
            for (std::size_t i = k; i > 0 && lengths[order[i]] > lengths[order[i - 1]]; --i) std::swap(order[i], order[i - 1]);
        for (Eigen::Index k = 0; k < n; ++k) {
            Eigen::Index const at = order[static_cast<std::size_t>(k)];
            values[k] = lengths[at];
            std::copy_n(v.data() + at * n, n, vectors.data() + k * n);
        }
    }

private:
    static void rotate(Eigen::MatrixXd& m, Eigen::Index i, Eigen::Index k, double c, double s) {
        for (Eigen::Index row = 0; row < m.rows(); ++row) {
            double const first = m(row, i), second = m(row, k);
            m(row, i) = c * first - s * second, m(row, k) = s * first + c * second;
        }
    }
    /// Rotates two columns until they are orthogonal; false if they were.
    static bool make_orthogonal(Eigen::MatrixXd& a, Eigen::MatrixXd& v, Eigen::Index i, Eigen::Index k) {
        double const *first = a.data() + i * a.rows(), *second = a.data() + k * a.rows();
        double const p = dot(first, first, a.rows()), q = dot(second, second, a.rows()), both = dot(first, second, a.rows());
        if (!(std::abs(both) > std::numeric_limits<double>::epsilon() * std::sqrt(p) * std::sqrt(q))) return false;
        double const zeta = (q - p) / (2 * both), tangent = (zeta < 0 ? -1 : 1) / (std::abs(zeta) + std::hypot(1, zeta));
        double const c = 1 / std::hypot(1, tangent), s = c * tangent;
        rotate(a, i, k, c, s), rotate(v, i, k, c, s);
        return true;
    }
};

}  // namespace leibniz::inline v0_1::detail
