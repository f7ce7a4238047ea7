#pragma once

#include <leibniz/arithmetic/elementary.hpp>

// sin(u)/u and (exp(u) - 1)/u, entire functions, with families in which all their derivatives lie.

namespace leibniz::inline v0_1::elementary {

/// sin(u)/u, and 1 at 0.
template <class T>
constexpr T sinc(T u) {
    if constexpr (in_packets<T>) {
        T const quotient = sin(u) / u;
        return choose(quotient == quotient, quotient, choose(u == T(0), T(1), choose(u == u, T(0), u)));
    } else {
        if (u == T(0)) return T(1);
        if constexpr (ordered<T>)
            if (is_infinite(u)) return T(0);
        return sin(u) / u;
    }
}

/// (exp(u) - 1)/u, and 1 at 0; without overflow of exp.
template <class T>
constexpr T exprel(T u) {
    if constexpr (in_packets<T>) {
        T const half = exp(T(u / T(2))), quotient = choose(u > T(80), half / u * half, expm1(u) / u);
        return choose(quotient == quotient, quotient, choose(u == T(0), T(1), u));
    } else if (u == T(0)) return T(1);
    if constexpr (ordered<T>) {
        if (is_infinite(u)) return u < T(0) ? T(0) : u;
        bool large = false;
        if constexpr (std::floating_point<T>) large = u > T(2 * arithmetic::limits<T>::max_exponent10);
        else large = is_infinite(T(exp(u)));
        if (large)
            if (T const half = exp(T(u / T(2))); true) return half / u * half;
    }
    return expm1(u) / u;
}

/// The whole number n from low to 1000, or -2 where it is none.
constexpr int whole_order(long double n, int low) { return n >= low && n <= 1000 && static_cast<int>(n) == n ? static_cast<int>(n) : -2; }

namespace detail {

/// The spherical Bessel function of order n >= 1 at x > 0: by its series (DLMF 10.53.1), upwards from two orders where
/// that is stable, else downwards (Miller's algorithm, DLMF 3.6.3).
template <class T>
constexpr T spherical_bessel(int n, T x) {
    constexpr T epsilon = arithmetic::limits<T>::epsilon;
    if (x * x < 2 * n + 3) {
        T first = 1, sum = 1, term = 1;
        for (int k = 1; k <= n; ++k) first *= x / (2 * k + 1);
        for (int k = 1; term > epsilon / 4 || term < -epsilon / 4; ++k) sum += term *= -x * x / (2 * k) / (2 * n + 2 * k + 1);
        return first * sum;
    }
    T const sine = sin(x), cosine = cos(x), order_0 = sine / x, order_1 = (order_0 - cosine) / x;
    if (x >= n) {
        T before = order_0, now = order_1;
        for (int k = 1; k < n; ++k) {
            T const next = (2 * k + 1) / x * now - before;
            before = now, now = next;
        }
        return now;
    }
    T above = 0, now = 1, wanted = 0;  // both of the same unknown scale
    for (int k = n + 40 + n / 4; k > 0; --k) {
        if (k == n) wanted = now;
        T const below = (2 * k + 1) / x * now - above;
        above = now, now = below;
        if (now > 0x1p1000L || now < -0x1p1000L) now *= 0x1p-1000L, above *= 0x1p-1000L, wanted *= 0x1p-1000L;
    }
    return abs(order_0) > abs(order_1) ? wanted * (order_0 / now) : wanted * (order_1 / above);
}

/// The integral of t^n exp(t x) from 0 to 1: by series of positive terms (DLMF 13.2.2, 13.2.39), or from the order 0
/// upwards where that is stable.
template <class T>
constexpr T moment_of_exponential(int n, T x) {
    constexpr T epsilon = arithmetic::limits<T>::epsilon;
    T const size = abs(x);
    if (size > 2 * n + 20) {  // x M(n) = exp(x) - n M(n - 1)
        T const decay = x < 0 ? exp(x) : 1, growth = x < 0 ? 1 : exp(x / 2);
        T moment = x < 0 ? expm1(x) / x : (1 - exp(-x)) / x;
        for (int k = 1; k <= n; ++k) moment = (decay - k * moment) / x;
        return moment * growth * growth;
    }
    T sum = 0;
    if (x > 0) {
        T power = 1;  // x^k/k!
        for (int k = 0; power > sum * epsilon / 8 || k < x; ++k) sum += power / (n + 1 + k), power *= x / (k + 1);
        return sum;
    }
    T term = T(1) / (n + 1);
    for (int k = 1; term > sum * epsilon / 8; ++k) sum += term, term *= size / (n + 1 + k);
    return sum * exp(x);
}

}  // namespace detail

/// The spherical Bessel function of the first kind (DLMF 10.47.3) of the whole order n >= -1; NaN of other orders.
template <std::floating_point T>
constexpr T sph_bessel(T n, T u) {
    int const order = whole_order(n, -1);
    long double const x = wide(u), size = abs(x);
    if (order == -1) return T(u == 0 ? arithmetic::nan<long double> : cos(x) / x);
    if (order < 0 || !(u == u)) return arithmetic::nan<T>;
    if (order == 0) return T(sinc(x));
    if (u == 0 || size > arithmetic::limits<T>::max) return T(0);
    long double const value = detail::spherical_bessel(order, size);
    return T(u < 0 && order % 2 != 0 ? -value : value);
}

/// The derivative of exprel of the whole order n >= 0; NaN of other orders.
template <std::floating_point T>
constexpr T exprel_derivative(T n, T u) {
    int const order = whole_order(n, 0);
    if (order < 0 || !(u == u)) return arithmetic::nan<T>;
    if (order == 0) return T(exprel(wide(u)));
    if (u > arithmetic::limits<T>::max) return u;
    return u < -arithmetic::limits<T>::max ? T(0) : T(detail::moment_of_exponential(order, wide(u)));
}

}  // namespace leibniz::inline v0_1::elementary
