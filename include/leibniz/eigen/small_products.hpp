#pragma once

#include <leibniz/eigen/dense_kernels.hpp>

namespace leibniz::inline v0_1::detail {

/// y = beta*(addend) + alpha*op(A)*x of few entries, for which Eigen's kernels take longer to begin than to run; those of x stand `step`
/// apart, and the addend may be y. Several entries at once: of A*x as sums of columns, of A'*x as the sums of a block that is transposed.
template <bool TurnsA, class T>
[[gnu::always_inline]] inline void write_small_product(T* y, T const* addend, T const* a, Index stride, Index rows, Index depth, T const* x, Index step, T alpha, T beta) {
    using packet = typename small_packet<T>::type;
    constexpr int width = small_packet<T>::width;
    using Eigen::internal::padd, Eigen::internal::pmadd, Eigen::internal::pset1, Eigen::internal::ploadu;
    Index i = 0;
    auto const write = [&](packet sum) {
        sum = Eigen::internal::pmul(pset1<packet>(alpha), sum);
        if (addend != nullptr) sum = pmadd(pset1<packet>(beta), ploadu<packet>(addend + i), sum);
        Eigen::internal::pstoreu(y + i, sum);
        i += width;
    };
    if constexpr (TurnsA) {
        while (i + width <= rows) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wignored-attributes"  // of packets, whose alignment says nothing new here
            Eigen::internal::PacketBlock<packet, width> block;
#pragma GCC diagnostic pop
            for (packet& each : block.packet) each = pset1<packet>(T(0));
            T const* const from = a + i * stride;
            Index k = 0;
            for (; k + width <= depth; k += width) {
                packet const by = step == 1 ? ploadu<packet>(x + k) : Eigen::internal::pgather<T, packet>(x + k * step, step);
                for (int j = 0; j < width; ++j) block.packet[j] = pmadd(ploadu<packet>(from + k + j * stride), by, block.packet[j]);
            }
            Eigen::internal::ptranspose(block);
            packet sum = block.packet[0];
            for (int j = 1; j < width; ++j) sum = padd(sum, block.packet[j]);
            for (; k < depth; ++k) sum = pmadd(Eigen::internal::pgather<T, packet>(from + k, stride), pset1<packet>(x[k * step]), sum);
            write(sum);
        }
    } else {
        while (i + 2 * width <= rows) {
            packet first = pset1<packet>(T(0)), second = first;
            T const *from = a + i, *by = x;
            for (Index k = 0; k < depth; ++k, from += stride, by += step) {
                packet const all = pset1<packet>(*by);
                first = pmadd(ploadu<packet>(from), all, first);
                second = pmadd(ploadu<packet>(from + width), all, second);
            }
            write(first), write(second);
        }
        if (i + width <= rows) {
            packet even = pset1<packet>(T(0)), odd = even;
            T const *from = a + i, *by = x;
            Index k = 0;
            for (; k + 2 <= depth; k += 2, from += 2 * stride, by += 2 * step) {
                even = pmadd(ploadu<packet>(from), pset1<packet>(*by), even);
                odd = pmadd(ploadu<packet>(from + stride), pset1<packet>(by[step]), odd);
            }
            if (k < depth) even = pmadd(ploadu<packet>(from), pset1<packet>(*by), even);
            write(padd(even, odd));
        }
    }
    for (; i < rows; ++i) {
        T const* const from = a + (TurnsA ? i * stride : i);
        T sum = 0;
        for (Index k = 0; k < depth; ++k) sum += from[TurnsA ? k : k * stride] * x[k * step];
        y[i] = addend != nullptr ? beta * addend[i] + alpha * sum : alpha * sum;
    }
}

/// C = beta*(addend) + alpha*a*b' of two vectors: at the speed of writing.
template <class T>
void write_outer_product(dense_view<T> const& c, T const* addend, T const* a, T const* b, T alpha, T beta) {
    if (addend != nullptr && addend != c.data) write_multiple(c.data, addend, beta, c.rows * c.columns);
    for (Index j = 0; j < c.columns; ++j) {
        if (addend != nullptr) add_multiple(c.data + j * c.stride, a, alpha * b[j], c.rows);
        else write_multiple(c.data + j * c.stride, a, alpha * b[j], c.rows);
    }
}

/// C = beta*(addend) + alpha*op(A)*op(B), of which C and the addend, which it may be itself, are contiguous. Only vectors that are contiguous
/// count as vectors.
template <bool TurnsA, bool TurnsB, class T>
void write_product(dense_view<T> const& c, T const* addend, dense_view<T const> const& a, dense_view<T const> const& b, T alpha, T beta,
                   packing_space<T>& space) {
    if (addend == nullptr) std::fill_n(c.data, c.rows * c.columns, T(0));
    else if (addend != c.data) write_multiple(c.data, addend, beta, c.rows * c.columns);
    if (c.rows == 0 || c.columns == 0 || a.rows == 0 || a.columns == 0) return;
    if (c.columns == 1) return TurnsA ? add_transposed_vector(c.data, a, b.data, alpha) : add_matrix_vector(c.data, a, b.data, alpha);
    if (c.rows == 1) return TurnsB ? add_matrix_vector(c.data, b, a.data, alpha) : add_transposed_vector(c.data, b, a.data, alpha);
    add_product<TurnsA, TurnsB>(c, a, b, alpha, space);
}

}  // namespace leibniz::inline v0_1::detail
