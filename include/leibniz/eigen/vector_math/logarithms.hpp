#pragma once

#include <leibniz/arithmetic/polynomial.hpp>
#include <leibniz/eigen/vector_math/packet.hpp>

#include <limits>

namespace leibniz::inline v0_1::vector_math {

/// What log needs to know of a number type.
template <class T>
struct logarithm_constants;
template <>
struct logarithm_constants<double> {
    static constexpr int mantissa = 52, lifted = 54;  // subnormal numbers are multiplied by 2^lifted
    static constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcd, bias = 1023, whole_bits = 0x4330000000000000;
    static constexpr double lift = 0x1p54, whole = 0x1p52, ln2_high = 0x1.62e42feep-1, ln2_low = 0x1.a39ef35793c76p-33;
    /// (log((1 + s)/(1 - s)) - 2*s)/s^3 as a polynomial in s^2, for |s| <= (sqrt(2) - 1)/(sqrt(2) + 1); error 3e-16
    static constexpr double tail[] = {0x1.5555555555558p-1, 0x1.9999999994e76p-2, 0x1.2492492e6dfddp-2, 0x1.c71c6247410e3p-3,
                                      0x1.7462e17b4cdd0p-3, 0x1.39f8963ccbdc2p-3, 0x1.2b9f7fb3de73fp-3};
};
template <>
struct logarithm_constants<float> {
    static constexpr int mantissa = 23, lifted = 24;
    static constexpr std::uint32_t root_half = 0x3f3504f3, bias = 127, whole_bits = 0x4b000000;
    static constexpr float lift = 0x1p24f, whole = 0x1p23f, ln2_high = 0x1.62e4p-1f, ln2_low = 0x1.7f7d1cp-20f;
    static constexpr float tail[] = {0x1.55555cp-1f, 0x1.997b96p-2f, 0x1.2f013ep-2f};  // error 2e-7
};

/// u = 2^k*(1 + f) with 1 + f between sqrt(1/2) and sqrt(2), for normal u > 0, and log(1 + f) = f - rest.
template <class P>
struct reduced_logarithm {
    using T = typename P::number;
    using of = logarithm_constants<T>;
    P k, f, rest;

    [[gnu::always_inline]] explicit reduced_logarithm(P from) {
        auto const from_root = from.bits() - of::root_half + (of::bias << of::mantissa);
        auto const biased = from_root >> of::mantissa;
        k = P::from_bits(biased | of::whole_bits) - P(of::whole + T(of::bias));
        f = P::from_bits(from.bits() - ((biased - of::bias) << of::mantissa)) - P(1);
        P const part = f / (P(2) + f), square = part * part;
        rest = part * (f - square * elementary::polynomial<of::tail>(square));
    }
    /// log(u) + extra
    [[gnu::always_inline]] P value(P extra) const {
        P const low = multiply_add(k, P(of::ln2_low), extra);
        return multiply_add(k, P(of::ln2_high), f - (rest - low));
    }
};

/// The logarithm by way of `value(reduced, k)`, for all numbers: subnormal ones are lifted, and log(0) is minus infinity.
template <class P, class Value>
[[gnu::always_inline]] inline P logarithm(P u, Value value) {
    using T = typename P::number;
    using of = logarithm_constants<T>;
    P const least(std::numeric_limits<T>::min()), infinity(std::numeric_limits<T>::infinity());
    P normal = u, shift(T(0));
    bool const rare = any(!((u >= least) & (u < infinity)));
    if (rare) [[unlikely]] {
        auto const small = u < least;
        normal = choose(small, u * P(of::lift), u);
        shift = choose(small, P(T(-of::lifted)), shift);
    }
    P result = value(normal, shift);
    if (rare) [[unlikely]] {
        result = choose(u == P(0), -infinity, choose(u < P(0), P(std::numeric_limits<T>::quiet_NaN()), result));
        result = choose((u == infinity) | (u != u), u, result);
    }
    return result;
}

/// log(u)
template <class P>
[[gnu::always_inline]] inline P log(P u) {
    return logarithm(u, [](P normal, P shift) {
        reduced_logarithm<P> reduced(normal);
        reduced.k = reduced.k + shift;
        return reduced.value(P(0));
    });
}

/// log2(u) and log10(u): `high` and `low` are log(2) in that base, `inverse` is 1/log(base), in two parts.
template <class P, class T = typename P::number>
[[gnu::always_inline]] inline P log_of_base(P u, T high, T low, T inverse, T inverse_low) {
    return logarithm(u, [&](P normal, P shift) {
        reduced_logarithm<P> const reduced(normal);
        P const whole = reduced.k + shift, value = reduced.f - reduced.rest, error = (reduced.f - value) - reduced.rest;
        P const low_part = multiply_add(value, P(inverse_low), multiply_add(error, P(inverse), whole * P(low)));
        return multiply_add(whole, P(high), multiply_add(value, P(inverse), low_part));
    });
}
template <class P>
[[gnu::always_inline]] inline P log2(P u) {
    using T = typename P::number;
    if constexpr (sizeof(T) == 8) return log_of_base(u, 1.0, 0.0, 0x1.71547652b82fep0, 0x1.777d0ffda0d24p-56);
    else return log_of_base(u, 1.0f, 0.0f, 0x1.715476p0f, 0x1.4ae0cp-26f);
}
template <class P>
[[gnu::always_inline]] inline P log10(P u) {
    using T = typename P::number;
    if constexpr (sizeof(T) == 8)
        return log_of_base(u, 0x1.34413509f78p-2, 0x1.fef311f12b358p-46, 0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57);
    else return log_of_base(u, 0x1.344p-2f, 0x1.3509f8p-18f, 0x1.bcb7b2p-2f, -0x1.5b235ep-27f);
}

/// log(1 + u)
template <class P>
[[gnu::always_inline]] inline P log1p(P u) {
    using T = typename P::number;
    P const one(T(1)), infinity(std::numeric_limits<T>::infinity());
    P const sum = one + u;
    P const lost = choose(abs(u) < one, u - (sum - one), one - (sum - u));
    P const result = logarithm(sum, [&](P normal, P shift) {  // the sum is never subnormal
        reduced_logarithm<P> reduced(normal);
        reduced.k = reduced.k + shift;
        return reduced.value(lost / normal);
    });
    return choose((u == P(0)) | (u == infinity), u, result);
}

}  // namespace leibniz::inline v0_1::vector_math
