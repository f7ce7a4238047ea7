#pragma once

#include <leibniz/evaluate/cse_program.hpp>
#include <leibniz/evaluate/record.hpp>
#include <leibniz/language/symbols.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace leibniz::detail {

/// Whether values of this type vary by row; eigen/ says so of its columns.
template <class T>
inline constexpr bool is_column = false;

/// Whether it is such a value of two dimensions, which is refused.
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
/// An integer as any number: types of one's own may be made of integers or only of floating numbers.
template <class T>
constexpr T whole_number(long long n) {
    if constexpr (std::is_arithmetic<T>::value || requires { T{n}; }) return static_cast<T>(n);
    else return static_cast<T>(static_cast<double>(n));
}
template <class T>
constexpr T fraction(long long n, long long d) {
    if constexpr (std::integral<T>) return static_cast<T>(n);
    else return d == 1 ? whole_number<T>(n) : whole_number<T>(n) / whole_number<T>(d);
}
template <class T>
    requires(!std::same_as<T, rational>)
constexpr T converted(rational const& r) {
    return fraction<T>(r.numerator(), r.denominator());
}
template <class T, long long N, long long D>
constexpr T converted(constant<N, D> const&) {
    return converted<T>(rational(N, D));
}

template <class T>
concept number_like = !requires(T const& t) { t.size(); } && requires(T t) { T(t + t * t); };

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
    static constexpr bool columns = is_column<std::remove_cvref_t<T>>, matrix = is_matrix<std::remove_cvref_t<T>>;
    using number = typename number_in<std::remove_cvref_t<T>>::type;

    template <std::size_t>
    static constexpr T const& get(binding<S, T> const& b) {
        return b.value;
    }
};
template <class... V, class... T>
struct argument<record<variables<V...>, T...>> {
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
    using number = std::remove_cvref_t<decltype(std::declval<T const&>()[0])>;

    static constexpr auto const& at(binding<symbols<Name, Count>, T> const& b, int k) { return b.value[static_cast<std::size_t>(k)]; }
};

/// The place of each name of a list, found by hash.
template <int Size>
class name_table {
public:
    constexpr name_table(variable_name const* names, int count) : names_(names) {
        for (int& slot : table_) slot = -1;
        for (int i = 0; i < count; ++i) {
            unsigned slot = start(names[i]);
            for (; table_[slot] >= 0; slot = (slot + 1) % slots)
                if (repeated_ < 0 && is_at(slot, names[i])) repeated_ = i;
            table_[slot] = i;
        }
    }
    /// The first name that stands before it in the list already, or -1.
    constexpr int repeated() const { return repeated_; }
    /// The place of a name, or -1.
    constexpr int find(variable_name const& wanted) const {
        for (unsigned slot = start(wanted); table_[slot] >= 0; slot = (slot + 1) % slots)
            if (is_at(slot, wanted)) return table_[slot];
        return -1;
    }

private:
    static constexpr unsigned slots = 2 * Size + 1;
    static constexpr unsigned start(variable_name const& v) { return static_cast<unsigned>(hash_of(v.name) % slots); }
    constexpr bool is_at(unsigned slot, variable_name const& v) const {
        variable_name const& known = names_[table_[slot]];
        return known.name == v.name && known.column == v.column;
    }

    variable_name const* names_;
    int table_[slots]{};
    int repeated_ = -1;
};

template <auto const& Program>
static constexpr name_table<Program.variable_count + 1> inputs_v(Program.variables, Program.variable_count);

/// The input of a program that each value of an argument becomes, or -1.
template <auto const& Program, class B>
struct inputs_from {
    int at[argument<B>::size + 1]{};
    constexpr inputs_from() {
        for (int k = 0; k < argument<B>::size; ++k) at[k] = inputs_v<Program>.find(argument<B>::names[k]);
    }
};
template <auto const& Program, class B>
static constexpr inputs_from<Program, B> inputs_from_v{};

/// Which argument supplies each input of a program, or -1.
template <auto const& Program, class... B>
struct suppliers {
    int of[Program.variable_count + 1]{};
    constexpr suppliers() {
        for (int& s : of) s = -1;
        int number = 0;
        (note(inputs_from_v<Program, B>.at, argument<B>::size, number++), ...);
    }
    constexpr void note(int const* at, int count, int number) {
        for (int k = 0; k < count; ++k)
            if (at[k] >= 0) of[at[k]] = number;
    }
};
template <auto const& Program, class... B>
static constexpr suppliers<Program, B...> suppliers_v{};

template <auto const& Program, std::size_t I, class T, class B>
[[gnu::always_inline]] constexpr void supply_one(T* inputs, B const& bound) {
    constexpr int at = inputs_from_v<Program, B>.at[I];
    if constexpr (at >= 0) inputs[at] = converted<T>(argument<B>::template get<I>(bound));
}
template <auto const& Program, class T, class B, std::size_t... I>
[[gnu::always_inline]] constexpr void supply_each(T* inputs, B const& bound, std::index_sequence<I...>) {
    (supply_one<Program, I>(inputs, bound), ...);
}
template <auto const& Program, class T, class B>
[[gnu::always_inline]] constexpr void supply(T* inputs, B const& bound) {
    if constexpr (requires { argument<B>::at(bound, 0); }) {
        for (int k = 0; k < argument<B>::size; ++k)
            if (int const at = inputs_from_v<Program, B>.at[k]; at >= 0) inputs[at] = converted<T>(argument<B>::at(bound, k));
    } else {
        supply_each<Program>(inputs, bound, std::make_index_sequence<argument<B>::size>{});
    }
}

}  // namespace leibniz::detail
