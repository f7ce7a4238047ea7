#pragma once

#include <leibniz/arithmetic/polynomial.hpp>
#include <leibniz/eigen/vector_math/packet.hpp>

#include <cstdint>

namespace leibniz::inline v0_1::vector_math {

/// What exp needs to know of a number type.
template <class T>
struct exponential_constants;
template <>
struct exponential_constants<double> {
    static constexpr int mantissa = 52;
    static constexpr std::uint64_t bias = 1023;
    static constexpr double shifter = 0x1.8p52, inverse_ln2 = 0x1.71547652b82fep0, ln2_high = 0x1.62e42feep-1,
                            ln2_low = 0x1.a39ef35793c76p-33;
    static constexpr double safe = 708, most = 710, least = -746;  // where the result is normal; where it is infinite, and 0
    /// (exp(r) - 1 - r)/r^2 for |r| <= log(2)/2; relative error of exp(r) 1e-17
    static constexpr double tail[] = {0x1.0000000000001p-1,  0x1.5555555555556p-3,  0x1.5555555553d37p-5,  0x1.11111111109a6p-7,
                                      0x1.6c16c1789d1d7p-10, 0x1.a01a01a7cebcdp-13, 0x1.a019b8ca26fcfp-16, 0x1.71de0d85293b8p-19,
                                      0x1.2891d4ffbb0f9p-22, 0x1.af390ba7e6f47p-26};
};
template <>
struct exponential_constants<float> {
    static constexpr int mantissa = 23;
    static constexpr std::uint32_t bias = 127;
    static constexpr float shifter = 0x1.8p23f, inverse_ln2 = 0x1.715476p0f, ln2_high = 0x1.62e4p-1f, ln2_low = 0x1.7f7d1cp-20f;
    static constexpr float safe = 87, most = 89, least = -104;
    /// relative error of exp(r) 8e-9
    static constexpr float tail[] = {0x1.p-1f, 0x1.5554dcp-3f, 0x1.555518p-5f, 0x1.120be2p-7f, 0x1.6d117cp-10f};
};

/// u = n*log(2) + r with |r| <= log(2)/2, and exp(r) - 1.
template <class P>
struct reduced_exponential {
    using T = typename P::number;
    using of = exponential_constants<T>;
    P shifted, minus_one;  // n is in the low bits of `shifted`

    reduced_exponential() = default;
    [[gnu::always_inline]] explicit reduced_exponential(P from) : shifted(multiply_add(from, P(of::inverse_ln2), P(of::shifter))) {
        expand(rest(from));
    }
    /// of u + low
    [[gnu::always_inline]] reduced_exponential(P from, P low) : shifted(multiply_add(from, P(of::inverse_ln2), P(of::shifter))) {
        expand(rest(from) + low);
    }
    [[gnu::always_inline]] P rest(P from) const {
        return multiply_add(whole(), P(-of::ln2_low), multiply_add(whole(), P(-of::ln2_high), from));
    }
    [[gnu::always_inline]] void expand(P remainder) {
        minus_one = multiply_add(remainder * remainder, elementary::polynomial<of::tail>(remainder), remainder);
    }
    [[gnu::always_inline]] P whole() const { return shifted - P(of::shifter); }
    /// factor*2^n, rounded once where it is subnormal
    [[gnu::always_inline]] P scaled(P factor) const {
        if constexpr (P::scales) return scaled_by(factor, whole());
        else {
            P const half = multiply_add(whole(), P(T(0.5)), P(of::shifter));
            P const first = P::from_bits((half.bits() + of::bias) << of::mantissa);
            P const second = P::from_bits((shifted.bits() - half.bits() + of::bias) << of::mantissa);
            return factor * first * second;
        }
    }
    /// 2^n, for normal results
    [[gnu::always_inline]] P scale() const { return P::from_bits((shifted.bits() + of::bias) << of::mantissa); }
};

/// e^u where |u| is at most `safe`.
template <class P>
[[gnu::always_inline]] inline P exp_within(P u) {
    reduced_exponential<P> const e(u);
    return P::from_bits((P(1) + e.minus_one).bits() + (e.shifted.bits() << exponential_constants<typename P::number>::mantissa));
}
/// e^u anywhere: infinite, subnormal or no number as well.
template <class P>
[[gnu::always_inline]] inline P exp_beyond(P u) {
    using of = exponential_constants<typename P::number>;
    P const inside = choose(u > P(of::most), P(of::most), choose(u < P(of::least), P(of::least), u));
    reduced_exponential<P> const e(inside);
    return e.scaled(P(1) + e.minus_one);
}
/// e^u
template <class P>
[[gnu::always_inline]] inline P exp(P u) {
    using T = typename P::number;
    if constexpr (P::scales) {
        reduced_exponential<P> e;
        e.shifted = multiply_add(u, P(exponential_constants<T>::inverse_ln2), P(exponential_constants<T>::shifter));
        // Where numbers are not rounded to the nearest, the rest reaches log(2), and exp has half its digits; above 1 it is only of
        // a u whose exponential is 0, infinite or no number.
        e.expand(within(e.rest(u), P(T(1))));
        return e.scaled(P(T(1)) + e.minus_one);
    } else {
        P result = exp_within(u);
        if (any_beyond(u, exponential_constants<T>::safe)) [[unlikely]] result = exp_beyond(u);
        return result;
    }
}
/// 2^u = 2^n*exp((u - n)*log(2))
template <class P>
[[gnu::always_inline]] inline P exp2(P u) {
    using of = exponential_constants<typename P::number>;
    using T = typename P::number;
    P const most(T(2 * of::bias)), inside = choose(abs(u) > most, copysign(most, u), u);
    reduced_exponential<P> e;
    e.shifted = inside + P(of::shifter);
    e.expand((inside - e.whole()) * P(T(0.69314718055994530942L)));
    return e.scaled(P(T(1)) + e.minus_one);
}

}  // namespace leibniz::inline v0_1::vector_math
