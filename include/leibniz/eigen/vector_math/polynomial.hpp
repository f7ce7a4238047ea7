#pragma once

#include <leibniz/eigen/vector_math/packet.hpp>

#include <utility>

namespace leibniz::inline v0_1::vector_math {

/// c[0] + c[1]*u + c[2]*u^2 + ... by Horner's rule; even and odd powers apart, so that the processor computes both at once.
template <auto const& Coefficients, class P>
[[gnu::always_inline]] inline P polynomial(P u) {
    constexpr int last = static_cast<int>(sizeof(Coefficients) / sizeof(Coefficients[0])) - 1;
    P const square = u * u;
    auto const from = [&]<int... K>(auto first, std::integer_sequence<int, K...>) {
        P sum(Coefficients[first]);
        ((sum = multiply_add(sum, square, P(Coefficients[first - 2 - 2 * K]))), ...);
        return sum;
    };
    P const a = from(std::integral_constant<int, last>{}, std::make_integer_sequence<int, last / 2>{});
    P const b = from(std::integral_constant<int, last - 1>{}, std::make_integer_sequence<int, (last - 1) / 2>{});
    if constexpr (last % 2 == 0) return multiply_add(b, u, a);
    else return multiply_add(a, u, b);
}

}  // namespace leibniz::inline v0_1::vector_math
