#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/evaluate/record.hpp>
#include <leibniz/language/symbol.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace leibniz::detail {

/// Whether values of this type vary by row; eigen/ says so of its columns.
template <class T>
inline constexpr bool is_column = false;

template <class>
inline constexpr bool is_column_symbol = false;
template <name Name>
inline constexpr bool is_column_symbol<column<Name>> = true;

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

/// What an argument of `evaluate` supplies: a binding one value, a pack (record of values) one for each of its symbols.
template <class B>
struct argument {
    static constexpr int size = 0;
    static constexpr variable_name names[1]{};
    static constexpr bool columns = false;
    using number = double;
};
template <class S, class T>
struct argument<binding<S, T>> {
    static constexpr int size = 1;
    static constexpr variable_name names[] = {{S::spelling.view(), is_column_symbol<S>}};
    static constexpr bool columns = is_column<std::remove_cvref_t<T>>;
    using number = typename number_in<std::remove_cvref_t<T>>::type;

    template <std::size_t>
    static constexpr T const& get(binding<S, T> const& b) {
        return b.value;
    }
};
template <class... V, class... T>
struct argument<record<variables<V...>, T...>> {
    static constexpr int size = sizeof...(V);
    static constexpr variable_name names[] = {{V::spelling.view(), is_column_symbol<V>}..., {}};
    static constexpr bool columns = false;
    using number = typename common_number<typename number_in<T>::type...>::type;

    template <std::size_t I>
    static constexpr auto const& get(record<variables<V...>, T...> const& r) {
        return r.template get<I>();
    }
};

/// Which argument supplies a variable, and which of its values; from -1 where none does.
struct source {
    int from = -1, value = 0;
};

template <class... B>
constexpr source source_of(variable_name const& v) {
    int const sizes[] = {argument<B>::size..., 0};
    variable_name const* const names[] = {argument<B>::names..., nullptr};
    for (int b = 0; b < static_cast<int>(sizeof...(B)); ++b)
        for (int k = 0; k < sizes[b]; ++k)
            if (names[b][k].name == v.name && names[b][k].column == v.column) return {b, k};
    return {};
}

/// The input of a program that each value of an argument becomes, or -1.
template <auto const& Program, class B>
struct inputs_from {
    int at[argument<B>::size + 1]{};
    constexpr inputs_from() {
        for (int k = 0; k < argument<B>::size; ++k) {
            at[k] = -1;
            for (int v = 0; v < Program.variable_count; ++v)
                if (Program.variables[v].name == argument<B>::names[k].name &&
                    Program.variables[v].column == argument<B>::names[k].column)
                    at[k] = v;
        }
    }
};
template <auto const& Program, class B>
inline constexpr inputs_from<Program, B> inputs_from_v{};

template <auto const& Program, std::size_t I, class T, class B>
[[gnu::always_inline]] constexpr void supply_one(T* inputs, B const& bound) {
    constexpr int at = inputs_from_v<Program, B>.at[I];
    if constexpr (at >= 0) inputs[at] = converted<T>(argument<B>::template get<I>(bound));
}
template <auto const& Program, class T, class B, std::size_t... I>
[[gnu::always_inline]] constexpr void supply_each(T* inputs, B const& bound, std::index_sequence<I...>) {
    (supply_one<Program, I>(inputs, bound), ...);
}
template <auto const& Program, class T, class Keys, class U, class... More, std::size_t... I>
    requires(sizeof...(More) > 7 && all_same<U, More...>)
[[gnu::always_inline]] constexpr void supply_each(T* inputs, record<Keys, U, More...> const& pack, std::index_sequence<I...>) {
    using from = record<Keys, U, More...>;
    for (int k = 0; k < from::size; ++k)
        if (inputs_from_v<Program, from>.at[k] >= 0) inputs[inputs_from_v<Program, from>.at[k]] = converted<T>(pack.values[k]);
}
template <auto const& Program, class T, class B>
[[gnu::always_inline]] constexpr void supply(T* inputs, B const& bound) {
    supply_each<Program>(inputs, bound, std::make_index_sequence<argument<B>::size>{});
}

}  // namespace leibniz::detail
