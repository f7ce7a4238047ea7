#pragma once

#include <leibniz/algebra/substitute.hpp>
#include <leibniz/calculus/diff.hpp>
#include <leibniz/language/operators.hpp>

#include <utility>

namespace leibniz {

namespace detail {

constexpr long long factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }

/// The term of order K of a Taylor polynomial.
template <int K, class E, class V, class A>
constexpr auto taylor_term() {
    constexpr auto value = substitute(diff<K>(E{}, V{}), V{} = A{});
    if constexpr (K == 0) return value;
    else if constexpr (K == 1) return value * (V{} - A{});
    else return constant<1, factorial(K)>{} * value * pow<K>(V{} - A{});
}
template <class E, class V, class A, int... K>
constexpr auto taylor_sum(std::integer_sequence<int, K...>) {
    return from_left<addition, decltype(taylor_term<K, E, V, A>())...>{};
}

}  // namespace detail

/// The Taylor polynomial of order N of `e` in a variable at a point: the sum of the derivatives at the point, times (x - a)^k/k!. An
/// expression; the point is one that does not contain the variable. N is 0 to 20. Refuses what `diff` and `substitute` refuse.
///
///     static_assert(taylor<3>(sin(x), x, 0_c) == x - pow<3>(x)/6_c);
template <int N, expression E, variable V, expression A>
constexpr auto taylor(E, V, A) {
    constexpr bool order = N >= 0 && N <= 20;
    static_assert(order, "taylor<N>: the order N is 0 to 20");
    constexpr bool fixed = !mentions(as_written<A>, as_written<V>.what, as_written<V>.name);
    static_assert(fixed, "taylor(e, x, a): the point a contains x; write a number such as 0_c, or another symbol");
    if constexpr (order && fixed) return detail::taylor_sum<E, V, A>(std::make_integer_sequence<int, N + 1>{});
    else return E{};  // the error has been reported
}

}  // namespace leibniz
