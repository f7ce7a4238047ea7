#pragma once

#include <leibniz/arithmetic/log_beta.hpp>

namespace leibniz::inline v0_1::elementary::detail {

/// log(x), where y = 1 - x may be known better.
constexpr long double log_of_share(long double x, long double y) { return y < 0.5L ? log1p(-y) : log(x); }

/// x^a y^b/beta(a, b) for x + y = 1: of large a and b by the distance of x from a/(a + b), so that no large terms cancel.
constexpr long double beta_density(long double a, long double b, long double x, long double y) {
    if (a < 10 || b < 10) return exp(a * log_of_share(x, y) + b * log_of_share(y, x) - log_beta(a, b));
    long double const distance = x <= y ? a - (a + b) * x : (a + b) * y - b, below = -distance / a, above = distance / b;
    long double const first = below < -0.9L ? below - log(x * (a + b) / a) : without_log1p(below),
                      second = above < -0.9L ? above - log(y * (a + b) / b) : without_log1p(above);
    long double const scale = a < b ? a / (1 + a / b) : b / (1 + b / a);
    return sqrt(scale / 6.28318530717958647692528676655900577L) *
           exp(-(a * first + b * second) - (stirling_remainder(a) + stirling_remainder(b) - stirling_remainder(a + b)));
}

/// The series in x of positive terms, for b <= 1: the share is x^a/(a beta(a, b)) (1 + this) (DLMF 8.17.7).
constexpr long double beta_series(long double a, long double b, long double x) {
    constexpr long double epsilon = arithmetic::limits<long double>::epsilon;
    long double sum = 0, term = 1;
    for (int k = 1; k < 100000; ++k) {
        term *= (k - b) / k * x;
        long double const next = term * a / (a + k);
        sum += next;
        if (!(next > epsilon / 8 * (1 + sum))) break;
    }
    return sum;
}

/// The continued fraction of DLMF 8.17.22, by Lentz's algorithm, for x < (a + 1)/(a + b + 2).
constexpr long double beta_fraction(long double a, long double b, long double x) {
    constexpr long double epsilon = arithmetic::limits<long double>::epsilon;
    long double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), fraction = d;
    for (int k = 1; k < 1000000; ++k) {
        long double const even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k)),
                          odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1));
        d = 1 / (1 + even * d), c = 1 + even / c;
        fraction *= c * d;
        d = 1 / (1 + odd * d), c = 1 + odd / c;
        fraction *= c * d;
        if (abs(c * d - 1) < 2 * epsilon) break;
    }
    return fraction;
}

/// The share of x, from the side on which it does not come near 1; of the other side, 1 minus that.
constexpr long double incomplete_beta(long double a, long double b, long double x, long double y) {
    if (b <= 1 && x <= 0.75L)
        return a < 1e-3L ? exp(a * log(x) + log_of_gamma_ratio(b, a) - lgamma_of_one_plus(a)) * (1 + beta_series(a, b, x))
                         : exp(a * log(x) - log_beta(a, b)) / a * (1 + beta_series(a, b, x));
    if (b <= 1 && (a <= 1 || y < 0.25L)) {  // 1 - y^b/(b beta(a, b)) (1 + series in y), of which only the excess counts
        if (a <= 1 || y * a < 1) {
            long double const exponent = b * log_of_share(y, x) + log_of_gamma_ratio(a, b) - lgamma_of_one_plus(b);
            long double sum = 0, term = 1;  // b times the sum of (1 - a)(2 - a)...(k - a)/k! y^k/(b + k)
            for (int k = 1; k < 100000 && (term > 1e-40L || term < -1e-40L); ++k) term *= (k - a) / k * y, sum += term * b / (b + k);
            return -(expm1(exponent) + exp(exponent) * sum);
        }
    }
    if (x < (a + 1) / (a + b + 2)) return beta_density(a, b, x, y) / a * beta_fraction(a, b, x);
    return 1 - beta_density(b, a, y, x) / b * beta_fraction(b, a, y);
}

}  // namespace leibniz::inline v0_1::elementary::detail

namespace leibniz::inline v0_1::elementary {

/// The density of the beta distribution of shapes a and b, the derivative of I_x(a, b) by x.
template <std::floating_point T>
constexpr T beta_density(T a, T b, T x) {
    if (!(a > 0 && b > 0 && x >= 0 && x <= 1) || is_infinite(a) || is_infinite(b)) return arithmetic::nan<T>;
    if (x == 0 && a != 1) return a < 1 ? arithmetic::infinity<T> : T(0);
    if (x == 1 && b != 1) return b < 1 ? arithmetic::infinity<T> : T(0);
    if (x == 0 || x == 1) return x == 0 ? b : a;
    return T(detail::beta_density(wide(a), wide(b), wide(x), 1 - wide(x)) / (wide(x) * (1 - wide(x))));
}
/// The regularised incomplete beta function I_x(a, b) (DLMF 8.17.2), for a, b > 0 and 0 <= x <= 1; NaN elsewhere.
template <std::floating_point T>
constexpr T betainc(T a, T b, T x) {
    constexpr T most = arithmetic::limits<T>::max;
    if (!(a > 0 && b > 0 && a <= most && b <= most && x >= 0 && x <= 1)) return arithmetic::nan<T>;
    if (x == 0 || x == 1) return x;
    return T(detail::incomplete_beta(wide(a), wide(b), wide(x), 1 - wide(x)));
}

}  // namespace leibniz::inline v0_1::elementary
