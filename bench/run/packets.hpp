#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// What kernels by hand are made of: the widest registers that the flags allow, and the functions that a specialist writes for data
// of which the range is known.

namespace bench::by_hand {

#if defined(__AVX512F__) && defined(__AVX512DQ__)
inline constexpr int bytes = 64;
inline constexpr char const* instructions = "AVX-512";
#elif defined(__AVX2__) && defined(__FMA__)
inline constexpr int bytes = 32;
inline constexpr char const* instructions = "AVX2";
#else
inline constexpr int bytes = 16;
inline constexpr char const* instructions = "SSE2";
#endif

typedef double doubles __attribute__((vector_size(bytes)));
typedef float floats __attribute__((vector_size(bytes)));
typedef std::uint64_t words __attribute__((vector_size(bytes)));
typedef std::uint32_t half_words __attribute__((vector_size(bytes)));

template <class T>
struct packet_of;
template <>
struct packet_of<double> {
    typedef doubles type;
};
template <>
struct packet_of<float> {
    typedef floats type;
};
template <class T>
using packet = typename packet_of<T>::type;
template <class T>
inline constexpr long width = bytes / static_cast<long>(sizeof(T));

template <class T>
[[gnu::always_inline]] inline packet<T> load(T const* from) {
    packet<T> result;
    std::memcpy(&result, from, sizeof result);
    return result;
}
template <class T>
[[gnu::always_inline]] inline void store(T* to, packet<T> const& from) {
    std::memcpy(to, &from, sizeof from);
}
template <class T>
[[gnu::always_inline]] inline packet<T> all(T value) {
    return value - packet<T>{};
}
template <class T>
[[gnu::always_inline]] inline T sum_of(packet<T> const& rows) {
    T total = 0;
    for (long k = 0; k < width<T>; ++k) total += rows[k];
    return total;
}
/// The sum of the rows of a few packets.
template <class T, std::size_t Packets>
[[gnu::always_inline]] inline T sum_of(packet<T> const (&rows)[Packets]) {
    packet<T> total = rows[0];
    for (std::size_t k = 1; k < Packets; ++k) total += rows[k];
    return sum_of<T>(total);
}

/// exp(u) for |u| < 708, to an ulp: 2^n exp(r) with r = u - n log(2), where n is added to the exponent of a polynomial in r.
[[gnu::always_inline]] inline doubles exp(doubles u) {
    constexpr double to_whole = 0x1.8p52;  // the lowest bits of the sum are n
    doubles const shifted = u * 0x1.71547652b82fep0 + to_whole, n = shifted - to_whole;
    doubles const r = (u - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33, r2 = r * r;
    doubles const c2 = r * 0x1.5555555555556p-3 + 0x1.0000000000001p-1, c4 = r * 0x1.11111111109a6p-7 + 0x1.5555555553d37p-5;
    doubles const c6 = r * 0x1.a01a01a7cebcdp-13 + 0x1.6c16c1789d1d7p-10, c8 = r * 0x1.71de0d85293b8p-19 + 0x1.a019b8ca26fcfp-16;
    doubles const c10 = r * 0x1.af390ba7e6f47p-26 + 0x1.2891d4ffbb0f9p-22;
    doubles const r4 = r2 * r2, tail = r4 * (r4 * c10 + (r2 * c8 + c6)) + (r2 * c4 + c2);
    return reinterpret_cast<doubles>(reinterpret_cast<words>(1 + (r2 * tail + r)) + (reinterpret_cast<words>(shifted) << 52));
}
/// The same for |u| < 87, with the polynomial of Cephes.
[[gnu::always_inline]] inline floats exp(floats u) {
    constexpr float to_whole = 0x1.8p23f;
    floats const shifted = u * 1.44269504f + to_whole, n = shifted - to_whole;
    floats const r = (u - n * 0.693359375f) + n * 2.12194440e-4f, r2 = r * r;
    floats const c2 = r * 1.6666665459e-1f + 5.0000001201e-1f, c4 = r * 8.3334519073e-3f + 4.1665795894e-2f;
    floats const c6 = r * 1.9875691500e-4f + 1.3981999507e-3f;
    floats const tail = r2 * (r2 * c6 + c4) + c2;
    return reinterpret_cast<floats>(reinterpret_cast<half_words>(1 + (r2 * tail + r)) + (reinterpret_cast<half_words>(shifted) << 23));
}

/// 1/u for 2^-1022 < u < 2^1022: by an estimate and Newton's steps where that is faster.
[[gnu::always_inline]] inline doubles reciprocal(doubles u) {
#if defined(__AVX512F__) && defined(__AVX512DQ__)
    doubles y = _mm512_rcp14_pd(u);
    y += y * (1 - u * y);
    return y + y * (1 - u * y);
#else
    return 1 / u;
#endif
}
[[gnu::always_inline]] inline floats reciprocal(floats u) {
#if defined(__AVX512F__) && defined(__AVX512DQ__)
    floats const y = _mm512_rcp14_ps(u);
    return y + y * (1 - u * y);
#else
    return 1 / u;
#endif
}

[[gnu::always_inline]] inline doubles square_root(doubles u) {
#if defined(__AVX512F__) && defined(__AVX512DQ__)
    return _mm512_sqrt_pd(u);
#elif defined(__AVX2__) && defined(__FMA__)
    return _mm256_sqrt_pd(u);
#elif defined(__SSE2__)
    return _mm_sqrt_pd(u);
#else
    for (long k = 0; k < width<double>; ++k) u[k] = std::sqrt(u[k]);
    return u;
#endif
}
inline double square_root(double u) { return std::sqrt(u); }
inline double reciprocal(double u) { return 1 / u; }

template <class N>
struct sine_and_cosine {
    N sine, cosine;
};
/// Sine and cosine for |u| < 10^5, with the polynomials of fdlibm between -pi/4 and pi/4.
[[gnu::always_inline]] inline sine_and_cosine<doubles> sin_cos(doubles u) {
    constexpr double to_whole = 0x1.8p52;
    doubles const shifted = u * 0x1.45f306dc9c883p-1 + to_whole, n = shifted - to_whole;
    doubles const r = ((u - n * 0x1.921fb544p0) - n * 0x1.0b4611a6p-34) - n * 0x1.3198a2e037073p-69, z = r * r;
    doubles const s = z * (z * (z * (z * 1.58969099521155010221e-10 - 2.50507602534068634195e-08) + 2.75573137070700676789e-06) - 1.98412698298579493134e-04) + 8.33333333332248946124e-03;
    doubles const c = z * (z * (z * (z * (z * -1.13596475577881948265e-11 + 2.08757232129817482790e-09) - 2.75573143513906633035e-07) + 2.48015872894767294178e-05) - 1.38888888888741095749e-03) + 4.16666666666666019037e-02;
    doubles const sine = r + (r * z) * (z * s - 1.66666666666666324348e-01), cosine = 1 + z * (z * c - 0.5);
    words const quarter = reinterpret_cast<words>(shifted);
    auto const odd = (quarter & 1) != 0;
    return {reinterpret_cast<doubles>(reinterpret_cast<words>(odd ? cosine : sine) ^ ((quarter & 2) << 62)),
            reinterpret_cast<doubles>(reinterpret_cast<words>(odd ? sine : cosine) ^ (((quarter + 1) & 2) << 62))};
}
inline sine_and_cosine<double> sin_cos(double u) { return {std::sin(u), std::cos(u)}; }

/// The sum of all numbers of some columns, at the speed of reading them; without the last rows.
template <class T, std::size_t Columns>
T read(std::array<T const*, Columns> const& columns, long rows) {
    constexpr long packets = 4, step = packets * width<T>;
    packet<T> total[packets]{};
    for (long row = 0; row + step <= rows; row += step)
        for (T const* each : columns) {
#pragma GCC unroll 4
            for (long k = 0; k < packets; ++k) total[k] += load(each + row + k * width<T>);
        }
    return sum_of<T>(total);
}

}  // namespace bench::by_hand
