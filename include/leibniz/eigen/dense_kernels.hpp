#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace leibniz::detail {

// Products of matrices in column-major memory. Eigen's kernels are called directly: its expressions would be compiled anew for each
// pair of types, and take memory from the heap for what they pack.

using Eigen::Index;

/// A matrix in memory: its columns are contiguous and begin `stride` apart.
template <class T>
struct dense_view {
    T* data = nullptr;
    Index rows = 0, columns = 0, stride = 0;
};

/// Packets of half a register where a whole one holds more than four numbers: for what is small, and for ends.
template <class T, bool Halved = (Eigen::internal::packet_traits<T>::size > 4)>
struct small_packet {
    using type = typename Eigen::internal::packet_traits<T>::type;
    static constexpr int width = Eigen::internal::packet_traits<T>::size;
};
template <class T>
struct small_packet<T, true> {
    using type = typename Eigen::internal::packet_traits<T>::half;
    static constexpr int width = Eigen::internal::packet_traits<T>::size / 2;
};

/// y += c*x
template <class T>
void add_multiple(T* y, T const* x, T c, Index n) {
    using packet = typename Eigen::internal::packet_traits<T>::type;
    constexpr int width = Eigen::internal::packet_traits<T>::size;
    packet const all = Eigen::internal::pset1<packet>(c);
    Index k = 0;
    for (; k + width <= n; k += width)
        Eigen::internal::pstoreu(y + k, Eigen::internal::pmadd(all, Eigen::internal::ploadu<packet>(x + k), Eigen::internal::ploadu<packet>(y + k)));
    for (; k < n; ++k) y[k] += c * x[k];
}
/// y = c*x
template <class T>
void write_multiple(T* y, T const* x, T c, Index n) {
    using packet = typename Eigen::internal::packet_traits<T>::type;
    constexpr int width = Eigen::internal::packet_traits<T>::size;
    packet const all = Eigen::internal::pset1<packet>(c);
    Index k = 0;
    for (; k + width <= n; k += width) Eigen::internal::pstoreu(y + k, Eigen::internal::pmul(all, Eigen::internal::ploadu<packet>(x + k)));
    using small = typename small_packet<T>::type;
    for (; k + small_packet<T>::width <= n; k += small_packet<T>::width)
        Eigen::internal::pstoreu(y + k, Eigen::internal::pmul(Eigen::internal::pset1<small>(c), Eigen::internal::ploadu<small>(x + k)));
    for (; k < n; ++k) y[k] = c * x[k];
}
/// x'*y
template <class T>
T inner_product_of(T const* x, T const* y, Index n) {
    using packet = typename Eigen::internal::packet_traits<T>::type;
    constexpr int width = Eigen::internal::packet_traits<T>::size;
    packet sums[4];
    for (packet& each : sums) each = Eigen::internal::pset1<packet>(T(0));
    Index k = 0;
    for (; k + 4 * width <= n; k += 4 * width)
        for (int j = 0; j < 4; ++j)
            sums[j] = Eigen::internal::pmadd(Eigen::internal::ploadu<packet>(x + k + j * width),
                                             Eigen::internal::ploadu<packet>(y + k + j * width), sums[j]);
    for (; k + width <= n; k += width)
        sums[0] = Eigen::internal::pmadd(Eigen::internal::ploadu<packet>(x + k), Eigen::internal::ploadu<packet>(y + k), sums[0]);
    using small = typename small_packet<T>::type;
    small end = Eigen::internal::pset1<small>(T(0));
    for (; k + small_packet<T>::width <= n; k += small_packet<T>::width)
        end = Eigen::internal::pmadd(Eigen::internal::ploadu<small>(x + k), Eigen::internal::ploadu<small>(y + k), end);
    T total = Eigen::internal::predux(Eigen::internal::padd(Eigen::internal::padd(sums[0], sums[1]), Eigen::internal::padd(sums[2], sums[3])));
    if constexpr (small_packet<T>::width < width) total += Eigen::internal::predux(end);
    for (; k < n; ++k) total += x[k] * y[k];
    return total;
}
template <class T>
T sum_of(T const* x, Index n) {
    using packet = typename Eigen::internal::packet_traits<T>::type;
    constexpr int width = Eigen::internal::packet_traits<T>::size;
    packet sums[4];
    for (packet& each : sums) each = Eigen::internal::pset1<packet>(T(0));
    Index k = 0;
    for (; k + 4 * width <= n; k += 4 * width)
        for (int j = 0; j < 4; ++j) sums[j] = Eigen::internal::padd(sums[j], Eigen::internal::ploadu<packet>(x + k + j * width));
    for (; k + width <= n; k += width) sums[0] = Eigen::internal::padd(sums[0], Eigen::internal::ploadu<packet>(x + k));
    T total = Eigen::internal::predux(Eigen::internal::padd(Eigen::internal::padd(sums[0], sums[1]), Eigen::internal::padd(sums[2], sums[3])));
    for (; k < n; ++k) total += x[k];
    return total;
}

/// y += alpha*A*x, of which y and x are contiguous.
template <class T>
void add_matrix_vector(T* y, dense_view<T const> a, T const* x, T alpha) {
    using left = Eigen::internal::const_blas_data_mapper<T, Index, Eigen::ColMajor>;
    using right = Eigen::internal::const_blas_data_mapper<T, Index, Eigen::RowMajor>;
    Eigen::internal::general_matrix_vector_product<Index, T, left, Eigen::ColMajor, false, T, right, false>::run(
        a.rows, a.columns, left(a.data, a.stride), right(x, 1), y, 1, alpha);
}
/// y += alpha*A'*x
template <class T>
void add_transposed_vector(T* y, dense_view<T const> a, T const* x, T alpha) {
    using left = Eigen::internal::const_blas_data_mapper<T, Index, Eigen::RowMajor>;
    using right = Eigen::internal::const_blas_data_mapper<T, Index, Eigen::ColMajor>;
    Eigen::internal::general_matrix_vector_product<Index, T, left, Eigen::RowMajor, false, T, right, false>::run(
        a.columns, a.rows, left(a.data, a.stride), right(x, 1), y, 1, alpha);
}

/// The memory in which GEMM packs its operands; it is kept from one call to the next.
template <class T>
class packing_space : Eigen::internal::level3_blocking<T, T> {
public:
    using base = Eigen::internal::level3_blocking<T, T>;

    /// For a product of so many rows and columns, each the sum of `depth` products.
    base& fitted(Index rows, Index columns, Index depth) {
        this->m_mc = rows;
        this->m_nc = columns;
        this->m_kc = depth;
        Eigen::internal::computeProductBlockingSizes<T, T>(this->m_kc, this->m_mc, this->m_nc, Index(1));
        return reserved();
    }
    /// For the solution of a triangular system of so many equations, for so many columns at once.
    base& fitted_to_solve(Index size, Index columns) {
        Index free_columns = columns;
        this->m_mc = size;
        this->m_nc = columns;
        this->m_kc = size;
        Eigen::internal::computeProductBlockingSizes<T, T, 4>(this->m_kc, this->m_mc, free_columns, Index(1));
        return reserved();
    }

private:
    base& reserved() {
        Index const left = (this->m_mc * this->m_kc + 63) / 64 * 64, all = left + this->m_kc * this->m_nc + 64;
        if (memory_.size() < all) memory_.resize(all);
        this->m_blockA = memory_.data();
        this->m_blockB = memory_.data() + left;
        return *this;
    }

    Eigen::Array<T, Eigen::Dynamic, 1> memory_;
};

/// C += alpha*op(A)*op(B)
template <bool TurnsA, bool TurnsB, class T>
void add_product(dense_view<T> c, dense_view<T const> a, dense_view<T const> b, T alpha, packing_space<T>& space) {
    constexpr int order_a = TurnsA ? Eigen::RowMajor : Eigen::ColMajor, order_b = TurnsB ? Eigen::RowMajor : Eigen::ColMajor;
    Index const depth = TurnsA ? a.rows : a.columns;
    auto& blocking = space.fitted(c.rows, c.columns, depth);
    Eigen::internal::general_matrix_matrix_product<Index, T, order_a, false, T, order_b, false, Eigen::ColMajor, 1>::run(
        c.rows, c.columns, depth, a.data, a.stride, b.data, b.stride, c.data, 1, c.stride, alpha, blocking);
}

/// C += alpha*op(A)*op(B) where all sizes are so small that packing would cost more than it saves.
template <class T>
void add_small_product(dense_view<T> c, dense_view<T const> a, dense_view<T const> b, bool turns_a, bool turns_b, T alpha) {
    Index const depth = turns_a ? a.rows : a.columns;
    for (Index j = 0; j < c.columns; ++j) {
        T* const to = c.data + j * c.stride;
        for (Index k = 0; k < depth; ++k) {
            T const times = alpha * (turns_b ? b.data[j + k * b.stride] : b.data[k + j * b.stride]);
            if (turns_a)
                for (Index i = 0; i < c.rows; ++i) to[i] += times * a.data[k + i * a.stride];
            else
                for (Index i = 0; i < c.rows; ++i) to[i] += times * a.data[i + k * a.stride];
        }
    }
}

/// The same of a few numbers: column by column, of A as it is by multiples of its columns, of A' by products with them.
template <bool TurnsA, bool TurnsB, class T>
[[gnu::always_inline]] inline void multiply_few(dense_view<T> c, T const* addend, T beta, dense_view<T const> a, dense_view<T const> b, T alpha, Index depth) {
    using packet = typename small_packet<T>::type;
    constexpr int width = small_packet<T>::width;
    packet const factor = Eigen::internal::pset1<packet>(alpha), other_factor = Eigen::internal::pset1<packet>(beta);
    Index const step = TurnsB ? b.stride : 1;
    for (Index j = 0; j < c.columns; ++j) {
        T* const to = c.data + j * c.stride;
        T const* const by = b.data + (TurnsB ? j : j * b.stride);
        T const* const other = addend + (addend != nullptr ? j * c.rows : 0);
        Index i = 0;
        if constexpr (!TurnsA)
            for (; i + width <= c.rows; i += width) {
                packet sum = Eigen::internal::pset1<packet>(T(0));
                for (Index k = 0; k < depth; ++k)
                    sum = Eigen::internal::pmadd(Eigen::internal::ploadu<packet>(a.data + i + k * a.stride), Eigen::internal::pset1<packet>(by[k * step]), sum);
                sum = Eigen::internal::pmul(factor, sum);
                if (addend != nullptr) sum = Eigen::internal::pmadd(other_factor, Eigen::internal::ploadu<packet>(other + i), sum);
                Eigen::internal::pstoreu(to + i, sum);
            }
        for (; i < c.rows; ++i) {
            T sum = 0;
            Index k = 0;
            T const* const from = a.data + (TurnsA ? i * a.stride : i);
            if constexpr (TurnsA && !TurnsB) {
                if (depth >= width) {
                    packet products = Eigen::internal::pmul(Eigen::internal::ploadu<packet>(from), Eigen::internal::ploadu<packet>(by));
                    for (k = width; k + width <= depth; k += width)
                        products = Eigen::internal::pmadd(Eigen::internal::ploadu<packet>(from + k), Eigen::internal::ploadu<packet>(by + k), products);
                    sum = Eigen::internal::predux(products);
                }
            }
            for (; k < depth; ++k) sum += from[TurnsA ? k : k * a.stride] * by[k * step];
            to[i] = addend != nullptr ? beta * other[i] + alpha * sum : alpha * sum;
        }
    }
}

/// C = beta*(addend) + alpha*op(A)*op(B), of which C and the addend, which it may be itself, are contiguous. Only vectors that are contiguous
/// count as vectors.
template <bool TurnsA, bool TurnsB, class T>
[[gnu::always_inline]] inline void multiply_into(dense_view<T> c, T const* addend, T beta, dense_view<T const> a, dense_view<T const> b, T alpha, packing_space<T>& space) {
    Index const depth = TurnsA ? a.rows : a.columns;
    bool const column = c.columns == 1, row = c.rows == 1;
    if (column && row) {
        T const product = alpha * inner_product_of(a.data, b.data, depth);
        *c.data = addend != nullptr ? beta * *addend + product : product;
        return;
    }
    if (c.rows * c.columns * depth <= 64) return multiply_few<TurnsA, TurnsB>(c, addend, beta, a, b, alpha, depth);
    bool const accumulates = addend != nullptr;
    if (accumulates && addend != c.data) write_multiple(c.data, addend, beta, c.rows * c.columns);
    if (depth == 1 && !column && !row) {  // of two vectors: at the speed of writing
        for (Index j = 0; j < c.columns; ++j) {
            T const times = alpha * b.data[j];
            if (accumulates) add_multiple(c.data + j * c.stride, a.data, times, c.rows);
            else write_multiple(c.data + j * c.stride, a.data, times, c.rows);
        }
        return;
    }
    if (!accumulates) std::fill_n(c.data, c.rows * c.columns, T(0));
    if (c.rows == 0 || c.columns == 0 || depth == 0) return;
    if (column) return TurnsA ? add_transposed_vector(c.data, a, b.data, alpha) : add_matrix_vector(c.data, a, b.data, alpha);
    if (row) return TurnsB ? add_matrix_vector(c.data, b, a.data, alpha) : add_transposed_vector(c.data, b, a.data, alpha);
    if (c.rows + c.columns + depth < 20) return add_small_product(c, a, b, TurnsA, TurnsB, alpha);
    add_product<TurnsA, TurnsB>(c, a, b, alpha, space);
}

}  // namespace leibniz::detail
