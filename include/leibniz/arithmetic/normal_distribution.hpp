#pragma once

#include <leibniz/arithmetic/elementary.hpp>

namespace leibniz::inline v0_1::elementary {

/// erfc(-u/sqrt(2)), twice the distribution function of the normal distribution. erfc(v) decays as exp(-v^2), which
/// magnifies what the rounded v^2 lacks of u^2/2: for u < -1.4 that is put back. Of floats by way of a double, which has the digits.
template <class T>
constexpr T erfc_of_root(T u) {
    if constexpr (std::same_as<T, float>) return static_cast<float>(erfc(-0.70710678118654752 * static_cast<double>(u)));
    if constexpr (requires { T::has_long_functions; })
        if constexpr (!T::has_long_functions) return T::by_row(u, [](auto row) { return erfc_of_root(row); });
    T const v = -u / sqrt(T(2)), tail = erfc(v);
    if constexpr (splitter<T> != 0) {
        if constexpr (ordered<T>)
            if (!(v > T(1) && tail != T(0))) return tail;
        T const square = u * u, square_of_v = v * v, error = square_error(u, square) / T(2) - square_error(v, square_of_v);
        return where(v > T(1), where(tail != T(0), T(tail - tail * ((square / T(2) - square_of_v) + error)), tail), tail);
    }
    return tail;
}

/// -u times the distribution function of the normal distribution for u < -12, by its asymptotic series.
template <class T>
constexpr T times_normal_tail(T u) {
    T const inside = where(u < T(-50), T(-50), u), square = inside * inside, t = T(1) / square;
    T const far = T(-5.98413420602149) + t * (T(41.88893944215043) + t * (T(-377.0004549793539) + t * T(4147.005004772893)));
    T const series = T(0.3989422804014327) + t * (T(-0.3989422804014327) + t * (T(1.196826841204298) + t * far));
    return exp(T(T(-0.5) * square)) * (series - series * (T(0.5) * square_error(inside, square)));
}

/// u times the distribution function of the normal distribution, which may be subnormal where the product is not.
template <class T>
constexpr T times_normal_cumulative(T u) {
    constexpr bool has_tail = splitter<T> != 0 && splitter<T> < 0x1p30;
    constexpr double least = splitter<T> < 0x1p20 ? -12.5 : -36;  // of floats, and of doubles
    if constexpr (has_tail && ordered<T>)
        if (u < T(least)) return -times_normal_tail(u);
    T const twice = erfc_of_root(u);
    if constexpr (ordered<T>)
        if (twice == T(0)) return T(-twice);
    T const product = T(T(0.5) * u) * twice;
    if constexpr (has_tail && in_packets<T>) return where_rare(u < T(least), [&] { return -times_normal_tail(u); }, product);
    else return where(twice == T(0), T(-twice), product);
}

/// u*exp(u)*share, where exp(u) may be subnormal and the product is not; 0 at minus infinity.
template <class T>
constexpr T times_exponential(T u, T share) {
    T const root = exp(T(T(0.5) * u));
    if constexpr (ordered<T>)
        if (root == T(0)) return T(-root);
    return where(root == T(0), T(-root), T(u * root * share * root));
}

}  // namespace leibniz::inline v0_1::elementary
