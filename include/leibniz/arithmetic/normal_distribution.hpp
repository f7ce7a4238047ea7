#pragma once

#include <leibniz/arithmetic/elementary.hpp>
#include <leibniz/arithmetic/polynomial.hpp>

namespace leibniz::inline v0_1::elementary {

// Error functions of doubles, one by one and in packets.

/// erf(u)/u as a polynomial in u^2, for |u| <= 1/2; error 4e-18
inline constexpr double error_function_core[] = {0x1.20dd750429b6dp+0,  -0x1.812746b0379b4p-2,  0x1.ce2f21a03d7d9p-4,
                                                 -0x1.b82ce30f291fdp-6, 0x1.565bcbf854bfbp-8,   -0x1.c02d4f4607141p-11,
                                                 0x1.f98dace8138eep-14, -0x1.f22458d16a63fp-17, 0x1.8b46e196ddb44p-20};
/// (1 + 2*a)*exp(a^2)*erfc(a) for 0.47 <= a <= 28: at 4, and what is added as t = (a - 4)/(a + 4) times a polynomial in t; error 4e-18
inline constexpr double error_function_at_4 = 0x1.3ba5916e9fd7fp+0,
                        error_function_from_4[] = {-0x1.1df1ad154a290p-3,  0x1.f7f5df66fd585p-7,   0x1.16ecefcfa54f7p-4,
                                                   -0x1.9ddb23c3e7d7bp-4,  0x1.7fee004e0f536p-4,   -0x1.0fb06dfe6a52dp-4,
                                                   0x1.3079edf6dec81p-5,   -0x1.0962387dd64aap-6,  0x1.49c6726faa9b9p-8,
                                                   -0x1.8d4aa14ac5af0p-11, -0x1.a1df1a40dd8a0p-13, 0x1.3be0d38c91082p-13,
                                                   -0x1.9959b7ff2ffc2p-16, -0x1.78a34a47e3254p-17, 0x1.7f21aa7fc44fcp-18,
                                                   0x1.4190012560fe4p-22,  -0x1.b9f339d1b039dp-21, 0x1.202b687af3330p-24,
                                                   0x1.c80127e73acdep-24,  -0x1.a4ea5f199f568p-27, -0x1.6d91601470a69p-27};

template <class T>
struct two_parts {
    T high, low;
};
/// exp(a^2)*erfc(a) for 0.47 <= a <= 28 in two parts, where below + below_low is 1 + 2*a beyond the last place. (That of `a` matters little.)
template <class T>
[[gnu::always_inline]] constexpr two_parts<T> scaled_erfc(T a, T below, T below_low) {
    T const t = (a - T(4)) / (a + T(4)), rise = t * polynomial<error_function_from_4>(t), above = T(error_function_at_4) + rise;
    T const inverse = T(1) / below, quotient = above * inverse, above_low = rise - (above - T(error_function_at_4));
    return {quotient, ((above_low - product_error(quotient, below, above)) - quotient * below_low) * inverse};
}
/// exp(u^2/2)*erfc(u/sqrt(2)) for 0.67 <= u <= 39.59.
template <class T>
[[gnu::always_inline]] constexpr two_parts<T> scaled_erfc_of_root(T u) {
    T const below = u * T(1.4142135623730951) + T(1);
    T const low = product_error(u, T(1.4142135623730951), T(below - T(1))) - u * T(9.667293313452913e-17);
    return scaled_erfc(T(u * T(0.70710678118654752)), below, low);
}
/// The distribution function for |u| <= 0.67.
template <class T>
[[gnu::always_inline]] constexpr T middle_of_normcdf(T u) {
    return T(0.5) + u * T(0.35355339059327376) * polynomial<error_function_core>(T(T(0.5) * u * u));
}
/// factor*erfc(u/sqrt(2)) for u >= 0.67. The exponential has two halves whose products with others are exact, so that all is rounded once.
constexpr double tail_of_normcdf(double size, double factor) {
    double const u = size < 39.5 ? size : 39.5, square = u * u, e = exp(-0.5 * square);
    auto const [tail, low] = scaled_erfc_of_root(u);
    double const product = factor * tail, e_scaled = splitter<double> * e, e_high = (e_scaled + e) - e_scaled, e_low = e - e_high;
    double const scaled = splitter<double> * product, high = (scaled + product) - scaled, rest = product - high;
    return e_high * high + (e_high * rest + e_low * product + e * factor * (low - tail * (0.5 * square_error(u, square))));
}

/// The distribution function of the normal distribution, erfc(-u/sqrt(2))/2. Of other numbers than doubles by erfc(v), which decays as
/// exp(-v^2): that magnifies what the rounded v^2 lacks of u^2/2; for u < -1.4 it is put back.
template <class T>
constexpr T normcdf(T u) {
    if constexpr (in_packets<T>) return normcdf_in_packets(u);
    else if constexpr (std::same_as<T, float>) return static_cast<float>(normcdf(static_cast<double>(u)));
    else if constexpr (std::same_as<T, double>) {
        if (u < -0.67) return tail_of_normcdf(-u, 0.5);
        return u > 0.67 ? 1 - tail_of_normcdf(u, 0.5) : middle_of_normcdf(u);
    } else {
        T const v = -u / sqrt(T(2)), tail = erfc(v);
        if constexpr (splitter<T> != 0) {
            if (v > T(1) && tail != T(0)) {
                T const square = u * u, square_of_v = v * v, error = square_error(u, square) / T(2) - square_error(v, square_of_v);
                return (tail - tail * ((square / T(2) - square_of_v) + error)) / T(2);
            }
        }
        return tail / T(2);
    }
}

/// u times that, which may be subnormal where the product is not.
template <class T>
constexpr T gelu(T u) {
    if constexpr (in_packets<T>) return gelu_in_packets(u);
    else if constexpr (std::same_as<T, float>) return static_cast<float>(gelu(static_cast<double>(u)));
    else if constexpr (std::same_as<T, double>) {
        if (u < -0.67) return -tail_of_normcdf(-u, u > -39.5 ? -0.5 * u : 19.75);
        return u > 0.67 ? u - tail_of_normcdf(u, u < 39.5 ? 0.5 * u : 19.75) : u * middle_of_normcdf(u);
    } else {
        T const share = normcdf(u), product = T(T(2) * share) * T(T(0.5) * u);
        return where(share == T(0), T(-share), product);
    }
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
