#pragma once

#include <leibniz/evaluate/valued.hpp>
#include <leibniz/matrix.hpp>

#include <cmath>
#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// Values of formulas of vectors and matrices, node by node, in the plainest way: what the canonical form, derivatives and, later, programs
/// are measured against.
namespace matrix_values {

struct dense {
    int rows = 1, columns = 1;
    std::vector<double> entries{0};

    dense() = default;
    dense(double number) : entries{number} {}  // NOLINT
    dense(int r, int c, std::vector<double> all) : rows(r), columns(c), entries(std::move(all)) {}
    dense(int r, int c, double fill = 0) : rows(r), columns(c), entries(static_cast<std::size_t>(r * c), fill) {}

    double& at(int i, int j) { return entries[static_cast<std::size_t>(i * columns + j)]; }
    double at(int i, int j) const { return entries[static_cast<std::size_t>(i * columns + j)]; }
    bool is_number() const { return rows == 1 && columns == 1; }
    /// An entry, or the number that stands in all.
    double spread(std::size_t k) const { return is_number() ? entries[0] : entries[k]; }
};

template <class F>
dense entrywise(dense const& a, dense const& b, F f) {
    dense result = a.is_number() ? b : a;
    if (!a.is_number() && !b.is_number() && (a.rows != b.rows || a.columns != b.columns)) throw std::logic_error("shapes differ");
    for (std::size_t k = 0; k < result.entries.size(); ++k) result.entries[k] = f(a.spread(k), b.spread(k));
    return result;
}
inline dense operator+(dense const& a, dense const& b) {
    return entrywise(a, b, [](double u, double v) { return u + v; });
}
inline dense operator-(dense const& a, dense const& b) {
    return entrywise(a, b, [](double u, double v) { return u - v; });
}
inline dense times(dense const& a, dense const& b) {
    return entrywise(a, b, [](double u, double v) { return u * v; });
}
inline dense transposed(dense const& a) {
    dense t(a.columns, a.rows);
    for (int i = 0; i < a.rows; ++i)
        for (int j = 0; j < a.columns; ++j) t.at(j, i) = a.at(i, j);
    return t;
}
inline dense operator*(dense const& a, dense const& b) {
    if (a.is_number() || b.is_number()) return times(a, b);
    if (a.columns != b.rows) throw std::logic_error("no product");
    dense c(a.rows, b.columns);
    for (int i = 0; i < a.rows; ++i)
        for (int j = 0; j < b.columns; ++j)
            for (int k = 0; k < a.columns; ++k) c.at(i, j) += a.at(i, k) * b.at(k, j);
    return c;
}
inline double total(dense const& a) {
    double sum = 0;
    for (double entry : a.entries) sum += entry;
    return sum;
}
/// The inverse by Gauss and Jordan with pivots, and the determinant.
inline std::pair<dense, double> inverse(dense a) {
    if (a.rows != a.columns) throw std::logic_error("not square");
    int const n = a.rows;
    dense b(n, n);
    double determinant = 1;
    for (int i = 0; i < n; ++i) b.at(i, i) = 1;
    for (int k = 0; k < n; ++k) {
        int pivot = k;
        for (int i = k; i < n; ++i)
            if (std::abs(a.at(i, k)) > std::abs(a.at(pivot, k))) pivot = i;
        for (int j = 0; j < n; ++j) std::swap(a.at(k, j), a.at(pivot, j)), std::swap(b.at(k, j), b.at(pivot, j));
        if (pivot != k) determinant = -determinant;
        double const d = a.at(k, k);
        determinant *= d;
        for (int j = 0; j < n; ++j) a.at(k, j) /= d, b.at(k, j) /= d;
        for (int i = 0; i < n; ++i) {
            double const f = a.at(i, k);
            for (int j = 0; j < n && i != k; ++j) a.at(i, j) -= f * a.at(k, j), b.at(i, j) -= f * b.at(k, j);
        }
    }
    return {b, determinant};
}

using bound = std::map<std::string, dense, std::less<>>;
using sizes = std::map<std::string, int, std::less<>>;

/// The value of a function of the table of whole matrices, or entry by entry.
inline dense value_of(leibniz::function const& fn, std::vector<dense> const& u) {
    using namespace leibniz;
    using namespace leibniz::detail;
    if (is_row<transposition>(fn)) return transposed(u[0]);
    if (is_row<matrix_product>(fn)) {
        dense product = u[0];
        for (std::size_t k = 1; k < u.size(); ++k) product = product * u[k];
        return product;
    }
    if (is_row<entrywise_product>(fn)) return times(u[0], u[1]);
    if (is_row<entrywise_quotient>(fn)) return entrywise(u[0], u[1], [](double a, double b) { return a / b; });
    if (is_row<entrywise_power>(fn)) return entrywise(u[0], u[1], [](double a, double b) { return std::pow(a, b); });
    if (is_row<ones_matrix>(fn)) return {static_cast<int>(u[0].entries[0]), static_cast<int>(u[1].entries[0]), 1};
    if (is_row<sum_over_rows>(fn) || is_row<mean_over_rows>(fn)) return u[0];  // over one row
    if (is_row<inner_product>(fn)) return total(times(u[0], u[1]));
    if (is_row<ones_vector>(fn)) return {static_cast<int>(u[0].entries[0]), 1, 1};
    if (is_row<zero_matrix>(fn)) return {static_cast<int>(u[0].entries[0]), static_cast<int>(u[1].entries[0]), 0};
    if (is_row<identity_matrix>(fn)) {
        int const n = static_cast<int>(u[0].entries[0]);
        dense one(n, n);
        for (int i = 0; i < n; ++i) one.at(i, i) = 1;
        return one;
    }
    if (is_row<matrix_inverse>(fn)) return inverse(u[0]).first;
    if (is_row<determinant_of_matrix>(fn)) return inverse(u[0]).second;
    if (is_row<log_determinant>(fn)) return std::log(std::abs(inverse(u[0]).second));
    if (is_row<matrix_trace>(fn)) {
        double sum = 0;
        for (int i = 0; i < u[0].rows; ++i) sum += u[0].at(i, i);
        return sum;
    }
    if (is_row<diagonal_of_vector>(fn)) {
        dense d(u[0].rows, u[0].rows);
        for (int i = 0; i < u[0].rows; ++i) d.at(i, i) = u[0].at(i, 0);
        return d;
    }
    if (is_row<main_diagonal>(fn)) {
        dense d(u[0].rows, 1);
        for (int i = 0; i < u[0].rows; ++i) d.at(i, 0) = u[0].at(i, i);
        return d;
    }
    if (is_row<sum_of_entries>(fn) || is_row<summation>(fn)) return total(u[0]);
    if (is_row<averaging>(fn)) return total(u[0]) / static_cast<double>(u[0].entries.size());
    if (is_row<euclidean_norm>(fn)) return std::sqrt(total(times(u[0], u[0])));
    if (is_row<vector_log_sum_exp>(fn) || is_row<vector_softmax>(fn)) {
        dense e = u[0];
        for (double& entry : e.entries) entry = std::exp(entry);
        double const sum = total(e);
        return is_row<vector_softmax>(fn) ? times(e, 1 / sum) : dense(std::log(sum));
    }
    if (is_row<addition>(fn)) return u[0] + u[1];
    if (is_row<subtraction>(fn)) return u[0] - u[1];
    if (is_row<multiplication>(fn)) return u[0] * u[1];
    dense result;
    for (dense const& each : u)
        if (!each.is_number()) result = each;
    function const& row = valued(fn);
    for (std::size_t k = 0; k < result.entries.size(); ++k) {
        double operands[leibniz::most_arguments]{};
        for (std::size_t j = 0; j < u.size(); ++j) operands[j] = u[j].spread(k);
        result.entries[k] = row.value(operands);
    }
    return result;
}

inline double ratio(leibniz::rational r) { return static_cast<double>(r.numerator()) / static_cast<double>(r.denominator()); }
inline std::string string_of(leibniz::text_view text) { return {text.data(), text.size()}; }

/// The value of a formula as it was written.
inline dense value_of(leibniz::written const& w, bound const& all, sizes const& of) {
    using namespace leibniz;
    auto const size = [&of](written const& d) { return d.name.empty() ? static_cast<int>(ratio(d.number)) : of.at(string_of(d.name)); };
    if (w.what == form::number) return ratio(w.number);
    if (w.what == form::symbol) return all.at(string_of(w.name));
    if (w.what == form::matrix) {
        if (is_row<detail::matrix_variable>(*w.fn)) return all.at(string_of(w.name));
        dense const rows = size(*w.operands[0]), columns = size(*w.operands[1]);
        if (is_row<detail::identity_matrix>(*w.fn)) return value_of(*w.fn, {rows});
        return {static_cast<int>(rows.entries[0]), static_cast<int>(columns.entries[0]), 1};
    }
    std::vector<dense> u;
    for (int k = 0; k < w.count; ++k) u.push_back(value_of(*w.operands[k], all, of));
    return value_of(*w.fn, u);
}

/// The value of a node of a graph, or of a finished one.
template <class Graph>
dense value_of(Graph const& g, int i, bound const& all, sizes const& of) {
    using namespace leibniz;
    node const& n = g[i];
    if (n.what == kind::number) return ratio(n.number);
    if (n.what == kind::symbol) return n.number == rational(detail::marked_size) ? dense(of.at(string_of(n.name))) : all.at(string_of(n.name));
    std::vector<dense> u;
    for (int k = 0; k < n.count; ++k) u.push_back(value_of(g, g.operand(i, k), all, of));
    dense result = u[0];
    switch (n.what) {
    case kind::reduction: return u[0];  // over one row
    case kind::scale: return times(u[0], ratio(n.number));
    case kind::sum:
        for (std::size_t k = 1; k < u.size(); ++k) result = result + u[k];
        return result;
    case kind::product:
        for (std::size_t k = 1; k < u.size(); ++k) result = times(result, u[k]);
        return result;
    default: return value_of(*n.fn, u);
    }
}

}  // namespace matrix_values
