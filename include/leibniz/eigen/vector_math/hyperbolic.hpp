#pragma once

#include <leibniz/eigen/vector_math/exponentials.hpp>
#include <leibniz/eigen/vector_math/logarithms.hpp>
#include <leibniz/eigen/vector_math/square_root.hpp>

namespace leibniz::inline v0_1::vector_math {

/// e^u - 1
template <class P>
[[gnu::always_inline]] inline P expm1(P u) {
    using T = typename P::number;
    constexpr T least = sizeof(T) == 8 ? T(-40) : T(-20), most = sizeof(T) == 8 ? T(705) : T(86);
    P const inside = choose(u > P(most), P(most), choose(u < P(least), P(least), u));
    reduced_exponential<P> const e(inside);
    P const scale = e.scale();
    P result = multiply_add(scale, e.minus_one, scale - P(T(1)));
    if (any_beyond(u, most)) [[unlikely]]
        result = choose(!(u <= P(most)), exp(u), result);
    return choose(u == P(T(0)), u, result);
}

/// tanh(u) = e/(e + 2) of e = exp(2*u) - 1
template <class P>
[[gnu::always_inline]] inline P tanh(P u) {
    using T = typename P::number;
    P const bound(T(20)), size = abs(u), inside = choose(size > bound, bound, size);
    reduced_exponential<P> const e(inside + inside);
    P const scale = e.scale(), less_one = multiply_add(scale, e.minus_one, scale - P(T(1)));
    return copysign(less_one / (less_one + P(T(2))), u);
}

/// (e + e/(e + 1))/2 of e = exp(|u|) - 1; beside an overflow the square of exp(|u|/2), halved.
template <class P>
[[gnu::always_inline]] inline P sinh(P u) {
    using T = typename P::number;
    constexpr T most = sizeof(T) == 8 ? T(705) : T(86);
    P const size = abs(u), half(T(0.5)), e = expm1(choose(size > P(most), P(most), size));
    P result = half * (e + e / (e + P(T(1))));
    if (any_beyond(u, most)) [[unlikely]] {
        P const root = exp(half * size);
        result = choose(!(size <= P(most)), half * root * root, result);
    }
    return copysign(result, u);
}
template <class P>
[[gnu::always_inline]] inline P cosh(P u) {
    using T = typename P::number;
    constexpr T most = sizeof(T) == 8 ? T(705) : T(86);
    P const size = abs(u), half(T(0.5)), e = exp(choose(size > P(most), P(most), size));
    P result = half * (e + P(T(1)) / e);
    if (any_beyond(u, most)) [[unlikely]] {
        P const root = exp(half * size);
        result = choose(!(size <= P(most)), half * root * root, result);
    }
    return result;
}

/// log1p(a + a^2/(1 + sqrt(1 + a^2))) of a = |u|; log(a) + log(2) of large a
template <class P>
[[gnu::always_inline]] inline P asinh(P u) {
    using T = typename P::number;
    constexpr T most = sizeof(T) == 8 ? T(0x1p28) : T(0x1p13), ln2 = T(0.69314718055994530942L);
    P const size = abs(u), inside = choose(size > P(most), P(most), size), square = inside * inside, one(T(1));
    P result = log1p(inside + square / (one + sqrt(one + square)));
    if (any_beyond(u, most)) [[unlikely]]
        result = choose(!(size <= P(most)), log(size) + P(ln2), result);
    return copysign(result, u);
}
/// log1p(t + sqrt(2*t + t^2)) of t = u - 1
template <class P>
[[gnu::always_inline]] inline P acosh(P u) {
    using T = typename P::number;
    constexpr T most = sizeof(T) == 8 ? T(0x1p28) : T(0x1p13), ln2 = T(0.69314718055994530942L);
    P const t = choose(u > P(most), P(most), u) - P(T(1));
    P result = log1p(t + sqrt(t * (t + P(T(2)))));
    if (any_beyond(u, most)) [[unlikely]]
        result = choose(u > P(most), log(u) + P(ln2), result);
    return choose(u >= P(T(1)), result, P(std::numeric_limits<T>::quiet_NaN()));
}
/// log1p(2*a/(1 - a))/2 of a = |u|
template <class P>
[[gnu::always_inline]] inline P atanh(P u) {
    using T = typename P::number;
    P const size = abs(u);
    return copysign(P(T(0.5)) * log1p((size + size) / (P(T(1)) - size)), u);
}

}  // namespace leibniz::inline v0_1::vector_math
