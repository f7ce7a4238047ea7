#pragma once

#include <leibniz/eigen/vector_math/packet.hpp>

#include <Eigen/Core>

namespace leibniz::inline v0_1::vector_math {

/// sqrt(u), rounded to the nearest. (With all rows in a mask, because g++ 12 warns of the unmasked one.)
template <class P>
[[gnu::always_inline]] inline P sqrt(P u) {
    using T = typename P::number;
#if defined(EIGEN_VECTORIZE_AVX512)
    if constexpr (sizeof(u) == 64 && sizeof(T) == 8) return _mm512_maskz_sqrt_pd(0xff, u.rows);
    else if constexpr (sizeof(u) == 64) return _mm512_maskz_sqrt_ps(0xffff, u.rows);
#endif
#if defined(EIGEN_VECTORIZE_AVX)
    if constexpr (sizeof(u) == 32 && sizeof(T) == 8) return _mm256_sqrt_pd(u.rows);
    else if constexpr (sizeof(u) == 32) return _mm256_sqrt_ps(u.rows);
#endif
#if defined(EIGEN_VECTORIZE_SSE2)
    if constexpr (sizeof(u) == 16 && sizeof(T) == 8) return _mm_sqrt_pd(u.rows);
    else if constexpr (sizeof(u) == 16) return _mm_sqrt_ps(u.rows);
#endif
    for (int k = 0; k < P::size; ++k) u.rows[k] = static_cast<T>(__builtin_sqrt(u.rows[k]));
    return u;
}

/// 1/u for 1 <= u < 2^126, by the processor's estimate and Newton's steps: less than an ulp off.
template <class P>
[[gnu::always_inline]] inline P reciprocal(P u) {
    using T = typename P::number;
    P const one(T(1)), estimate = reciprocal_estimate(u), nearer = multiply_add(estimate, multiply_add(-u, estimate, one), estimate);
    if constexpr (sizeof(T) == 4) return nearer;
    else return multiply_add(nearer, multiply_add(-u, nearer, one), nearer);
}

}  // namespace leibniz::inline v0_1::vector_math
