#pragma once

#include <concepts>
#include <utility>

namespace leibniz::inline v0_1::elementary {

/// a*b + c; packets bring their own.
template <std::floating_point T>
[[gnu::always_inline]] constexpr T multiply_add(T a, T b, T c) {
    return a * b + c;
}

/// c[0] + c[1]*u + c[2]*u^2 + ... by Horner's rule; even and odd powers apart, so that the processor computes both at once.
template <auto const& Coefficients, class T>
[[gnu::always_inline]] constexpr T polynomial(T u) {
    constexpr int last = static_cast<int>(sizeof(Coefficients) / sizeof(Coefficients[0])) - 1;
    T const square = u * u;
    auto const from = [&]<int... K>(auto first, std::integer_sequence<int, K...>) __attribute__((always_inline)) {
        T sum(Coefficients[first]);
        ((sum = multiply_add(sum, square, T(Coefficients[first - 2 - 2 * K]))), ...);
        return sum;
    };
    T const a = from(std::integral_constant<int, last>{}, std::make_integer_sequence<int, last / 2>{});
    T const b = from(std::integral_constant<int, last - 1>{}, std::make_integer_sequence<int, (last - 1) / 2>{});
    if constexpr (last % 2 == 0) return multiply_add(b, u, a);
    else return multiply_add(a, u, b);
}

}  // namespace leibniz::inline v0_1::elementary
