#pragma once

#include <leibniz/arithmetic/elementary.hpp>

// The logarithm of the beta function, and what incomplete gamma and beta functions need beside it. All in long double:
// one set of functions for all number types, with digits to spare for double.

namespace leibniz::inline v0_1::elementary::detail {

/// log(gamma(x)) less Stirling's (x - 1/2) log x - x + log(2 pi)/2, for x >= 10 (DLMF 5.11.1).
constexpr long double stirling_remainder(long double x) {
    long double const coefficients[] = {1 / 12.0L,         -1 / 360.0L,         1 / 1260.0L,    -1 / 1680.0L,
                                        1 / 1188.0L,       -691 / 360360.0L,    1 / 156.0L,     -3617 / 122400.0L,
                                        43867 / 244188.0L, -174611 / 125400.0L, 77683 / 5796.0L};
    long double const square = 1 / (x * x);
    long double sum = 0;
    for (int k = 11; k-- > 0;) sum = coefficients[k] + sum * square;
    return sum / x;
}

/// u - log(1 + u) for u > -1, without cancellation.
constexpr long double without_log1p(long double u) {
    if (u < -0.4L || u > 0.6L) return u - log1p(u);
    long double const t = u / (2 + u), square = t * t;  // log(1 + u) = 2 (t + t^3/3 + t^5/5 + ...), and u = 2 t/(1 - t)
    long double sum = 0, power = square;
    for (int k = 3; power > 1e-24L; k += 2) sum += power / k, power *= square;
    return t * (u - 2 * sum);
}

/// log(gamma(1 + a)) for 0 <= a <= 2, relative to its size.
constexpr long double lgamma_of_one_plus(long double a) {
    if (a < 1e-11L)
        return a * (-0.577215664901532860606512090082402431L +
                    a * (0.822467033424113218236207583323012595L - a * 0.400685634386531428466579387170483329L));
    auto const [log_of_shifted, product] = arithmetic::detail::shift_gamma(arithmetic::one + arithmetic::extend(a));
    return static_cast<long double>(log_of_shifted - arithmetic::log(product));
}

/// log(gamma(a + b)/gamma(a)) for a > 0 and 0 <= b <= 2, relative to its size.
constexpr long double log_of_gamma_ratio(long double a, long double b) {
    if (a > 1e15L) return b * log(a);
    auto const upper = arithmetic::detail::shift_gamma(arithmetic::extend(a) + arithmetic::extend(b)),
               lower = arithmetic::detail::shift_gamma(arithmetic::extend(a));
    return static_cast<long double>((upper.log_of_shifted - lower.log_of_shifted) -
                                    (arithmetic::log(upper.product) - arithmetic::log(lower.product)));
}

/// log(beta(a, b)) for a, b > 0: where an argument is large, the leading terms of Stirling's series cancel by hand.
constexpr long double log_beta(long double a, long double b) {
    if (a > b) {
        long double const less = b;
        b = a, a = less;
    }
    if (b < 10) return lgamma(a) + lgamma(b) - lgamma(a + b);
    if (a < 10) return lgamma(a) + a - a * log(b) - (a + b - 0.5L) * log1p(a / b) + (stirling_remainder(b) - stirling_remainder(a + b));
    long double const ratio = a / b, half_log_of_2_pi = 0.918938533204672741780329736405617640L;
    return half_log_of_2_pi - log(b) / 2 + (a - 0.5L) * log(ratio / (1 + ratio)) - b * log1p(ratio) +
           (stirling_remainder(a) + stirling_remainder(b) - stirling_remainder(a + b));
}

}  // namespace leibniz::inline v0_1::elementary::detail

namespace leibniz::inline v0_1::elementary {

/// log(beta(u, v)) for u, v > 0; infinite where one is 0, NaN below.
template <std::floating_point T>
constexpr T lbeta(T u, T v) {
    if (!(u >= 0 && v >= 0)) return arithmetic::nan<T>;
    bool const ends = u == 0 || v == 0;
    if (u > arithmetic::limits<T>::max || v > arithmetic::limits<T>::max) return ends ? arithmetic::nan<T> : -arithmetic::infinity<T>;
    return ends ? arithmetic::infinity<T> : T(detail::log_beta(wide(u), wide(v)));
}

/// The logarithm of the absolute value of the binomial coefficient of n over k, for n, k > -1.
template <std::floating_point T>
constexpr T lbinom(T n, T k) {
    if (!(n > -1 && k > -1)) return arithmetic::nan<T>;
    if (k == 0 || n == k) return T(0);
    long double const a = wide(n) - wide(k) + 1, b = wide(k) + 1;
    if (a > 0) return T(-log(wide(n) + 1) - detail::log_beta(a, b));
    if (arithmetic::trunc(a) == a) return -arithmetic::infinity<T>;
    return T(lgamma(wide(n) + 1) - lgamma(b) - lgamma(a));
}

}  // namespace leibniz::inline v0_1::elementary
