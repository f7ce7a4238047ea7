#pragma once

#include <leibniz/arithmetic/power.hpp>
#include <leibniz/eigen/vector_math/exponentials.hpp>
#include <leibniz/eigen/vector_math/logarithms.hpp>
#include <leibniz/eigen/vector_math/square_root.hpp>

namespace leibniz::inline v0_1::vector_math {

// Powers of doubles; floats are widened.

/// An unevaluated sum of two packets, the second of which is below the rounding of the first.
template <class P>
struct two_parts {
    P high, low;
};
/// a + b exactly, for |a| >= |b| or a = 0 (Dekker 1971)
template <class P>
[[gnu::always_inline]] inline two_parts<P> exact_sum(P a, P b) {
    P const sum = a + b;
    return {sum, b - (sum - a)};
}

/// (log((1 + s)/(1 - s)) - 2*s - 2/3*s^3)/s^5 as a polynomial in s^2; error 3e-16
inline constexpr double logarithm_tail[] = {0x1.999999999999fp-2, 0x1.249249248e146p-2, 0x1.c71c71d8c53b5p-3, 0x1.745d09640eef7p-3,
                                            0x1.3b18e0ae3818bp-3, 0x1.10138b989b9b4p-3, 0x1.08b7b3fabc5b2p-3};

/// log(u) of normal u > 0 to twice the digits, less a few.
template <class P>
[[gnu::always_inline]] inline two_parts<P> log_in_two_parts(P u) {
    using of = logarithm_constants<double>;
    auto const biased = (u.bits() - of::root_half + (of::bias << of::mantissa)) >> of::mantissa;
    P const k = P::from_bits(biased | of::whole_bits) - P(of::whole + 1023.0);
    P const f = P::from_bits(u.bits() - ((biased - of::bias) << of::mantissa)) - P(1.0);
    P const sum = P(2.0) + f, inverse = P(1.0) / sum, s = f * inverse, back = s * sum;
    P const s_low = (((f - back) - product_error(s, sum, back)) - s * (f - (sum - P(2.0)))) * inverse;
    P const square = s * s, square_low = product_error(s, s, square) + P(2.0) * s * s_low;
    P const part = square * P(0x1.5555555555555p-1);  // 2/3*s^2
    P const part_low = product_error(square, P(0x1.5555555555555p-1), part) +
                       multiply_add(square_low, P(0x1.5555555555555p-1), square * P(0x1.5555555555555p-55));
    P const third = part * s, third_low = product_error(part, s, third) + multiply_add(part, s_low, part_low * s);
    auto const [whole, whole_low] = exact_sum(k * P(of::ln2_high), P(2.0) * s);
    auto const [high, high_low] = exact_sum(whole, third);
    P const low =
        multiply_add(square * square * s, elementary::polynomial<logarithm_tail>(square), multiply_add(k, P(of::ln2_low), P(2.0) * s_low)) + third_low;
    auto const [value, rest] = exact_sum(high, (whole_low + high_low) + low);
    return {value, rest};
}

/// u^v for all numbers; where u is no normal positive number, or v no number, by the scalar function.
template <class P>
[[gnu::noinline]] P pow_of_all(P u, P v) {
    P const most(0x1p70), most_exponent(800.0), one(1.0);  // beyond them every power but that of 1 overflows or vanishes
    auto const plain = (u >= P(std::numeric_limits<double>::min())) & (u <= P(std::numeric_limits<double>::max())) & (v == v);
    P const base = choose(plain, u, one), within = choose(abs(v) > most, copysign(most, v), v);
    P const exponent = choose(plain, within, one);
    auto const [log_of_base, rest] = log_in_two_parts(base);
    P high = exponent * log_of_base, low = multiply_add(exponent, rest, product_error(exponent, log_of_base, high));
    auto const far = abs(high) > most_exponent;
    high = choose(far, copysign(most_exponent, high), high), low = choose(far, P(0.0), low);
    reduced_exponential<P> const e(high, low);
    return by_row_where(!plain, e.scaled(one + e.minus_one), [&](int row) {
        if constexpr (P::is_portable) return arithmetic::pow(u.rows[row], v.rows[row]);
        else return __builtin_pow(u.rows[row], v.rows[row]);
    });
}

/// u^v = exp(v*log(u))
template <class P>
[[gnu::always_inline]] inline P pow(P u, P v) {
    auto const [log_of_base, rest] = log_in_two_parts(u);
    P const high = v * log_of_base, low = multiply_add(v, rest, product_error(v, log_of_base, high));
    reduced_exponential<P> const e(high, low);
    auto const plain = (u >= P(std::numeric_limits<double>::min())) & (u <= P(std::numeric_limits<double>::max())) & (abs(high) < P(700.0));
    if (any(!plain)) [[unlikely]] return pow_of_all(u, v);
    P const scale = e.scale();
    return multiply_add(e.minus_one, scale, scale);
}

/// 1/a^(1/3) for 1/2 <= a < 4, to 3 %
inline constexpr double inverse_cube_root[] = {0x1.84c5f6f2aed3ap+0, -0x1.594d7797c6c65p-1, 0x1.8f2d041c0c1fcp-3, -0x1.50a7db1fa052ap-6};

/// The cube root, by two steps of third order for 1/a^(1/3) and one of Newton for the root itself.
template <class P>
[[gnu::always_inline]] inline P cbrt(P u) {
    using of = logarithm_constants<double>;
    P const size = abs(u), least(std::numeric_limits<double>::min()), infinity(std::numeric_limits<double>::infinity());
    auto const small = size < least;
    P const normal = choose(small, size * P(of::lift), size);
    P const k = P::from_bits((normal.bits() >> of::mantissa) | of::whole_bits) - P(of::whole + 1023.0);
    P const third = multiply_add(k, P(1.0 / 3), P(0x1.8p52)) - P(0x1.8p52), rest = k - P(3.0) * third;
    P const a = P::from_bits((normal.bits() & 0x000fffffffffffff) | (((rest + P(0x1.8p52)).bits() + of::bias) << of::mantissa));
    P r = elementary::polynomial<inverse_cube_root>(a);
    for (int step = 0; step < 2; ++step) {
        P const error = P(1.0) - a * r * r * r;
        r = multiply_add(r * error, multiply_add(error, P(2.0 / 9), P(1.0 / 3)), r);
    }
    P const root = a * r * r, square = root * root, cube = square * root;
    P const error = ((a - cube) - product_error(square, root, cube)) - product_error(root, root, square) * root;
    P const value = multiply_add(error, r * r * P(1.0 / 3), root);
    P const moved = choose(small, third - P(of::lifted / 3.0), third);
    P const result = value * P::from_bits(((moved + P(0x1.8p52)).bits() + of::bias) << of::mantissa);
    return choose((size < infinity) & (size > P(0.0)), copysign(result, u), u);
}

/// sqrt(u^2 + v^2), scaled by a power of two where a square would overflow or vanish.
template <class P>
[[gnu::always_inline]] inline P hypot(P u, P v) {
    P const a = abs(u), b = abs(v), infinity(std::numeric_limits<double>::infinity());
    P const large = choose(a > b, a, b), one(1.0);
    auto const rare = !((large <= P(0x1p500)) & (large >= P(0x1p-400)));
    P scale = one, back = one;
    if (any(rare)) [[unlikely]] {
        scale = choose(large > P(0x1p500), P(0x1p-600), choose(large < P(0x1p-400), P(0x1p600), one));
        back = choose(large > P(0x1p500), P(0x1p600), choose(large < P(0x1p-400), P(0x1p-600), one));
    }
    P const first = a * scale, second = b * scale;
    P const result = sqrt(multiply_add(first, first, second * second)) * back;
    return choose((a == infinity) | (b == infinity), infinity, result);
}

}  // namespace leibniz::inline v0_1::vector_math
