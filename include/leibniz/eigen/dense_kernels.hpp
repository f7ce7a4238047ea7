#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace leibniz::inline v0_1::detail {

// Products of matrices in column-major memory. Eigen's kernels are called directly: its expressions would be compiled anew for each
// pair of types, and take memory from the heap for what they pack.

using Eigen::Index;

/// A matrix in memory: its columns are contiguous and begin `stride` apart.
template <class T>
struct dense_view {
    T* data = nullptr;
    Index rows = 0, columns = 0, stride = 0;
};

/// Writes a matrix, or its transpose, column by column.
template <class T>
void write_copy(T* to, dense_view<T> const& from, bool turned) {
    if (!turned) {
        for (Index j = 0; j < from.columns; ++j) std::copy_n(from.data + j * from.stride, from.rows, to + j * from.rows);
        return;
    }
    constexpr Index tile = 16;
    for (Index first = 0; first < from.columns; first += tile)
        for (Index i = 0; i < from.rows; ++i)
            for (Index j = first; j < std::min(first + tile, from.columns); ++j) to[j + i * from.columns] = from.data[i + j * from.stride];
}

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
    using small = typename small_packet<T>::type;
    constexpr int width = Eigen::internal::packet_traits<T>::size;
    using Eigen::internal::padd, Eigen::internal::pmadd, Eigen::internal::pmul, Eigen::internal::ploadu, Eigen::internal::predux;
    T total = 0;
    Index k = 0;
    if (n >= width) {
        packet sum = pmul(ploadu<packet>(x), ploadu<packet>(y));
        k = width;
        if (n >= 4 * width) {
            auto const product = [&](int place) { return pmul(ploadu<packet>(x + place * width), ploadu<packet>(y + place * width)); };
            auto const added = [&](int place, packet const& to) {
                return pmadd(ploadu<packet>(x + k + place * width), ploadu<packet>(y + k + place * width), to);
            };
            packet second = product(1), third = product(2), fourth = product(3);
            for (k = 4 * width; k + 4 * width <= n; k += 4 * width)
                sum = added(0, sum), second = added(1, second), third = added(2, third), fourth = added(3, fourth);
            sum = padd(padd(sum, second), padd(third, fourth));
        }
        for (; k + width <= n; k += width) sum = pmadd(ploadu<packet>(x + k), ploadu<packet>(y + k), sum);
        total = predux(sum);
    }
    if constexpr (small_packet<T>::width < width)
        for (; k + small_packet<T>::width <= n; k += small_packet<T>::width) total += predux(pmul(ploadu<small>(x + k), ploadu<small>(y + k)));
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

}  // namespace leibniz::inline v0_1::detail
