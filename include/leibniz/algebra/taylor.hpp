#pragma once

#include <leibniz/algebra/substitute.hpp>
#include <leibniz/calculus/dependencies.hpp>
#include <leibniz/calculus/diff.hpp>
#include <leibniz/language/operators.hpp>

#include <utility>

namespace leibniz::inline v0_1 {

namespace detail {

constexpr long long factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }

/// Whether a part of a formula has no value, whatever its symbols are: a division by 0, or what is infinite at 0.
constexpr bool has_no_value(view of) {
    auto const is_zero = [&](int i) { return of.is(i, kind::number) && of[i].number.is_zero(); };
    for (int i = 0; i < of.node_count; ++i) {
        node const& n = of[i];
        if (n.count == 0 || !is_zero(of.operand(i, 0))) continue;
        if (n.what == kind::power && of.is(of.operand(i, 1), kind::number) && of[of.operand(i, 1)].number.is_negative()) return true;
        if (n.what == kind::call && (is_row<logarithm>(*n.fn) || is_row<binary_logarithm>(*n.fn) || is_row<decimal_logarithm>(*n.fn) ||
                                     is_row<cotangent>(*n.fn) || is_row<cosecant>(*n.fn) || is_row<hyperbolic_cotangent>(*n.fn) ||
                                     is_row<hyperbolic_cosecant>(*n.fn) || is_row<gamma_function>(*n.fn) || is_row<log_gamma>(*n.fn) ||
                                     is_row<digamma_function>(*n.fn)))
            return true;
    }
    return false;
}
/// Whether a formula, by the signs in it, has another limit on one side of a point than on the other.
template <class E, class V, class A>
consteval bool jumps() {
    view const of = canonical<E>;
    auto const is_sign = [&](int i) { return of.is(i, kind::call) && is_row<signum>(*of[i].fn); };
    bool any = false;
    for (int i = 0; i < of.node_count; ++i) any = any || is_sign(i);
    if (!any) return false;
    graph g(rules_of<false>(), false, by_default);
    int const point = imported(g, canonical<A>)[canonical<A>.root()];
    int limit[2]{};
    for (int side : {0, 1}) {
        buffer<int> place(of.node_count);
        for (int i = 0; i < of.node_count && !g.exhausted(); ++i) {
            node const& n = of[i];
            if (n.what == kind::symbol || n.what == kind::column)
                place[i] = variable_hash(n) == as_written<V>.hash ? point : copied_node(g, of, i, place);
            else if (n.count == 0) place[i] = copied_node(g, of, i, place);
            else if (int const u = place[of.operand(i, 0)]; is_sign(i) && g.is(u, kind::number) && g[u].number.is_zero())
                place[i] = g.number(side == 0 ? 1 : -1);
            else place[i] = formed_anew(g, of, i, place);
        }
        limit[side] = place[of.root()];
    }
    return !g.exhausted() && limit[0] != limit[1];
}
template <int K, class E, class V, class A>
constexpr bool has_term() {
    return !has_no_value(canonical<decltype(substitute(diff<K>(E{}, V{}), V{} = A{}))>) && !jumps<decltype(diff<K>(E{}, V{})), V, A>();
}
template <class E, class V, class A, int... K>
constexpr bool has_terms(std::integer_sequence<int, K...>) {
    return (... && has_term<K, E, V, A>());
}

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
/// expression; the point is one that does not contain the variable. N is 0 to 20. Refuses what `diff` and `substitute` refuse, and a point
/// where the formula of `e` or of a derivative divides by 0, takes a logarithm of 0, or jumps with the sign of something, as that of abs(x)
/// does at 0. Other kinks and poles are not seen: those of max, floor and choices, tan(x) at pi/2.
///
///     static_assert(taylor<3>(sin(x), x, 0_c) == x - pow<3>(x)/6_c);
template <int N, expression E, variable V, expression A>
constexpr auto taylor(E, V, A) {
    constexpr bool order = N >= 0 && N <= 20;
    static_assert(order, "taylor<N>: the order N is 0 to 20");
    constexpr bool fixed = !mentions(as_written<A>, as_written<V>.what, as_written<V>.name);
    static_assert(fixed, "taylor(e, x, a): the point a contains x; write a number such as 0_c, or another symbol");
    if constexpr (order && fixed) {
        using terms = std::make_integer_sequence<int, N + 1>;
        constexpr bool smooth = detail::has_terms<E, V, A>(terms{});
        static_assert(smooth, "taylor<N>(e, x, a): e has no derivative of some order up to N at a; take another point, or a lower order");
        if constexpr (smooth) return detail::taylor_sum<E, V, A>(terms{});
        else return E{};  // the error has been reported
    } else {
        return E{};  // the error has been reported
    }
}
template <int N, class E, class V, class A>
constexpr auto taylor(E e, V, A) {
    static_assert(expression<E>, "taylor<N>(e, x, a): e is no expression; write taylor<3>(sin(x), x, 0_c)");
    static_assert(!expression<E> || variable<V>, "taylor<N>(e, x, a): the variable is a symbol; write taylor<3>(sin(x), x, 0_c)");
    static_assert(!expression<E> || !variable<V> || expression<A>,
                  "taylor<N>(e, x, a): the point is an expression, no plain number; write 0_c, 2.5_c, or a symbol");
    if constexpr (expression<E>) return e;
    else return constant<0>{};
}
template <class E, class V, class A>
constexpr auto taylor(E e, V, A) {
    static_assert(!sizeof(E), "taylor: up to which order? write taylor<3>(e, x, a)");
    return e;
}

}  // namespace leibniz::inline v0_1
