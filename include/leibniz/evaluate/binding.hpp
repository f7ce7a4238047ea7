#pragma once

#include <leibniz/evaluate/compiled.hpp>
#include <leibniz/evaluate/exact_value.hpp>
#include <leibniz/evaluate/record.hpp>
#include <leibniz/language/symbols.hpp>

#include <concepts>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1::detail {

/// True for values that vary by row; eigen/ specialises it for columns.
template <class T>
inline constexpr bool is_column = false;

/// True for values of two dimensions, which are refused.
template <class T>
inline constexpr bool is_matrix = false;

template <class>
inline constexpr bool is_column_symbol = false;
template <name Name>
inline constexpr bool is_column_symbol<column<Name>> = true;

template <class>
inline constexpr bool is_binding = false;
template <class S, class T>
inline constexpr bool is_binding<binding<S, T>> = true;

template <class>
inline constexpr bool binds_one_symbol = false;
template <variable S, class T>
inline constexpr bool binds_one_symbol<binding<S, T>> = true;

/// The number that a bound value contributes to the result's type.
template <class T>
struct number_in {
    using type = T;
};
template <long long N, long long D, int Exponent>
struct number_in<constant<N, D, Exponent>> {
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
template <class T, class U, class... More>
    requires all_same<T, U, More...>
struct common_number<T, U, More...> {
    using type = T;
};

template <class T, class V>
constexpr T converted(V const& value) {
    return static_cast<T>(value);
}
template <class T>
    requires(!std::same_as<T, rational>)
constexpr T converted(rational const& r) {
    return fraction<T>(r.numerator(), r.packed());
}
template <class T, long long N, long long D, int Exponent>
constexpr T converted(constant<N, D, Exponent> const&) {
    return converted<T>(rational::of(N, D, Exponent));
}

template <class T>
concept number_like = !expression<T> && !requires(T const& t) { t.size(); } && requires(T t) { T(t + t * t); };

/// What an argument of `evaluate` supplies: a binding one value, a pack (record of values) one for each of its
/// symbols, a bound family one for each of its members.
template <class B>
struct argument {
    static constexpr int size = 0;
    static constexpr variable_name names[1]{};
    static constexpr bool columns = false, matrix = false;
    using number = double;
};
template <class S, class T>
struct argument<binding<S, T>> {
    static constexpr int size = 1;
    static constexpr variable_name names[1]{{S::spelling.view(), is_column_symbol<S>}};
    using value = std::remove_cvref_t<T>;
    static constexpr bool columns = is_column<value>, matrix = is_matrix<value>;
    using number = typename number_in<value>::type;

    template <std::size_t>
    static constexpr T const& get(binding<S, T> const& b) {
        return b.value;
    }
};
template <class... V, class... T>
struct argument<record<variables<V...>, T...>> {
    using value = record<variables<V...>, T...>;
    static constexpr int size = sizeof...(V);
    static constexpr variable_name names[sizeof...(V) + 1]{{V::spelling.view(), is_column_symbol<V>}...};
    static constexpr bool columns = false, matrix = false;
    using number = typename common_number<typename number_in<T>::type...>::type;

    template <std::size_t I>
    static constexpr auto const& get(record<variables<V...>, T...> const& r) {
        return r.template get<I>();
    }
    static constexpr auto const& at(record<variables<V...>, T...> const& r, int k)
        requires(sizeof...(T) > 0 && all_same<T...>)
    {
        return r.values[k];
    }
};
template <name Name, int Count, class T>
struct argument<binding<symbols<Name, Count>, T>>
    : argument<decltype(symbols<Name, Count>{}.unpack([](auto... each) { return record<variables<decltype(each)...>>{}; }))> {
    using value = binding<symbols<Name, Count>, T>;
    using number = std::remove_cvref_t<decltype(std::declval<T const&>()[0])>;

    static constexpr auto const& at(binding<symbols<Name, Count>, T> const& b, int k) { return b.value[static_cast<std::size_t>(k)]; }
    template <std::size_t I>
    static constexpr auto const& get(binding<symbols<Name, Count>, T> const& b) {
        return b.value[I];
    }
};

constexpr int total(std::initializer_list<int> counts) {
    int result = 0;
    for (int c : counts) result += c;
    return result;
}

template <class... B>
static constexpr bool binds_columns = any_of({argument<B>::columns...});

/// Where the values of arguments go: by name, found once for each call of `evaluate`.
template <int Values, int Inputs>
struct matched_names {
    int places[static_cast<unsigned>(Values + 1)]{};       // the input of the program that each value becomes, or -1
    int argument_of[static_cast<unsigned>(Inputs + 1)]{};  // the argument that supplies each input, or -1
    int repeated = -1;                                     // the first value whose name has one already
    int missing = -1;                                      // the first input that nothing is bound to

    template <std::size_t Arguments>
    constexpr matched_names(variable_name const* const (&names)[Arguments], int const (&sizes)[Arguments], variable_name const* inputs) {
        for (int& slot : table_) slot = -1;
        int value = 0;
        for (unsigned a = 0; a < Arguments; ++a) {
            for (int k = 0; k < sizes[a]; ++k, ++value) {
                names_[value] = names[a] + k;
                arguments_[value] = static_cast<int>(a);
                places[value] = -1;
                int& at = table_[slot_of(names[a][k])];
                if (at < 0) at = value;
                else if (repeated < 0) repeated = value;
            }
        }
        for (int v = Inputs - 1; v >= 0; --v) {
            int const found = table_[slot_of(inputs[v])];
            argument_of[v] = found < 0 ? -1 : arguments_[found];
            if (found < 0) missing = v;
            else places[found] = v;
        }
    }
    constexpr variable_name const& name_of(int value) const { return *names_[value]; }

private:
    static constexpr unsigned slots = 2 * static_cast<unsigned>(Values) + 1;

    /// Where the name stands in the table, or would.
    constexpr unsigned slot_of(variable_name const& wanted) const {
        auto slot = static_cast<unsigned>(hash_of(wanted.name) % slots);
        while (table_[slot] >= 0 && !is_named(table_[slot], wanted)) slot = (slot + 1) % slots;
        return slot;
    }
    constexpr bool is_named(int value, variable_name const& wanted) const {
        return names_[value]->name == wanted.name && names_[value]->column == wanted.column;
    }

    variable_name const* names_[static_cast<unsigned>(Values + 1)]{};
    int arguments_[static_cast<unsigned>(Values + 1)]{};
    int table_[slots]{};
};

template <auto const& Program, class... B>
static constexpr matched_names<total({argument<B>::size...}), Program.variable_count> matched{
    {argument<B>::names..., nullptr}, {argument<B>::size..., 0}, Program.variables};

// What is emitted for each argument is named by the argument alone: names that grow with the model would take most of
// the compiler's time. Each stores its values where the program reads them, and gives the places of the next one's.

template <class T, class S, class V>
[[gnu::always_inline]] constexpr int const* supply(T* inputs, int const* to, binding<S, V> const& bound) {
    if (*to >= 0) inputs[*to] = converted<T>(bound.value);
    return to + 1;
}
template <class T, class B, std::size_t... I>
[[gnu::always_inline]] constexpr int const* supply_all([[maybe_unused]] T* inputs, int const* to, [[maybe_unused]] B const& bound, std::index_sequence<I...>) {
    int const done[] = {0,
                        (to[I] >= 0 ? static_cast<void>(inputs[to[I]] = converted<T>(argument<B>::template get<I>(bound))) : void(), 0)...};
    static_cast<void>(done);  // no fold: those end at 256 on clang
    return to + sizeof...(I);
}
template <class T, name Name, int Count, class V>
[[gnu::always_inline]] constexpr int const* supply(T* inputs, int const* to, binding<symbols<Name, Count>, V> const& bound) {
    return supply_all(inputs, to, bound, std::make_index_sequence<static_cast<std::size_t>(Count)>{});
}
template <class T, class... V, class... U>
[[gnu::always_inline]] constexpr int const* supply(T* inputs, int const* to, record<variables<V...>, U...> const& bound) {
    return supply_all(inputs, to, bound, std::index_sequence_for<V...>{});
}

}  // namespace leibniz::inline v0_1::detail
