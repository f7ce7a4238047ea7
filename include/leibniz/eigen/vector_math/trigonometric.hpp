#pragma once

#include <leibniz/arithmetic/trigonometric.hpp>
#include <leibniz/arithmetic/polynomial.hpp>
#include <leibniz/eigen/vector_math/widened.hpp>

namespace leibniz::inline v0_1 {

struct sine;
struct cosine;

}  // namespace leibniz::inline v0_1

namespace leibniz::inline v0_1::vector_math {

// Sines of doubles; floats are widened for the tangent, and to be reduced to an eighth of a turn.

/// (sin(r) - r)/r^3 and (cos(r) - 1 + r^2/2)/r^4 as polynomials in r^2, for |r| <= pi/4; errors 2e-17, 1e-18
inline constexpr double sine_tail[] = {-0x1.5555555555555p-3, 0x1.1111111110ba5p-7,   -0x1.a01a019e8069ap-13,
                                       0x1.71de3792528abp-19, -0x1.ae60069ee3ecfp-26, 0x1.5e09858a97437p-33};
inline constexpr double cosine_tail[] = {0x1.5555555555555p-5,   -0x1.6c16c16c16960p-10, 0x1.a01a019f4d0f0p-16,
                                         -0x1.27e4fa15bdc69p-22, 0x1.1eeb66b6cb12cp-29,  -0x1.907c0e977e8bdp-37};

/// The same of floats, for |r| <= 0.89; errors 1e-8, 4e-10
inline constexpr float sine_tail_of_floats[] = {-0x1.555534p-3f, 0x1.110122p-7f, -0x1.976586p-13f};
inline constexpr float cosine_tail_of_floats[] = {0x1.55553ep-5f, -0x1.6c05f8p-10f, 0x1.984b42p-16f};
template <>
inline constexpr bool computes_floats<sine> = true;
template <>
inline constexpr bool computes_floats<cosine> = true;

/// Angles beyond are left to scalar functions: those of the C library, or where all processors must agree, to ours, of integers.
inline constexpr double most_turned = 0x1p20;
template <bool Portable>
inline double sin_of_large(double u) {
    if constexpr (Portable) return arithmetic::sin(u);
    else return __builtin_sin(u);
}
template <bool Portable>
inline double cos_of_large(double u) {
    if constexpr (Portable) return arithmetic::cos(u);
    else return __builtin_cos(u);
}
template <bool Portable>
inline double tan_of_large(double u) {
    if constexpr (Portable) return arithmetic::tan(u);
    else return __builtin_tan(u);
}

/// u = n*pi/2 + r + low for |u| <= most_turned: pi/2 in three parts, of which the products of two are exact.
template <class P>
struct reduced_angle {
    P shifted, r, low;  // n is in the low bits of `shifted`

    [[gnu::always_inline]] explicit reduced_angle(P from) : shifted(multiply_add(from, P(0x1.45f306dc9c883p-1), P(0x1.8p52))) {
        P const n = shifted - P(0x1.8p52);
        P const first = from - n * P(0x1.921fb544p0), second = n * P(0x1.0b4611a6p-34);
        P const rest = first - second, taken = first - rest;
        P const lost = (first - (rest + taken)) + (taken - second);  // of the subtraction, whichever is larger
        P const more = multiply_add(n, P(-0x1.3198a2e037073p-69), lost);
        r = rest + more;
        low = (rest - r) + more;
    }
    [[gnu::always_inline]] P sine() const {
        P const square = r * r;
        return r + (multiply_add(r * square, elementary::polynomial<sine_tail>(square), low) - P(0.5) * square * low);
    }
    [[gnu::always_inline]] P cosine() const {
        P const square = r * r, half = P(0.5) * square, most = P(1) - half;
        return most + (((P(1) - most) - half) + (square * square * elementary::polynomial<cosine_tail>(square) - r * low));
    }
    /// n is odd; its second bit as a sign.
    [[gnu::always_inline]] typename P::mask odd() const { return P::from_bits((shifted.bits() << 63) | P(0x1p-1022).bits()) < P(0.0); }
    [[gnu::always_inline]] P second_bit(std::uint64_t added) const {
        return P::from_bits(((shifted.bits() + added) << 62) & P(-0.0).bits());
    }
    [[gnu::always_inline]] static P flipped(P value, P sign) { return P::from_bits(value.bits() ^ sign.bits()); }
};

/// u = n*pi/2 + r for floats, where |r| may be somewhat more than pi/4: r is computed in doubles, of which it loses no digits.
template <class P>
    requires std::same_as<typename P::number, float>
struct reduced_angle<P> {
    P shifted, r;

    [[gnu::always_inline]] explicit reduced_angle(P from) : shifted(multiply_add(from, P(0x1.45f306p-1f), P(0x1.8p23f))) {
        P const n = shifted - P(0x1.8p23f);
        r = narrowed(rest(widened<0>(from), widened<0>(n)), rest(widened<P::size / 2>(from), widened<P::size / 2>(n)));
    }
    [[gnu::always_inline]] P sine() const {
        P const square = r * r;
        return multiply_add(r * square, elementary::polynomial<sine_tail_of_floats>(square), r);
    }
    [[gnu::always_inline]] P cosine() const {
        P const square = r * r, half = P(0.5f) * square, most = P(1.0f) - half;
        return most + multiply_add(square * square, elementary::polynomial<cosine_tail_of_floats>(square), (P(1.0f) - most) - half);
    }
    [[gnu::always_inline]] typename P::mask odd() const { return P::from_bits((shifted.bits() << 31) | P(0x1p-126f).bits()) < P(0.0f); }
    [[gnu::always_inline]] P second_bit(std::uint32_t added) const {
        return P::from_bits(((shifted.bits() + added) << 30) & P(-0.0f).bits());
    }
    [[gnu::always_inline]] static P flipped(P value, P sign) { return P::from_bits(value.bits() ^ sign.bits()); }

private:
    template <class Doubles>
    [[gnu::always_inline]] static Doubles rest(Doubles u, Doubles n) {
        return multiply_add(n, Doubles(-0x1.0b4611a626331p-34), u - n * Doubles(0x1.921fb544p0));
    }
};

template <class P>
[[gnu::always_inline]] inline P sin(P u) {
    using T = typename P::number;
    using angle = reduced_angle<P>;
    angle const a(u);
    P const result = angle::flipped(choose(a.odd(), a.cosine(), a.sine()), a.second_bit(0));
    return choose(u == P(T(0)), u, by_row_where(!(abs(u) <= P(T(most_turned))), result, [&](int row) {
                      return T(sin_of_large<P::is_portable>(u.rows[row]));
                  }));
}
template <class P>
[[gnu::always_inline]] inline P cos(P u) {
    using T = typename P::number;
    using angle = reduced_angle<P>;
    angle const a(u);
    P const result = angle::flipped(choose(a.odd(), a.sine(), a.cosine()), a.second_bit(1));
    return by_row_where(!(abs(u) <= P(T(most_turned))), result, [&](int row) { return T(cos_of_large<P::is_portable>(u.rows[row])); });
}
template <class P>
[[gnu::always_inline]] inline P tan(P u) {
    using angle = reduced_angle<P>;
    angle const a(u);
    auto const odd = a.odd();
    P const sine = a.sine(), cosine = a.cosine();
    P const result = choose(odd, -cosine, sine) / choose(odd, sine, cosine);
    return choose(u == P(0.0), u,
                  by_row_where(!(abs(u) <= P(most_turned)), result, [&](int row) { return tan_of_large<P::is_portable>(u.rows[row]); }));
}

}  // namespace leibniz::inline v0_1::vector_math
