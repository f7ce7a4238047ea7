#pragma once

#include <Eigen/Core>

// The vector functions of glibc's libmvec by name, at most 4 ulp off (its documentation), special values included.
// libm's own linker script brings them in: no package, no flag. Elsewhere this file is empty, and lanes use Eigen's
// functions or the scalar ones.

#if defined(__x86_64__) && defined(__GLIBC__) && defined(EIGEN_VECTORIZE_SSE2)
#if __GLIBC_PREREQ(2, 35)

// clang-format off
// NOLINTBEGIN(bugprone-reserved-identifier, readability-identifier-naming): the names that glibc gives them
extern "C" {
__m128d _ZGVbN2v_exp(__m128d); __m128d _ZGVbN2v_log(__m128d); __m128d _ZGVbN2v_sin(__m128d); __m128d _ZGVbN2v_cos(__m128d); __m128d _ZGVbN2v_tanh(__m128d);
#if defined(__AVX2__) && defined(__FMA__)
__m256d _ZGVdN4v_exp(__m256d); __m256d _ZGVdN4v_log(__m256d); __m256d _ZGVdN4v_sin(__m256d); __m256d _ZGVdN4v_cos(__m256d); __m256d _ZGVdN4v_tanh(__m256d);
#endif
#if defined(__AVX512F__) && defined(EIGEN_VECTORIZE_AVX512)
__m512d _ZGVeN8v_exp(__m512d); __m512d _ZGVeN8v_log(__m512d); __m512d _ZGVeN8v_sin(__m512d); __m512d _ZGVeN8v_cos(__m512d); __m512d _ZGVeN8v_tanh(__m512d);
#endif
}
// NOLINTEND(bugprone-reserved-identifier, readability-identifier-naming)

namespace leibniz::detail {

inline __m128d vector_exp(__m128d u)  { return _ZGVbN2v_exp(u); }
inline __m128d vector_log(__m128d u)  { return _ZGVbN2v_log(u); }
inline __m128d vector_sin(__m128d u)  { return _ZGVbN2v_sin(u); }
inline __m128d vector_cos(__m128d u)  { return _ZGVbN2v_cos(u); }
inline __m128d vector_tanh(__m128d u) { return _ZGVbN2v_tanh(u); }
#if defined(__AVX2__) && defined(__FMA__)
inline __m256d vector_exp(__m256d u)  { return _ZGVdN4v_exp(u); }
inline __m256d vector_log(__m256d u)  { return _ZGVdN4v_log(u); }
inline __m256d vector_sin(__m256d u)  { return _ZGVdN4v_sin(u); }
inline __m256d vector_cos(__m256d u)  { return _ZGVdN4v_cos(u); }
inline __m256d vector_tanh(__m256d u) { return _ZGVdN4v_tanh(u); }
#endif
#if defined(__AVX512F__) && defined(EIGEN_VECTORIZE_AVX512)
inline __m512d vector_exp(__m512d u)  { return _ZGVeN8v_exp(u); }
inline __m512d vector_log(__m512d u)  { return _ZGVeN8v_log(u); }
inline __m512d vector_sin(__m512d u)  { return _ZGVeN8v_sin(u); }
inline __m512d vector_cos(__m512d u)  { return _ZGVeN8v_cos(u); }
inline __m512d vector_tanh(__m512d u) { return _ZGVeN8v_tanh(u); }
#endif
// clang-format on

}  // namespace leibniz::detail

#endif
#endif

namespace leibniz::detail {

#if defined(__x86_64__) && defined(__GLIBC__) && defined(EIGEN_VECTORIZE_SSE2)
#if __GLIBC_PREREQ(2, 35)
#define LEIBNIZ_HAS_LIBMVEC 1
#endif
#endif

/// True if packets of T have vector functions: of doubles only, by type, because clang converts one vector type silently into
/// another.
template <class T>
inline constexpr bool has_vector_math = false;

#ifdef LEIBNIZ_HAS_LIBMVEC
#undef LEIBNIZ_HAS_LIBMVEC
template <>
inline constexpr bool has_vector_math<double> = requires(Eigen::internal::packet_traits<double>::type u) { vector_exp(u); };
#else
void vector_exp(), vector_log(), vector_sin(), vector_cos(), vector_tanh();  // never called
#endif

// Comparisons. Eigen 3.4 makes a packet of the mask that AVX-512 gives, and a mask of the packet.

/// a where u < v, else b; where u == v.
template <class Packet>
[[gnu::always_inline]] inline Packet select_less(Packet const& u, Packet const& v, Packet const& a, Packet const& b) {
    return Eigen::internal::pselect(Eigen::internal::pcmp_lt(u, v), a, b);
}
template <class Packet>
[[gnu::always_inline]] inline Packet select_equal(Packet const& u, Packet const& v, Packet const& a, Packet const& b) {
    return Eigen::internal::pselect(Eigen::internal::pcmp_eq(u, v), a, b);
}
/// True if u < v in any row; true if any row is not between low and high.
template <class Packet>
[[gnu::always_inline]] inline bool any_less(Packet const& u, Packet const& v) {
    return Eigen::internal::predux_any(Eigen::internal::pcmp_lt(u, v));
}
template <class Packet>
[[gnu::always_inline]] inline bool any_outside(Packet const& u, Packet const& low, Packet const& high) {
    return Eigen::internal::predux_any(Eigen::internal::por(Eigen::internal::pcmp_lt_or_nan(u, low), Eigen::internal::pcmp_lt(high, u)));
}
#ifdef EIGEN_VECTORIZE_AVX512
inline __m512d select_less(__m512d const& u, __m512d const& v, __m512d const& a, __m512d const& b) {
    return _mm512_mask_blend_pd(_mm512_cmp_pd_mask(u, v, _CMP_LT_OQ), b, a);
}
inline __m512d select_equal(__m512d const& u, __m512d const& v, __m512d const& a, __m512d const& b) {
    return _mm512_mask_blend_pd(_mm512_cmp_pd_mask(u, v, _CMP_EQ_OQ), b, a);
}
inline bool any_outside(__m512d const& u, __m512d const& low, __m512d const& high) {
    return (_mm512_cmp_pd_mask(u, low, _CMP_NGE_UQ) | _mm512_cmp_pd_mask(high, u, _CMP_LT_OQ)) != 0;
}
inline __m512 select_less(__m512 const& u, __m512 const& v, __m512 const& a, __m512 const& b) {
    return _mm512_mask_blend_ps(_mm512_cmp_ps_mask(u, v, _CMP_LT_OQ), b, a);
}
inline __m512 select_equal(__m512 const& u, __m512 const& v, __m512 const& a, __m512 const& b) {
    return _mm512_mask_blend_ps(_mm512_cmp_ps_mask(u, v, _CMP_EQ_OQ), b, a);
}
inline bool any_less(__m512 const& u, __m512 const& v) { return _mm512_cmp_ps_mask(u, v, _CMP_LT_OQ) != 0; }
inline bool any_outside(__m512 const& u, __m512 const& low, __m512 const& high) {
    return (_mm512_cmp_ps_mask(u, low, _CMP_NGE_UQ) | _mm512_cmp_ps_mask(high, u, _CMP_LT_OQ)) != 0;
}
#endif

}  // namespace leibniz::detail
