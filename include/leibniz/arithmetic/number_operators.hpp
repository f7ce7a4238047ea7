#pragma once

#include <leibniz/arithmetic/limits.hpp>

#include <concepts>

namespace leibniz::inline v0_1::detail {

// In a constant expression division by 0 and overflow are errors. So infinities and NaNs are made by hand there, which the
// branch of a `where` that is not taken may hold. Numbers other than the machine's use their own operators.

template <std::floating_point T>
constexpr bool is_finite(T u) {
    return u == u && u <= arithmetic::limits<T>::max && u >= -arithmetic::limits<T>::max;
}
template <std::floating_point T>
constexpr T infinite(bool negative) {
    return negative ? -arithmetic::infinity<T> : arithmetic::infinity<T>;
}
template <class T>
constexpr T added(T const& u, T const& v) {
    if constexpr (std::floating_point<T>) {
        constexpr T most = arithmetic::limits<T>::max;
        if (u != u || v != v || (!is_finite(u) && !is_finite(v) && u != v)) return arithmetic::nan<T>;
        if (!is_finite(u)) return u;
        if (!is_finite(v)) return v;
        if ((u > 0 && v > most - u) || (u < 0 && v < -most - u)) return infinite<T>(u < 0);
    }
    return u + v;
}
template <class T>
constexpr T subtracted(T const& u, T const& v) {
    if constexpr (std::floating_point<T>) return added(u, -v);
    return u - v;
}
template <class T>
constexpr T multiplied(T const& u, T const& v) {
    if constexpr (std::floating_point<T>) {
        if (u != u || v != v || (!is_finite(u) && v == 0) || (!is_finite(v) && u == 0)) return arithmetic::nan<T>;
        bool const negative = (u < 0) != (v < 0);
        if (!is_finite(u) || !is_finite(v)) return infinite<T>(negative);
        T const size = v < 0 ? -v : v;
        if (size > 1 && (u < 0 ? -u : u) > arithmetic::limits<T>::max / size) return infinite<T>(negative);
    }
    return u * v;
}
template <class T>
constexpr T divided(T const& u, T const& v) {
    if constexpr (std::floating_point<T>) {
        if (u != u || v != v || (!is_finite(u) && !is_finite(v)) || (u == 0 && v == 0)) return arithmetic::nan<T>;
        bool const negative = (u < 0) != (v < 0);
        if (!is_finite(u) || v == 0) return infinite<T>(negative);
        if (!is_finite(v)) return T(0);
        T const size = v < 0 ? -v : v;
        if (size < 1 && (u < 0 ? -u : u) > arithmetic::limits<T>::max * size) return infinite<T>(negative);
    }
    return u / v;
}

}  // namespace leibniz::inline v0_1::detail
