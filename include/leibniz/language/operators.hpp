#pragma once

#include <leibniz/language/constant.hpp>
#include <leibniz/language/expression.hpp>

// g++ writes the name of an operator and of its operands, which may be a whole model, into each object file unless the operator is static;
// clang does not, and it cannot export what is static from a module.
#ifdef __clang__
#define LEIBNIZ_OPERATOR constexpr
#else
#define LEIBNIZ_OPERATOR static constexpr
#endif

namespace leibniz::inline v0_1 {

// These operations have blocks in the function table (rules/functions.hpp), like every other function.
struct addition;
struct subtraction;
struct negation;
struct multiplication;
struct division;
struct power;
struct summation;
struct averaging;

/// `a + b`, `a - b`, `a * b`, `a / b`, `-a`, `+a`: each returns the expression as written, an empty type; no algebra is done.
/// With a plain number as an operand they are refused: write 2.5_c.
///
///     constexpr auto line = w*x + b;
///     static_assert(std::is_empty_v<decltype(line)> && text(line - b) == "w*x");
// clang-format off
template <expression A, expression B>
LEIBNIZ_OPERATOR call<addition, A, B> operator+(A, B) { return {}; }

template <expression A, expression B>
LEIBNIZ_OPERATOR call<subtraction, A, B> operator-(A, B) { return {}; }

template <expression A, expression B>
LEIBNIZ_OPERATOR call<multiplication, A, B> operator*(A, B) { return {}; }

template <expression A, expression B>
LEIBNIZ_OPERATOR call<division, A, B> operator/(A, B) { return {}; }

template <expression A>
LEIBNIZ_OPERATOR call<negation, A> operator-(A) { return {}; }

template <expression A>
LEIBNIZ_OPERATOR A operator+(A) { return {}; }

/// a to the power b. As in std::pow a negative base with an exponent that is no whole number gives NaN. The cases at a = 0 stand
/// in docs/functions.md. The derivative by b takes the logarithm of a; the derivative by a does not.
///
///     static_assert(diff(pow(x, w), x) == w*pow(x, w - 1_c));
///     assert(evaluate(pow(x, w), x = 2.0, w = 3.0) == 8.0);
template <expression A, expression B>
LEIBNIZ_OPERATOR call<power, A, B> pow(A, B) { return {}; }

/// a to a whole power, the same expression as `pow(a, 3_c)`.
///
///     static_assert(pow<2>(x) == x*x && pow<-1>(x) == 1_c/x);
template <long long N, expression A>
LEIBNIZ_OPERATOR call<power, A, constant<N>> pow(A) { return {}; }

/// The sum over all rows: a number. With no column bound there is one row.
///
///     assert(evaluate(sum(x), x = xs) == 6.0 && evaluate(sum(x), x = 2.0) == 2.0);
template <expression A>
LEIBNIZ_OPERATOR call<summation, A> sum(A) { return {}; }

/// The mean over all rows: a number. Over columns without rows `evaluate` throws std::invalid_argument.
///
///     assert(evaluate(mean(x), x = xs) == 2.0);
template <expression A>
LEIBNIZ_OPERATOR call<averaging, A> mean(A) { return {}; }

namespace detail {

/// Reports that a plain number cannot be part of an expression. Returns the other operand, so that no second error follows.
template <class Number, class E>
constexpr E plain_number(E e) {
    static_assert(!sizeof(Number), "a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation");
    return e;
}
/// Reports the same for a comparison.
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

/// Reports the same for == and !=, also with the number in front.
template <expression E, detail::plain N>
constexpr bool operator==(E, N) {
    static_assert(!sizeof(N),
                  "a plain number cannot be part of an expression; to compare formulas write x == 0_c, as a condition equal_to(x, 0_c)");
    return false;
}

/// Reports the same for functions of several arguments, such as max(x, 0).
template <class F, class... Args>
    requires detail::with_plain_numbers<Args...>
constexpr auto apply(Args...) {
    constexpr bool calculates = (!std::is_same<Args, bool>::value && ...);
    static_assert(calculates,
                  "a bool is no condition of a model, and == and != compare formulas; write equal_to(x, 0_c) or not_equal_to(x, 0_c)");
    static_assert(!calculates, "a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation");
    return typename detail::first_expression<Args...>::type{};
}

namespace detail {
template <class E>
constexpr E changed(E e) {
    static_assert(!sizeof(E), "a model is a value that never changes; write auto next = m + x in place of m += x");
    return e;
}
}  // namespace detail

template <expression E, class B>
constexpr E operator+=(E e, B) {
    return detail::changed(e);
}
template <expression E, class B>
constexpr E operator-=(E e, B) {
    return detail::changed(e);
}
template <expression E, class B>
constexpr E operator*=(E e, B) {
    return detail::changed(e);
}
template <expression E, class B>
constexpr E operator/=(E e, B) {
    return detail::changed(e);
}

template <expression E, class Exponent>
constexpr E operator^(E e, Exponent) {
    static_assert(!sizeof(Exponent), "^ is no power in C++, and binds less than +; write pow<2>(x), or pow(x, y)");
    return e;
}

}  // namespace leibniz::inline v0_1

#undef LEIBNIZ_OPERATOR
