#pragma once

#include <leibniz/language/constant.hpp>
#include <leibniz/language/expression.hpp>

#include <type_traits>

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

/// A plain number cannot become part of a type: one sentence instead of a page of candidates.
template <class Number>
constexpr constant<0> plain_number() {
    static_assert(!sizeof(Number), "a plain number cannot be part of an expression; write 2.5_c, or a symbol bound at evaluation");
    return {};
}

template <class T>
concept plain = std::is_arithmetic<T>::value;

}  // namespace detail

template <detail::plain N, expression E>
constexpr constant<0> operator+(N, E) { return detail::plain_number<N>(); }
template <expression E, detail::plain N>
constexpr constant<0> operator+(E, N) { return detail::plain_number<N>(); }
template <detail::plain N, expression E>
constexpr constant<0> operator-(N, E) { return detail::plain_number<N>(); }
template <expression E, detail::plain N>
constexpr constant<0> operator-(E, N) { return detail::plain_number<N>(); }
template <detail::plain N, expression E>
constexpr constant<0> operator*(N, E) { return detail::plain_number<N>(); }
template <expression E, detail::plain N>
constexpr constant<0> operator*(E, N) { return detail::plain_number<N>(); }
template <detail::plain N, expression E>
constexpr constant<0> operator/(N, E) { return detail::plain_number<N>(); }
template <expression E, detail::plain N>
constexpr constant<0> operator/(E, N) { return detail::plain_number<N>(); }
template <expression E, detail::plain N>
constexpr constant<0> pow(E, N) { return detail::plain_number<N>(); }
template <detail::plain N, expression E>
constexpr constant<0> pow(N, E) { return detail::plain_number<N>(); }

}  // namespace leibniz
