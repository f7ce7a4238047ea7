#pragma once

#include <Eigen/Core>

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

// Packets of numbers by the vector types of GCC and clang, whose operators act row by row on every processor. Intrinsics are those
// that Eigen has included: <immintrin.h> alone would cost half a second.

namespace leibniz::inline v0_1::vector_math {

#if defined(EIGEN_VECTORIZE_AVX512) && defined(__AVX512DQ__)
inline constexpr int bytes_of_packet = 64;
#elif defined(EIGEN_VECTORIZE_AVX2)
inline constexpr int bytes_of_packet = 32;
#else
inline constexpr int bytes_of_packet = 16;
#endif

/// How products are rounded: `fused` lets the compiler form multiply-adds where the processor has them; `separate` rounds each
/// product, so that all processors give the same bits.
enum class rounding : unsigned char { fused, separate };

/// The compiler's vector type of so many numbers T.
template <class T, int Rows>
struct vector_of {
    typedef T type __attribute__((vector_size(Rows * sizeof(T))));
};

/// A condition row by row.
template <class T, int Rows>
struct packet_mask {
    using vector = typename vector_of<T, Rows>::type;
    using native = decltype(vector{} < vector{});

    native rows;

    [[gnu::always_inline]] friend packet_mask operator&(packet_mask a, packet_mask b) { return {a.rows & b.rows}; }
    [[gnu::always_inline]] friend packet_mask operator|(packet_mask a, packet_mask b) { return {a.rows | b.rows}; }
    [[gnu::always_inline]] friend packet_mask operator!(packet_mask a) { return {~a.rows}; }

    /// True if it holds in any row.
    [[gnu::always_inline]] friend bool any(packet_mask where) {
        [[maybe_unused]] constexpr int bytes = static_cast<int>(sizeof(native));
#if defined(EIGEN_VECTORIZE_AVX512) && defined(__AVX512DQ__)
        if constexpr (bytes == 64 && sizeof(T) == 8) return _mm512_movepi64_mask(reinterpret_cast<__m512i>(where.rows)) != 0;
        else if constexpr (bytes == 64) return _mm512_movepi32_mask(reinterpret_cast<__m512i>(where.rows)) != 0;
#endif
#if defined(EIGEN_VECTORIZE_AVX2)
        if constexpr (bytes == 32) return _mm256_movemask_epi8(reinterpret_cast<__m256i>(where.rows)) != 0;
#endif
#if defined(EIGEN_VECTORIZE_SSE2)
        if constexpr (bytes == 16) return _mm_movemask_epi8(reinterpret_cast<__m128i>(where.rows)) != 0;
#endif
        bool found = false;
        for (int k = 0; k < Rows; ++k) found = found || where.rows[k] != 0;
        return found;
    }
};

/// Numbers of adjacent rows in one register.
template <class T, int Rows, rounding How = rounding::fused>
struct packet {
    using number = T;
    using word = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    using native = typename vector_of<T, Rows>::type;
    using words = typename vector_of<word, Rows>::type;
    using mask = packet_mask<T, Rows>;
    static constexpr int size = Rows;
    /// Whether all processors give the same bits; then nothing is left to the C library, whose last digits differ.
    static constexpr bool is_portable = How == rounding::separate;
    /// Whether there are `scaled_by`, `within` and `reciprocal_estimate`.
#if defined(EIGEN_VECTORIZE_AVX512) && defined(__AVX512DQ__)
    static constexpr bool scales = sizeof(native) == 64 && std::is_floating_point_v<T>;
#else
    static constexpr bool scales = false;
#endif

    native rows;

    packet() = default;
    [[gnu::always_inline]] packet(native const& from) : rows(from) {}
    [[gnu::always_inline]] packet(T all) : rows(all - native{}) {}  // minus 0 keeps the sign of zeros

    [[gnu::always_inline]] static packet load(T const* from) {
        packet result;
        __builtin_memcpy(&result.rows, from, sizeof(native));
        return result;
    }
    [[gnu::always_inline]] void store(T* to) const { __builtin_memcpy(to, &rows, sizeof(native)); }

    /// A product, or a quotient, which may have become one: what passes through `asm` is rounded before it is added to anything.
    [[gnu::always_inline]] static packet rounded(native product) {
        if constexpr (How == rounding::separate && std::is_floating_point_v<T>) {
#if defined(__x86_64__) || defined(__i386__)
            asm("" : "+v"(product));
#elif defined(__aarch64__)
            asm("" : "+w"(product));
#else
            asm("" : "+m"(product));
#endif
        }
        return product;
    }

    [[gnu::always_inline]] words bits() const { return reinterpret_cast<words>(rows); }
    [[gnu::always_inline]] static packet from_bits(words const& from) { return reinterpret_cast<native>(from); }

    [[gnu::always_inline]] friend packet operator+(packet a, packet b) { return a.rows + b.rows; }
    [[gnu::always_inline]] friend packet operator-(packet a, packet b) { return a.rows - b.rows; }
    [[gnu::always_inline]] friend packet operator*(packet a, packet b) { return rounded(a.rows * b.rows); }
    [[gnu::always_inline]] friend packet operator/(packet a, packet b) { return rounded(a.rows / b.rows); }
    [[gnu::always_inline]] friend packet operator-(packet a) { return -a.rows; }
    [[gnu::always_inline]] friend mask operator<(packet a, packet b) { return {a.rows < b.rows}; }
    [[gnu::always_inline]] friend mask operator>(packet a, packet b) { return {a.rows > b.rows}; }
    [[gnu::always_inline]] friend mask operator<=(packet a, packet b) { return {a.rows <= b.rows}; }
    [[gnu::always_inline]] friend mask operator>=(packet a, packet b) { return {a.rows >= b.rows}; }
    [[gnu::always_inline]] friend mask operator==(packet a, packet b) { return {a.rows == b.rows}; }
    [[gnu::always_inline]] friend mask operator!=(packet a, packet b) { return {a.rows != b.rows}; }

    /// a where the mask is set, else b.
    [[gnu::always_inline]] friend packet choose(mask where, packet a, packet b) { return where.rows ? a.rows : b.rows; }
    /// a*b + c, rounded once where the processor can and may.
    [[gnu::always_inline]] friend packet multiply_add(packet a, packet b, packet c) {
        if constexpr (How == rounding::separate) return a * b + c;
        else return a.rows * b.rows + c.rows;
    }
    /// `result`, but `scalar(row)` where the mask is set.
    template <class F>
    [[gnu::always_inline]] friend packet by_row_where(mask where, packet result, F scalar) {
        if (any(where)) [[unlikely]]
            for (int k = 0; k < Rows; ++k)
                if (where.rows[k] != 0) result.rows[k] = scalar(k);
        return result;
    }
    /// The sum of the rows, in pairs of pairs.
    [[gnu::always_inline]] friend T sum_of_rows(packet const& u) {
        if constexpr (Rows == 2) return u.rows[0] + u.rows[1];
        else {
            constexpr int half = Rows / 2;
            return [&u]<int... K>(std::integer_sequence<int, K...>) {
                return sum_of_rows(packet<T, half, How>(__builtin_shufflevector(u.rows, u.rows, K...)) +
                                   packet<T, half, How>(__builtin_shufflevector(u.rows, u.rows, (half + K)...)));
            }(std::make_integer_sequence<int, half>{});
        }
    }
    /// True if |u| > bound in any row, or any row is NaN.
    [[gnu::always_inline]] friend bool any_beyond(packet u, T bound) {
#if defined(EIGEN_VECTORIZE_AVX512) && defined(__AVX512DQ__)
        if constexpr (sizeof(native) == 64 && sizeof(T) == 8) return _mm512_cmp_pd_mask(abs(u).rows, packet(bound).rows, _CMP_NLE_UQ) != 0;
        else if constexpr (sizeof(native) == 64) return _mm512_cmp_ps_mask(abs(u).rows, packet(bound).rows, _CMP_NLE_UQ) != 0;
#endif
        return any(!(abs(u) <= packet(bound)));
    }
    /// What a*b rounded to `product` has lost, exactly where it is a normal number: by the processor, or after Dekker 1971.
    [[gnu::always_inline]] friend packet product_error(packet a, packet b, packet product)
        requires std::same_as<T, double>
    {
#if defined(EIGEN_VECTORIZE_AVX512)
        if constexpr (How == rounding::fused && sizeof(native) == 64) return _mm512_fmsub_pd(a.rows, b.rows, product.rows);
#endif
#if defined(EIGEN_VECTORIZE_FMA)
        if constexpr (How == rounding::fused && sizeof(native) == 32) return _mm256_fmsub_pd(a.rows, b.rows, product.rows);
#endif
        using exact = packet<T, Rows, rounding::separate>;
        exact const x(a.rows), y(b.rows), p(product.rows), splitter(0x1p27 + 1), scaled_x = x * splitter, scaled_y = y * splitter;
        exact const x_high = scaled_x - (scaled_x - x), x_low = x - x_high, y_high = scaled_y - (scaled_y - y), y_low = y - y_high;
        return (((x_high * y_high - p) + x_high * y_low + x_low * y_high) + x_low * y_low).rows;
    }
#if defined(EIGEN_VECTORIZE_AVX512) && defined(__AVX512DQ__)
    /// u*2^n of a whole n, rounded once where it is subnormal. (With all rows in a mask, because g++ 12 warns of the unmasked ones.)
    [[gnu::always_inline]] friend packet scaled_by(packet u, packet n)
        requires scales
    {
        if constexpr (sizeof(T) == 8) return _mm512_maskz_scalef_pd(0xff, u.rows, n.rows);
        else return _mm512_maskz_scalef_ps(0xffff, u.rows, n.rows);
    }
    /// u, but of size `bound` where it is larger, or no number.
    [[gnu::always_inline]] friend packet within(packet u, packet bound)
        requires scales
    {
        if constexpr (sizeof(T) == 8) return _mm512_maskz_range_pd(0xff, u.rows, bound.rows, 2);
        else return _mm512_maskz_range_ps(0xffff, u.rows, bound.rows, 2);
    }
    /// 1/u, to 14 bits.
    [[gnu::always_inline]] friend packet reciprocal_estimate(packet u)
        requires scales
    {
        if constexpr (sizeof(T) == 8) return _mm512_maskz_rcp14_pd(0xff, u.rows);
        else return _mm512_maskz_rcp14_ps(0xffff, u.rows);
    }
#endif
    /// |u|, and u with the sign of v.
    [[gnu::always_inline]] friend packet abs(packet u) { return from_bits(u.bits() & ~sign_bit().bits()); }
    [[gnu::always_inline]] friend packet copysign(packet u, packet v) {
        return from_bits((u.bits() & ~sign_bit().bits()) | (v.bits() & sign_bit().bits()));
    }
    [[gnu::always_inline]] static packet sign_bit() { return packet(T(-0.0)); }
};

/// |u|, and -|u|
template <class P>
[[gnu::always_inline]] inline P magnitude(P u) {
    return abs(u);
}
template <class P>
[[gnu::always_inline]] inline P minus_magnitude(P u) {
    return P::from_bits(u.bits() | P::sign_bit().bits());
}

}  // namespace leibniz::inline v0_1::vector_math
