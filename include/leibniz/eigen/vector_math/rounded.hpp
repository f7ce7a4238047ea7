#pragma once

#include <leibniz/eigen/vector_math/packet.hpp>

#include <limits>

namespace leibniz::inline v0_1::vector_math {

/// |u| rounded to a whole number in the current mode: by adding and subtracting 2^52, beyond which all numbers are whole.
template <class P>
[[gnu::always_inline]] inline P nearest_whole(P size) {
    using T = typename P::number;
    P const whole(T(1) / std::numeric_limits<T>::epsilon());
    return choose(size < whole, (size + whole) - whole, size);
}

/// Directions of rounding, as the instructions of x86 number them, without exceptions of floating point.
enum class direction { down = 9, up = 10, to_zero = 11 };

#if defined(EIGEN_VECTORIZE_SSE4_1)
inline constexpr bool has_rounding = true;
#else
inline constexpr bool has_rounding = false;
#endif
/// Rounded by the processor, where `has_rounding`.
template <direction To, class P>
[[gnu::always_inline]] inline P to_whole(P u) {
    [[maybe_unused]] constexpr int bytes = static_cast<int>(sizeof(typename P::native)), to = static_cast<int>(To);
    [[maybe_unused]] constexpr bool doubles = sizeof(typename P::number) == 8;
#if defined(EIGEN_VECTORIZE_AVX512) && defined(__AVX512DQ__)
    if constexpr (bytes == 64 && doubles) return _mm512_maskz_roundscale_pd(0xff, u.rows, to);
    else if constexpr (bytes == 64) return _mm512_maskz_roundscale_ps(0xffff, u.rows, to);
#endif
#if defined(EIGEN_VECTORIZE_AVX2)
    if constexpr (bytes == 32 && doubles) return _mm256_round_pd(u.rows, to);
    else if constexpr (bytes == 32) return _mm256_round_ps(u.rows, to);
#endif
#if defined(EIGEN_VECTORIZE_SSE4_1)
    if constexpr (bytes == 16 && doubles) return _mm_round_pd(u.rows, to);
    else if constexpr (bytes == 16) return _mm_round_ps(u.rows, to);
#endif
    return u;
}

template <class P>
[[gnu::always_inline]] inline P trunc(P u) {
    if constexpr (has_rounding) return to_whole<direction::to_zero>(u);
    P const size = abs(u), near = nearest_whole(size);
    return copysign(choose(near > size, near - P(typename P::number(1)), near), u);
}
template <class P>
[[gnu::always_inline]] inline P floor(P u) {
    if constexpr (has_rounding) return to_whole<direction::down>(u);
    P const whole = trunc(u);
    return choose(whole > u, whole - P(typename P::number(1)), whole);
}
template <class P>
[[gnu::always_inline]] inline P ceil(P u) {
    if constexpr (has_rounding) return to_whole<direction::up>(u);
    P const whole = trunc(u);
    return choose(whole < u, whole + P(typename P::number(1)), whole);
}
/// Halves away from zero.
template <class P>
[[gnu::always_inline]] inline P round(P u) {
    using T = typename P::number;
    P const size = abs(u), whole = abs(trunc(u));
    return copysign(choose(size - whole >= P(T(0.5)), whole + P(T(1)), whole), u);
}

/// The rest of the division of u by v, with the sign of u. The quotient, rounded, may be one too large, never too small; beyond 2^52,
/// and where the product would leave the range, by the scalar function.
template <class P>
[[gnu::always_inline]] inline P fmod(P u, P v) {
    P const size = abs(u), unit = abs(v), quotient = size / unit;
    auto const plain = (quotient < P(0x1p52)) & (size < P(0x1p990)) & (unit < P(0x1p990)) & (unit > P(0x1p-900));
    P const whole = trunc(choose(plain, quotient, P(0.0))), product = whole * unit;
    P const rest = (size - product) - product_error(whole, unit, product);
    return by_row_where(!plain, copysign(choose(rest < P(0.0), rest + unit, rest), u),
                        [&](int row) { return __builtin_fmod(u.rows[row], v.rows[row]); });
}

}  // namespace leibniz::inline v0_1::vector_math
