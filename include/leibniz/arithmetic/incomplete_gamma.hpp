#pragma once

#include <leibniz/arithmetic/log_beta.hpp>

namespace leibniz::inline v0_1::elementary::detail {

/// x^a exp(-x)/gamma(a) for a, x > 0: of large a by the distance of x from a, so that no large terms cancel.
constexpr long double gamma_density(long double a, long double x) {
    if (a < 10) {
        long double const exponent = a * log(x) - x;
        return a < 1e-3L ? a * exp(exponent - lgamma_of_one_plus(a)) : exp(exponent) / tgamma(a);
    }
    long double const t = (x - a) / a, exponent = t < -0.9L ? t - log(x / a) : without_log1p(t);
    return sqrt(a / 6.28318530717958647692528676655900577L) * exp(-a * exponent - stirling_remainder(a));
}

/// Both incomplete gamma functions, the one that is not near 1 without cancellation.
struct gamma_shares {
    long double lower, upper;
};

constexpr gamma_shares incomplete_gamma(long double a, long double x) {
    constexpr long double epsilon = arithmetic::limits<long double>::epsilon;
    if (a > 1e6L && abs(x - a) < 0.05L * a) {  // uniformly in x (DLMF 8.12.3, with the two leading series of 8.12.8)
        long double const t = (x - a) / a, half_square = without_log1p(t), size = sqrt(2 * half_square), eta = t < 0 ? -size : size;
        long double const first[] = {-1 / 3.0L,        1 / 12.0L,    -2 / 135.0L,         1 / 864.0L,         1 / 2835.0L,
                                     -139 / 777600.0L, 1 / 25515.0L, -571 / 261273600.0L, -281 / 151559100.0L},
                          second[] = {-1 / 540.0L, -1 / 288.0L, 1 / 378.0L, -77 / 77760.0L};
        long double c0 = 0, c1 = 0;
        for (int k = 9; k-- > 0;) c0 = first[k] + c0 * eta;
        for (int k = 4; k-- > 0;) c1 = second[k] + c1 * eta;
        long double const rest = exp(-a * half_square) / sqrt(6.28318530717958647692528676655900577L * a) * (c0 + c1 / a),
                          root = eta * sqrt(a / 2);
        return {erfc(-root) / 2 - rest, erfc(root) / 2 + rest};
    }
    if (a < 1 && x < 1.5L) {  // the upper one by differences from 1 (DLMF 8.7.1)
        long double sum = 0, term = -x;
        for (int k = 1; abs(term) > epsilon * epsilon || k < 3; ++k) sum += term / (a + k), term *= -x / (k + 1);
        long double const exponent = a * log(x) - lgamma_of_one_plus(a), lower = exp(exponent) * (1 + a * sum),
                          upper = -(expm1(exponent) + exp(exponent) * a * sum);
        return {lower, upper};
    }
    long double const density = gamma_density(a, x);
    if (x < a + 1) {  // DLMF 8.7.1
        long double sum = 1, term = 1;
        for (int k = 1; term > sum * epsilon / 8; ++k) sum += term *= x / (a + k);
        long double const lower = density * sum / a;
        return {lower, 1 - lower};
    }
    long double b = x + 1 - a, c = 1e1000L, d = 1 / b, fraction = d;  // DLMF 8.9.2, by Lentz's algorithm
    for (int k = 1; k < 1000000; ++k) {
        long double const numerator = -k * (k - a);
        b += 2;
        d = 1 / (numerator * d + b);
        c = b + numerator / c;
        fraction *= c * d;
        if (abs(c * d - 1) < 2 * epsilon) break;
    }
    long double const upper = density * fraction;
    return {1 - upper, upper};
}

/// What holds at the ends: a = 0 or x = 0 or one of them infinite; NaN below 0.
template <class T>
constexpr bool at_end(T a, T x, T& lower) {
    constexpr T most = arithmetic::limits<T>::max;
    if (!(a >= 0 && x >= 0) || (a == 0 && x == 0) || (a > most && x > most)) return lower = arithmetic::nan<T>, true;
    if (a == 0 || x > most) return lower = 1, true;
    if (x == 0 || a > most) return lower = 0, true;
    return false;
}

}  // namespace leibniz::inline v0_1::elementary::detail

namespace leibniz::inline v0_1::elementary {

/// The regularised lower incomplete gamma function P(a, x) (DLMF 8.2.4).
template <std::floating_point T>
constexpr T gammainc(T a, T x) {
    T lower = 0;
    return detail::at_end(a, x, lower) ? lower : T(detail::incomplete_gamma(wide(a), wide(x)).lower);
}
/// The density of the gamma distribution of shape a, the derivative of P(a, x) by x.
template <std::floating_point T>
constexpr T gamma_density(T a, T x) {
    if (!(a > 0 && x >= 0) || is_infinite(a)) return arithmetic::nan<T>;
    if (x == 0) return a < 1 ? arithmetic::infinity<T> : T(a == 1 ? 1 : 0);
    return is_infinite(x) ? T(0) : T(detail::gamma_density(wide(a), wide(x)) / wide(x));
}
/// The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x).
template <std::floating_point T>
constexpr T gammaincc(T a, T x) {
    T lower = 0;
    return detail::at_end(a, x, lower) ? T(1 - lower) : T(detail::incomplete_gamma(wide(a), wide(x)).upper);
}

}  // namespace leibniz::inline v0_1::elementary
