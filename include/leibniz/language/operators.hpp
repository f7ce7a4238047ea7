#pragma once

#include <leibniz/language/constant.hpp>
#include <leibniz/language/expression.hpp>

namespace leibniz {

// The blocks of these operations stand in the function table (rules/functions.hpp) like every other function.
struct addition;
struct subtraction;
struct negation;
struct multiplication;
struct division;
struct power;
struct summation;
struct averaging;

// clang-format off
template <expression A, expression B>
static constexpr call<addition, A, B> operator+(A, B) { return {}; }

template <expression A, expression B>
static constexpr call<subtraction, A, B> operator-(A, B) { return {}; }

template <expression A, expression B>
static constexpr call<multiplication, A, B> operator*(A, B) { return {}; }

template <expression A, expression B>
static constexpr call<division, A, B> operator/(A, B) { return {}; }

template <expression A>
static constexpr call<negation, A> operator-(A) { return {}; }

template <expression A>
static constexpr A operator+(A) { return {}; }

template <expression A, expression B>
static constexpr call<power, A, B> pow(A, B) { return {}; }

template <long long N, expression A>
static constexpr call<power, A, constant<N>> pow(A) { return {}; }

/// The sum over all rows; with no column bound there is one row.
template <expression A>
static constexpr call<summation, A> sum(A) { return {}; }

/// The mean over all rows.
template <expression A>
static constexpr call<averaging, A> mean(A) { return {}; }

namespace detail {

/// A plain number cannot become part of a type: one sentence instead of a page of candidates. (The other operand goes on
/// as the result, so that no binding of its symbols is complained about too.)
template <class Number, class E>
constexpr E plain_number(E e) {
    static_assert(!sizeof(Number), "a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation");
    return e;
}
/// The same of a comparison.
template <class Number, class E>
constexpr wrongly_compared<E> compared_number(E) {
    static_assert(!sizeof(Number), "a plain number cannot be part of an expression; write where(x < 3_c, a, b), or evaluate(e, x = 1.0) < 3.0");
    return {};
}

}  // namespace detail

template <detail::plain N, expression E>
constexpr E operator+(N, E e) { return detail::plain_number<N>(e); }
template <expression E, detail::plain N>
constexpr E operator+(E e, N) { return detail::plain_number<N>(e); }
template <detail::plain N, expression E>
constexpr E operator-(N, E e) { return detail::plain_number<N>(e); }
template <expression E, detail::plain N>
constexpr E operator-(E e, N) { return detail::plain_number<N>(e); }
template <detail::plain N, expression E>
constexpr E operator*(N, E e) { return detail::plain_number<N>(e); }
template <expression E, detail::plain N>
constexpr E operator*(E e, N) { return detail::plain_number<N>(e); }
template <detail::plain N, expression E>
constexpr E operator/(N, E e) { return detail::plain_number<N>(e); }
template <expression E, detail::plain N>
constexpr E operator/(E e, N) { return detail::plain_number<N>(e); }
template <detail::plain N, expression E>
constexpr detail::wrongly_compared<E> operator<(N, E e) { return detail::compared_number<N>(e); }
template <expression E, detail::plain N>
constexpr detail::wrongly_compared<E> operator<(E e, N) { return detail::compared_number<N>(e); }
template <detail::plain N, expression E>
constexpr detail::wrongly_compared<E> operator<=(N, E e) { return detail::compared_number<N>(e); }
template <expression E, detail::plain N>
constexpr detail::wrongly_compared<E> operator<=(E e, N) { return detail::compared_number<N>(e); }
template <detail::plain N, expression E>
constexpr detail::wrongly_compared<E> operator>(N, E e) { return detail::compared_number<N>(e); }
template <expression E, detail::plain N>
constexpr detail::wrongly_compared<E> operator>(E e, N) { return detail::compared_number<N>(e); }
template <detail::plain N, expression E>
constexpr detail::wrongly_compared<E> operator>=(N, E e) { return detail::compared_number<N>(e); }
template <expression E, detail::plain N>
constexpr detail::wrongly_compared<E> operator>=(E e, N) { return detail::compared_number<N>(e); }
template <expression E, detail::plain N>
constexpr E pow(E e, N) { return detail::plain_number<N>(e); }
template <detail::plain N, expression E>
constexpr E pow(N, E e) { return detail::plain_number<N>(e); }
// clang-format on

/// Of functions with several arguments, such as max(x, 0).
template <class F, class... Args>
    requires detail::with_plain_numbers<Args...>
constexpr auto apply(Args...) {
    static_assert(!sizeof(F), "a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation");
    return typename detail::first_expression<Args...>::type{};
}

template <expression E, class Exponent>
constexpr E operator^(E e, Exponent) {
    static_assert(!sizeof(Exponent), "^ is no power in C++, and binds less than +; write pow<2>(x), or pow(x, y)");
    return e;
}

}  // namespace leibniz
