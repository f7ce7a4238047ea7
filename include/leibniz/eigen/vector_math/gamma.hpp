#pragma once

#include <leibniz/arithmetic/elementary.hpp>
#include <leibniz/eigen/vector_math/powers.hpp>

namespace leibniz::inline v0_1::vector_math {

// The gamma function of doubles above 0, its logarithm and their derivatives; floats are widened. Other doubles are left to scalar
// functions, floats below 0 to reflected_gamma.hpp. Below 10 the argument is led back to 1 to 2, beyond there are Stirling's series (DLMF 5.11).

/// Polynomials in y - 3/2 for y from 1 to 2: gamma(y), lgamma(y)/((y - 1)*(y - 2)), digamma(y)/(y - root); error 1e-16
inline constexpr double gamma_from_1_to_2[] = {0x1.c5bf891b4ef6bp-1, 0x1.08ea88ee5619cp-5, 0x1.a8c4dba620d58p-2,
    -0x1.b77ac1ca2dcabp-4, 0x1.283bd374eadabp-3, -0x1.3d88cfe56716ep-4, 0x1.e022b743d0702p-5, -0x1.374fd5a85a843p-5,
    0x1.a752c67eb605dp-6, -0x1.1a2c30f8def74p-6, 0x1.7991e760184a3p-7, -0x1.f7fa735e7333ep-8, 0x1.504d6f0e1fffep-8,
    -0x1.c0c9137946e79p-9, 0x1.2b48ecb68cfadp-9, -0x1.8cf2aff0a8622p-10, 0x1.08a9773a0b118p-10, -0x1.74558a9281aefp-11,
    0x1.f076f989ef310p-12, -0x1.bbd59618e79efp-13, 0x1.27e540fa0105ep-13, -0x1.1123e91f561a5p-12, 0x1.6c3032e6c6f69p-13};
inline constexpr double log_gamma_over_zeros[] = {0x1.eeb95b094c191p-2, -0x1.2aed059bd608ap-3, 0x1.01af62a292e9ep-4,
    -0x1.007aa83cee7e5p-5, 0x1.13342351dde0fp-6, -0x1.34dbda13c8fa0p-7, 0x1.64f066cdbffa0p-8, -0x1.a50352d82388ep-9,
    0x1.f81485f78bbd0p-10, -0x1.313e688773355p-10, 0x1.7510a4178474dp-11, -0x1.cb4cc1c288e9ep-12, 0x1.1c0dd4afb9573p-12,
    -0x1.61af5dcde0802p-13, 0x1.c3ca9686347cfp-14, -0x1.1bbedb9aeb43dp-14, 0x1.25823abba02b4p-15, -0x1.72274bc432ce1p-16,
    0x1.db79b9599b3a6p-16, -0x1.2eb5136d557dbp-16};
inline constexpr double digamma_over_root[] = {0x1.e6f0cbb873616p-1, -0x1.b1cb63005ee98p-2, 0x1.eca189b8e6f6dp-3,
    -0x1.2feeeb98a78eap-3, 0x1.8512e5903903ep-4, -0x1.fb44202a2306bp-5, 0x1.4de9aa1779d23p-5, -0x1.b9f8b11bfd3d0p-6,
    0x1.2564717896ec6p-6, -0x1.863563f44f303p-7, 0x1.03c0adafa529cp-7, -0x1.5a06a5d662cb4p-8, 0x1.cd2011454fd05p-9,
    -0x1.336dbe66757c8p-9, 0x1.99d3f5c0cad5ep-10, -0x1.0fb38d217b800p-10, 0x1.6a3e76070c135p-11, -0x1.fd8e50abf2196p-12,
    0x1.53b23429da21bp-12, -0x1.2fae5cb379bf2p-13, 0x1.94e73cc9821e1p-14, -0x1.75c084e78a4cdp-13, 0x1.f255c4568ac4dp-14};
/// Stirling's series in 1/y^2 for y >= 10: of y*lgamma, y^2*digamma and y^3*digamma'
inline constexpr double stirling_of_log_gamma[] = {0x1.5555555555555p-4, -0x1.6c16c16c16c17p-9, 0x1.a01a01a01a01ap-11,
    -0x1.3813813813814p-11, 0x1.b951e2b18ff23p-11, -0x1.f6ab0d9993c7dp-10, 0x1.a41a41a41a41ap-8, -0x1.e4286cb0f5398p-6};
inline constexpr double stirling_of_digamma[] = {0x1.5555555555555p-4, -0x1.1111111111111p-7, 0x1.0410410410410p-8,
    -0x1.1111111111111p-8, 0x1.f07c1f07c1f08p-8, -0x1.5995995995996p-6, 0x1.5555555555555p-4, -0x1.c5e5e5e5e5e5ep-2};
inline constexpr double stirling_of_trigamma[] = {0x1.5555555555555p-3, -0x1.1111111111111p-5, 0x1.8618618618618p-6,
    -0x1.1111111111111p-5, 0x1.364d9364d9365p-4, -0x1.0330330330330p-2, 0x1.2aaaaaaaaaaabp+0, -0x1.c5e5e5e5e5e5ep+2,
    0x1.b7c4f8f13e3c5p+5, -0x1.088fe72cfe72dp+9};
/// The root of digamma, in two parts; log(2*pi)/2, in two parts
inline constexpr double digamma_root = 0x1.762d86356be3fp+0, digamma_root_low = 0x1.b86a722197829p-54;
inline constexpr double half_log_of_two_pi = 0x1.d67f1c864beb5p-1, half_log_of_two_pi_low = -0x1.65b5a1b7ff5dfp-55;

/// An argument u > 0 below or above 10, and what takes its place where it is not.
template <class P>
struct gamma_argument {
    typename P::mask plain, large, below;
    P far, near, y;          // from 10 on; below 10; and that led back to 1 to 2
    P factor, factor_low;  // gamma(near)/gamma(y) where `below` does not hold, in two parts

    [[gnu::always_inline]] explicit gamma_argument(P from) {
        plain = (from > P(0.0)) & (from < P(1e300));
        P const inside = choose(plain, from, P(1.5));
        large = inside >= P(10.0);
        far = choose(large, inside, P(10.0));
        near = choose(large, P(1.5), inside);
        below = near < P(1.0);
        y = choose(below, near + P(1.0), near);
    }
    [[gnu::always_inline]] void lead_back() {
        factor = P(1.0), factor_low = P(0.0);
        auto const far_above = y >= P(6.0);
        multiply(far_above, (y - P(1.0)) * (y - P(2.0)), P(4.0)), multiply(far_above, (y + P(1.0)) * y, P(0.0));
        auto const above = y >= P(4.0);
        multiply(above, (y - P(1.0)) * (y - P(2.0)), P(2.0));
        for (double const end : {3.0, 2.0}) {
            auto const still = y >= P(end);
            multiply(still, y - P(1.0), P(1.0));
        }
    }

private:
    [[gnu::always_inline]] void multiply(typename P::mask where, P by, P back) {
        P const product = factor * by, low = multiply_add(factor_low, by, product_error(factor, by, product));
        factor = choose(where, product, factor), factor_low = choose(where, low, factor_low);
        y = choose(where, y - back, y);
    }
};

/// gamma(u)
template <class P>
[[gnu::always_inline]] inline P tgamma(P u) {
    gamma_argument<P> of(u);
    of.lead_back();
    P const middle = elementary::polynomial<gamma_from_1_to_2>(of.y - P(1.5));
    P const near = choose(of.below, middle / of.near, multiply_add(middle, of.factor_low, middle * of.factor));
    P const x = choose(of.far > P(180.0), P(180.0), of.far), inverse = P(1.0) / x;  // beyond, it overflows
    auto const [log_of_x, rest] = log_in_two_parts(x);
    P const power = x - P(0.5), product = power * log_of_x;
    auto const [sum, sum_low] = exact_sum(product, -x);
    auto const [high, high_low] = exact_sum(sum, P(half_log_of_two_pi));
    P const tail = multiply_add(inverse, elementary::polynomial<stirling_of_log_gamma>(inverse * inverse), P(half_log_of_two_pi_low));
    reduced_exponential<P> const e(high, high_low + sum_low + multiply_add(power, rest, product_error(power, log_of_x, product)) + tail);
    return by_row_where(!of.plain, choose(of.large, e.scaled(P(1.0) + e.minus_one), near), [&](int row) {
        if constexpr (P::is_portable) return arithmetic::tgamma(u.rows[row]);
        else return __builtin_tgamma(u.rows[row]);
    });
}

/// log(gamma(u)), exact beside its zeros
template <class P>
[[gnu::always_inline]] inline P lgamma(P u) {
    gamma_argument<P> of(u);
    of.lead_back();
    P const first = choose(of.below, of.near, of.y - P(1.0)), second = choose(of.below, of.near - P(1.0), of.y - P(2.0));
    P const middle = first * second * elementary::polynomial<log_gamma_over_zeros>(of.y - P(1.5));
    P const log_of = log(choose(of.large, of.far, choose(of.below, of.near, of.factor)));
    P result = choose(of.below, middle - log_of, middle + log_of);
    if (any(of.large)) {
        P const inverse = P(1.0) / of.far;
        P const tail = multiply_add(inverse, elementary::polynomial<stirling_of_log_gamma>(inverse * inverse), P(half_log_of_two_pi - 0.5));
        result = choose(of.large, multiply_add(of.far - P(0.5), log_of - P(1.0), tail), result);
    }
    return by_row_where(!of.plain, result, [&](int row) {
        if constexpr (P::is_portable) return arithmetic::lgamma(u.rows[row]);
        else return __builtin_lgamma(u.rows[row]);
    });
}

/// The derivative of lgamma, exact beside its root
template <class P>
[[gnu::always_inline]] inline P digamma(P u) {
    gamma_argument<P> of(u);
    P sum(0.0);
    for (int k = 0; k < 8; ++k) {
        auto const above = of.y >= P(2.0);
        of.y = choose(above, of.y - P(1.0), of.y);
        sum = choose(above, sum + P(1.0) / of.y, sum);
    }
    P const middle = ((of.y - P(digamma_root)) - P(digamma_root_low)) * elementary::polynomial<digamma_over_root>(of.y - P(1.5));
    P const near = choose(of.below, middle - P(1.0) / of.near, middle + sum), inverse = P(1.0) / of.far, square = inverse * inverse;
    P const far = (log(of.far) - P(0.5) * inverse) - square * elementary::polynomial<stirling_of_digamma>(square);
    return by_row_where(!of.plain, choose(of.large, far, near), [&](int row) { return arithmetic::digamma(u.rows[row]); });
}

/// The derivative of order n of digamma: of order 1 here
template <class P>
[[gnu::always_inline]] inline P polygamma(P n, P u) {
    gamma_argument<P> const of(u);
    P sum(0.0);  // of squares: the argument is led on by 10, so that nothing cancels
    for (int k = 10; k-- > 0;) {
        P const term = P(1.0) / (of.near + P(static_cast<double>(k)));
        sum = multiply_add(term, term, sum);
    }
    P const inverse = P(1.0) / choose(of.large, of.far, of.near + P(10.0)), square = inverse * inverse;
    P const far = multiply_add(inverse, multiply_add(inverse, P(0.5), square * elementary::polynomial<stirling_of_trigamma>(square)), inverse);
    return by_row_where(!(of.plain & (n == P(1.0))), choose(of.large, far, far + sum), [&](int row) {
        double const order = n.rows[row];
        bool const whole = order >= 0 && order < 1000 && arithmetic::trunc(order) == order;
        return whole ? arithmetic::polygamma(static_cast<int>(order), u.rows[row]) : std::numeric_limits<double>::quiet_NaN();
    });
}

}  // namespace leibniz::inline v0_1::vector_math
