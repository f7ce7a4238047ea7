#pragma once

#include <leibniz/calculus/structure.hpp>
#include <leibniz/evaluate/evaluate.hpp>

#include <Eigen/SparseCore>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <type_traits>

namespace leibniz::inline v0_1 {

namespace detail {

/// The entries of `nonzeros` as a compressed matrix has them: row by row, or column by column.
template <class Nonzeros, bool ByRow>
struct compressed {
    static constexpr int outer_size = ByRow ? Nonzeros::height : Nonzeros::width;
    int outer[outer_size + 1]{};                            // where each row or column begins
    int inner[static_cast<unsigned>(Nonzeros::size + 1)]{};  // the columns or rows of its entries
    int place[static_cast<unsigned>(Nonzeros::size + 1)]{};  // where entry k of `nonzeros` stands

    constexpr compressed() {
        auto const& main = ByRow ? Nonzeros::rows : Nonzeros::columns;
        auto const& other = ByRow ? Nonzeros::columns : Nonzeros::rows;
        for (int line : main) ++outer[line + 1];
        for (int line = 0; line < outer_size; ++line) outer[line + 1] += outer[line];
        int next[outer_size + 1]{};
        for (int k = 0; k < Nonzeros::size; ++k) {
            auto const entry = static_cast<unsigned>(k);
            place[k] = outer[main[entry]] + next[main[entry]]++;
            inner[place[k]] = other[entry];
        }
    }
    static compressed const value;
};
template <class Nonzeros, bool ByRow>
inline constexpr compressed<Nonzeros, ByRow> compressed<Nonzeros, ByRow>::value{};

template <class T, int Options, class Index>
struct eigen_memory<Eigen::SparseMatrix<T, Options, Index>> {
    static constexpr bool is = true;

    template <class E, class... B>
    static void write(Eigen::SparseMatrix<T, Options, Index>& out, B const&... arguments) {
        constexpr bool has_structure = requires { E::rows; };
        static_assert(has_structure, "evaluate_into: a sparse matrix takes the entries of a structure; write nonzeros(h)");
        if constexpr (has_structure) {
            auto const& pattern = compressed<E, bool(Options & Eigen::RowMajorBit)>::value;
            bool const fits = out.isCompressed() && out.rows() == E::height && out.cols() == E::width && out.nonZeros() == E::size &&
                              std::equal(pattern.outer, pattern.outer + pattern.outer_size, out.outerIndexPtr()) &&
                              std::equal(pattern.inner, pattern.inner + E::size, out.innerIndexPtr());
            if (!fits)
                throw std::invalid_argument(
                    "evaluate_into: the sparse matrix has another pattern than the results; make it with sparse_matrix(nonzeros(h))");
            using number = typename common_number<typename argument<B>::number...>::type;
            number all[E::size + 1];
            run_program<E>(all, arguments...);
            for (int k = 0; k < E::size; ++k) out.valuePtr()[pattern.place[k]] = static_cast<T>(all[k]);
        }
    }
};

}  // namespace detail

/// A compressed sparse matrix with the pattern of `nonzeros(table)`, all values 0. `evaluate_into(m, nonzeros(table), …)` fills in the
/// values as often as one likes and allocates nothing; it throws std::invalid_argument for a matrix of another pattern. Of
/// `lower(h)` only the lower triangle is stored: what `m.selfadjointView<Eigen::Lower>()` and SimplicialLDLT read.
///
///     constexpr auto j = nonzeros(jacobian(outputs(w*x, b), wrt(w, b, x)));
///     Eigen::SparseMatrix<double> m = sparse_matrix(j);
///     evaluate_into(m, j, w = 2.0, x = 3.0);
///     assert(m.nonZeros() == 3 && m.coeff(0, 0) == 3.0 && m.coeff(1, 1) == 1.0);
template <class T = double, int Options = Eigen::ColMajor, class Table, bool Lower>
Eigen::SparseMatrix<T, Options> sparse_matrix(nonzeros_of<Table, Lower>) {
    using nonzeros = nonzeros_of<Table, Lower>;
    auto const& pattern = detail::compressed<nonzeros, bool(Options & Eigen::RowMajorBit)>::value;
    Eigen::SparseMatrix<T, Options> m(nonzeros::height, nonzeros::width);
    m.resizeNonZeros(nonzeros::size);
    std::copy(pattern.outer, pattern.outer + pattern.outer_size + 1, m.outerIndexPtr());
    std::copy(pattern.inner, pattern.inner + nonzeros::size, m.innerIndexPtr());
    std::fill(m.valuePtr(), m.valuePtr() + nonzeros::size, T(0));
    return m;
}

}  // namespace leibniz::inline v0_1
