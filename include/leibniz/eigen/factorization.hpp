#pragma once

#include <leibniz/eigen/dense_kernels.hpp>

#include <utility>

namespace leibniz::detail {

/// The triangular factors of a square matrix with row exchanges, P*A = L*U, in memory of the caller: L below the diagonal, U on it and
/// above. Blocks of columns, so that most of the work is GEMM (Golub and Van Loan, Matrix Computations, 3.2 and 3.4).
template <class T>
class factorization_view {
public:
    factorization_view(T* entries, Index* exchanges, Index size) : a_(entries), exchanges_(exchanges), n_(size) {}

    T* entries() const { return a_; }
    /// Replaces the entries by the factors.
    void factorize(packing_space<T>& space) {
        for (Index from = 0; from < n_; from += block) {
            Index const width = std::min(block, n_ - from), rest = n_ - from - width;
            factorize_panel(from, width);
            if (rest == 0) continue;
            solve_block<true, false>(from, width, at(from, from + width), n_, rest, space);
            subtract(at(from + width, from + width), rest, rest, at(from + width, from), at(from, from + width), width, n_, space);
        }
    }
    T determinant() const {
        T all = 1;
        for (Index k = 0; k < n_; ++k) all *= exchanges_[k] == k ? *at(k, k) : -*at(k, k);
        return all;
    }
    T log_determinant() const {
        T all = 0;
        for (Index k = 0; k < n_; ++k) all += std::log(std::abs(*at(k, k)));
        return all;
    }

    /// Replaces the columns of b by the solutions of A*x = b, or A'*x = b.
    void solve(T* b, Index columns, bool transposed, packing_space<T>& space) const {
        if (!transposed) {
            for (Index j = 0; j < columns; ++j)
                for (Index k = 0; k < n_; ++k) std::swap(b[j * n_ + k], b[j * n_ + exchanges_[k]]);
            solve_triangle<true, false>(b, columns, space);
            solve_triangle<false, false>(b, columns, space);
            return;
        }
        solve_triangle<false, true>(b, columns, space);
        solve_triangle<true, true>(b, columns, space);
        for (Index j = 0; j < columns; ++j)
            for (Index k = n_; k-- > 0;) std::swap(b[j * n_ + k], b[j * n_ + exchanges_[k]]);
    }

private:
    static constexpr Index block = 24;

    T* at(Index i, Index j) const { return a_ + i + j * n_; }

    void factorize_panel(Index from, Index width) {
        for (Index k = from; k < from + width; ++k) {
            Index pivot = k;
            for (Index i = k + 1; i < n_; ++i)
                if (std::abs(*at(i, k)) > std::abs(*at(pivot, k))) pivot = i;
            exchanges_[k] = pivot;
            if (pivot != k)
                for (Index j = 0; j < n_; ++j) std::swap(*at(k, j), *at(pivot, j));
            if (*at(k, k) == T(0)) continue;  // then so is the column below, and the factor 0 does
            T const inverse = T(1) / *at(k, k);
            for (Index i = k + 1; i < n_; ++i) *at(i, k) *= inverse;
            for (Index j = k + 1; j < from + width; ++j) add_multiple(at(k + 1, j), at(k + 1, k), -*at(k, j), n_ - k - 1);
        }
    }

    /// Solves with a triangle of the diagonal block from..from + size for columns of b, which begin `stride` apart.
    template <bool Lower, bool Transposed>
    void solve_block(Index from, Index size, T* b, Index stride, Index columns, packing_space<T>& space) const {
        constexpr bool forward = Lower != Transposed;
        if (columns == 1) return solve_block_for_one<Lower, Transposed>(from, size, b);
        constexpr int mode = int(forward ? Eigen::Lower : Eigen::Upper) | int(Lower ? Eigen::UnitDiag : 0);
        auto& blocking = space.fitted_to_solve(size, columns);
        Eigen::internal::triangular_solve_matrix<T, Index, Eigen::OnTheLeft, mode, false, Transposed ? Eigen::RowMajor : Eigen::ColMajor, Eigen::ColMajor,
                                                 1>::run(size, columns, at(from, from), n_, b, 1, stride, blocking);
    }
    template <bool Lower, bool Transposed>
    void solve_block_for_one(Index from, Index size, T* x) const {
        constexpr bool forward = Lower != Transposed;
        for (Index step = 0; step < size; ++step) {
            Index const k = forward ? step : size - 1 - step;
            Index const first = forward == Transposed ? 0 : k + 1, count = forward == Transposed ? k : size - 1 - k;
            if constexpr (Transposed) x[k] -= inner_product_of(at(from + first, from + k), x + first, count);
            if constexpr (!Lower) x[k] /= *at(from + k, from + k);
            if constexpr (!Transposed) add_multiple(x + first, at(from + first, from + k), -x[k], count);
        }
    }

    template <bool Lower, bool Transposed>
    void solve_triangle(T* b, Index columns, packing_space<T>& space) const {
        if (columns != 1) return solve_block<Lower, Transposed>(0, n_, b, n_, columns, space);
        constexpr bool forward = Lower != Transposed;
        Index const blocks = (n_ + block - 1) / block;
        for (Index step = 0; step < blocks; ++step) {
            Index const from = (forward ? step : blocks - 1 - step) * block, width = std::min(block, n_ - from);
            solve_block_for_one<Lower, Transposed>(from, width, b + from);
            Index const first = forward ? from + width : 0, rest = forward ? n_ - from - width : from;
            if (rest == 0) continue;
            if constexpr (Transposed) add_transposed_vector(b + first, {at(from, first), width, rest, n_}, b + from, T(-1));
            else add_matrix_vector(b + first, {at(first, from), rest, width, n_}, b + from, T(-1));
        }
    }
    /// C -= A*B
    void subtract(T* c, Index rows, Index columns, T const* a, T const* b, Index depth, Index stride, packing_space<T>& space) const {
        if (columns == 1) return add_matrix_vector(c, {a, rows, depth, stride}, b, T(-1));
        add_product<false, false>(dense_view<T>{c, rows, columns, stride}, dense_view<T const>{a, rows, depth, stride},
                                  dense_view<T const>{b, depth, columns, stride}, T(-1), space);
    }

    T* a_;
    Index* exchanges_;
    Index n_;
};

}  // namespace leibniz::detail
