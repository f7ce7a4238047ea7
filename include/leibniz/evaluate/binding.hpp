#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/language/symbol.hpp>

#include <concepts>
#include <type_traits>

namespace leibniz::detail {

/// Whether values of this type vary by row; eigen/ says so of its columns.
template <class T>
inline constexpr bool is_column = false;

template <class>
inline constexpr bool is_binding = false;
template <class S, class T>
inline constexpr bool is_binding<binding<S, T>> = true;

/// The number that a bound value contributes to the result's type.
template <class T>
struct number_in {
    using type = T;
};
template <long long N, long long D>
struct number_in<constant<N, D>> {
    using type = rational;
};
template <class B>
using number_of = typename number_in<typename B::type>::type;

/// The type in which two numbers meet; exact ones give way to whatever floats.
template <class T, class U>
struct stronger : std::common_type<T, U> {};
template <class T>
struct stronger<T, rational> : std::conditional<std::integral<T>, rational, T> {};
template <class T>
struct stronger<rational, T> : std::conditional<std::integral<T>, rational, T> {};
template <>
struct stronger<rational, rational> {
    using type = rational;
};

template <class... T>
struct common_number {
    using type = double;
};
template <class T>
struct common_number<T> {
    using type = T;
};
template <class T, class U, class... More>
struct common_number<T, U, More...> : common_number<typename stronger<T, U>::type, More...> {};

template <class T, class V>
constexpr T converted(V const& value) {
    return static_cast<T>(value);
}
template <class T>
    requires(!std::same_as<T, rational>)
constexpr T converted(rational const& r) {
    if constexpr (std::integral<T>) return static_cast<T>(r.numerator());
    else return r.is_integer() ? static_cast<T>(r.numerator()) : static_cast<T>(r.numerator()) / static_cast<T>(r.denominator());
}
template <class T, long long N, long long D>
constexpr T converted(constant<N, D> const&) {
    return converted<T>(rational(N, D));
}

/// Where the bindings supply a variable, or -1.
template <class... B>
constexpr int supplier(variable_name const& v) {
    std::string_view const names[] = {B::symbol::spelling.view()..., {}};
    bool const columns[] = {std::same_as<B, binding<column<B::symbol::spelling>, decltype(B::value)>>..., false};
    for (unsigned i = 0; i < sizeof...(B); ++i)
        if (names[i] == v.name && columns[i] == v.column) return static_cast<int>(i);
    return -1;
}

}  // namespace leibniz::detail
