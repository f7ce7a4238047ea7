#pragma once

#include <leibniz/eigen/dense_kernels.hpp>

#include <limits>
#include <utility>

namespace leibniz::inline v0_1::detail {

/// The triangular factors of a square matrix with row exchanges, P*A = L*U, in memory of the caller: L below the diagonal, U on it and
/// above. Blocks of columns, so that most of the work is GEMM (Golub and Van Loan, Matrix Computations, 3.2 and 3.4). A positive definite
/// matrix has Cholesky's factors, A = L*D*L' (4.1 and 4.2), kept as L and U = D*L', so that solutions and determinants are those of any matrix.
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
    /// The same of a symmetric matrix, of which the entries on and below the diagonal are read, by half the work. Returns false where it is
    /// not positive definite; the entries have no meaning then.
    bool factorize_positive(packing_space<T>& space) {
        for (Index k = 0; k < n_; ++k) {
            if (!is_positive(*at(k, k))) return false;
            exchanges_[k] = k;
        }
        if (n_ > block) {  // room for `factorize`, so that it does not depend on the entries when memory is taken
            space.fitted(n_ - block, n_ - block, block);
            space.fitted_to_solve(block, n_ - block);
        }
        for (Index from = 0; from < n_; from += block) {
            Index const width = std::min(block, n_ - from);
            if (from > 0) subtract(at(from, from), n_ - from, width, at(from, 0), at(0, from), from, n_, space);
            if (!factorize_positive_panel(from, width)) return false;
        }
        return true;
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

    /// The inverse of a symmetric matrix. Of a positive definite one only the lower triangle is computed, by a third of the work: columns of
    /// inv(L) begin at the diagonal, and U is solved from the last row up, to the diagonal.
    void invert_symmetric(T* out, packing_space<T>& space) const {
        std::fill_n(out, n_ * n_, T(0));
        bool positive = true;
        for (Index k = 0; k < n_; ++k) {
            out[k + k * n_] = T(1);
            positive = positive && exchanges_[k] == k && is_positive(*at(k, k));
        }
        if (!positive) return solve(out, n_, false, space);
        space.fitted_to_solve(n_, n_);  // room for `solve`
        if (n_ <= few) return invert_few(out);
        for (Index from = 0; from < n_; from += columns_at_once) {
            Index const width = std::min(columns_at_once, n_ - from);
            T* const first = out + from + from * n_;
            solve_block<true, false>(from, n_ - from, first, n_, width, space);
            solve_block<false, false>(from, n_ - from, first, n_, width, space);
        }
        for (Index j = 0; j < n_; ++j)
            for (Index i = 0; i < j; ++i) out[i + j * n_] = out[j + i * n_];
    }


private:
    static constexpr Index block = 24, columns_at_once = 48, few = 64;

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

    /// Of which there is an inverse as well.
    static bool is_positive(T pivot) { return pivot >= std::numeric_limits<T>::min() && pivot <= std::numeric_limits<T>::max(); }

    bool factorize_positive_panel(Index from, Index width) {
        Index const end = from + width;
        for (Index k = from; k < end; ++k) {
            subtract_multiples(at(k, k), n_ - k, at(k, from), n_, at(from, k), 1, k - from);
            T const pivot = *at(k, k);
            if (!is_positive(pivot)) return false;
            for (Index j = k + 1; j < end; ++j) *at(k, j) = *at(j, k);
            write_multiple(at(k + 1, k), at(k + 1, k), T(1) / pivot, n_ - k - 1);
        }
        for (Index j = end; j < n_; ++j)
            for (Index k = from; k < end; ++k) *at(k, j) = *at(k, k) * *at(j, k);
        return true;
    }

    /// The inverse of a few rows and columns, row by row of inv(L) and then of the inverse, which stand in the columns of `out`: of each what
    /// stands left of the diagonal, and a little more where that fills a packet.
    void invert_few(T* out) const {
        constexpr Index width = small_packet<T>::width;
        auto const rows = [this](Index least) { return std::min((least + width - 1) / width * width, n_); };
        for (Index k = 1; k < n_; ++k) subtract_multiples(out + k * n_, rows(k), out, n_, at(k, 0), n_, k);
        for (Index k = n_; k-- > 0;) {
            T* const row = out + k * n_;
            if (k + 1 < n_) subtract_multiples(row, rows(k + 1), row + n_, n_, at(k, k + 1), n_, n_ - 1 - k);
            write_multiple(row, row, T(1) / *at(k, k), k + 1);
        }
        for (Index j = 0; j < n_; ++j)
            for (Index i = j + 1; i < n_; ++i) out[i + j * n_] = out[j + i * n_];
    }

    /// y -= sum over k of a(:, k)*c[k*step], of which y is kept in registers.
    static void subtract_multiples(T* y, Index rows, T const* a, Index stride, T const* c, Index step, Index count) {
        using packet = typename Eigen::internal::packet_traits<T>::type;
        constexpr Index width = Eigen::internal::packet_traits<T>::size;
        Index i = 0;
        for (; i + 2 * width <= rows; i += 2 * width) {
            packet first = Eigen::internal::ploadu<packet>(y + i), second = Eigen::internal::ploadu<packet>(y + i + width);
            for (Index k = 0; k < count; ++k) {
                packet const factor = Eigen::internal::pset1<packet>(-c[k * step]);
                first = Eigen::internal::pmadd(factor, Eigen::internal::ploadu<packet>(a + i + k * stride), first);
                second = Eigen::internal::pmadd(factor, Eigen::internal::ploadu<packet>(a + i + width + k * stride), second);
            }
            Eigen::internal::pstoreu(y + i, first);
            Eigen::internal::pstoreu(y + i + width, second);
        }
        i = subtract_multiples_of<packet>(y, rows, a, stride, c, step, count, i);
        i = subtract_multiples_of<typename small_packet<T>::type>(y, rows, a, stride, c, step, count, i);
        for (; i < rows; ++i) {
            T rest = y[i];
            for (Index k = 0; k < count; ++k) rest -= c[k * step] * a[i + k * stride];
            y[i] = rest;
        }
    }
    template <class Packet>
    static Index subtract_multiples_of(T* y, Index rows, T const* a, Index stride, T const* c, Index step, Index count, Index i) {
        constexpr Index width = Eigen::internal::unpacket_traits<Packet>::size;
        for (; i + width <= rows; i += width) {
            Packet rest = Eigen::internal::ploadu<Packet>(y + i);
            for (Index k = 0; k < count; ++k)
                rest = Eigen::internal::pmadd(Eigen::internal::pset1<Packet>(-c[k * step]), Eigen::internal::ploadu<Packet>(a + i + k * stride), rest);
            Eigen::internal::pstoreu(y + i, rest);
        }
        return i;
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

}  // namespace leibniz::inline v0_1::detail
