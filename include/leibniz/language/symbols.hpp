#pragma once

#include <leibniz/language/constant.hpp>
#include <leibniz/language/operators.hpp>
#include <leibniz/language/symbol.hpp>

#include <utility>

namespace leibniz {

namespace detail {

consteval int digits_of(int n) { return n < 10 ? 1 : 1 + digits_of(n / 10); }

template <name Name, int I>
consteval auto numbered() {
    constexpr int letters = static_cast<int>(Name.view().size()), digits = digits_of(I);
    char text[letters + digits + 1]{};
    for (int k = 0; k < letters; ++k) text[k] = Name.letters[k];
    for (int k = letters + digits - 1, n = I; k >= letters; --k, n /= 10) text[k] = static_cast<char>('0' + n % 10);
    return name(text);
}

/// The name itself where it is sound, else one that is.
template <name Name>
consteval auto sound_name() {
    if constexpr (is_identifier(Name.view())) return Name;
    else return name("w");
}

/// How many entries an array of fixed size has, or -1.
template <class T>
inline constexpr long long extent = -1;
template <class T>
    requires requires(T const& t) { std::tuple_size<T>::value; t[0]; }
inline constexpr long long extent<T> = static_cast<long long>(std::tuple_size<T>::value);
template <class T, std::size_t Size>
inline constexpr long long extent<T[Size]> = static_cast<long long>(Size);

/// The number that a type of index says, such as that of 2_c*i + 1_c where i is 3_c; -1 of other types.
template <class>
inline constexpr long long index_value = -1;
template <long long I>
inline constexpr long long index_value<constant<I>> = I;
template <class T>
    requires requires { static_cast<long long>(T::value); }
inline constexpr long long index_value<T> = static_cast<long long>(T::value);
template <class A, class B>
inline constexpr long long index_value<call<addition, A, B>> = index_value<A> < 0 || index_value<B> < 0 ? -1 : index_value<A> + index_value<B>;
template <class A, class B>
inline constexpr long long index_value<call<subtraction, A, B>> = index_value<A> < 0 || index_value<B> < 0 ? -1 : index_value<A> - index_value<B>;
template <class A, class B>
inline constexpr long long index_value<call<multiplication, A, B>> = index_value<A> < 0 || index_value<B> < 0 ? -1 : index_value<A> * index_value<B>;

}  // namespace detail

/// An indexed family: `symbols<"w", 8> w;` has the symbols w0 … w7, `w[0_c]` is the first. The index may also be a
/// std::integral_constant or one of Boost.Hana, so that families stand in loops at compile time, and be calculated there:
/// `w[2_c*i + 1_c]`.
template <name Name, int Count>
struct symbols {
    static constexpr bool sound = detail::is_identifier(Name.view()) && Count > 0;
    static constexpr int size = sound ? Count : 1;  // of an unsound family a sentence is said when it is made, and no more

    constexpr symbols() {
        static_assert(sound, "symbols: write a name of letters, digits and _ and how many there are, such as symbols<\"w\", 8>");
    }
    symbols(symbols const&) = default;
    void operator=(symbols const&) const = delete;

    template <int I>
    using at = symbol<detail::numbered<detail::sound_name<Name>(), I>()>;

    template <class Index>
    constexpr auto operator[](Index) const {
        constexpr long long i = detail::index_value<Index>;
        constexpr bool there = i >= 0 && i < Count;
        static_assert(there || !sound, "symbols: the index is none of 0_c ... (Count - 1)_c");
        return at<there ? static_cast<int>(i) : 0>{};
    }

    /// All symbols of the family bound at once, to an array of as many numbers: a std::array or one of C++ itself.
    template <class T>
    [[nodiscard("w = array is a binding: an argument of evaluate; by itself it does nothing")]]
    constexpr auto operator=(T&& values) const {
        constexpr long long count = detail::extent<std::remove_cvref_t<T>>;
        constexpr bool is_array = count >= 0, fits = count == Count;
        static_assert(is_array, "symbols: a family of symbols is bound to an array of fixed size; write w = std::array{1.0, 2.0}, "
                                "or use from_vector(wrt(w), v)");
        static_assert(fits || !is_array, "symbols: the array has another size than the family; bind one number for each symbol");
        if constexpr (fits) return binding<symbols, detail::bound<T>>{std::forward<T>(values)};
        else return binding<symbols, double[size]>{};  // a sentence has been said
    }

    /// Calls f with each symbol, and gives what f makes of them all: `w.unpack([](auto... each) { ... })`.
    template <class F>
    constexpr auto unpack(F f) const {
        return unpacked(f, std::make_integer_sequence<int, size>{});
    }

private:
    template <class F, int... I>
    static constexpr auto unpacked(F f, std::integer_sequence<int, I...>) {
        return f(at<I>{}...);
    }
};

}  // namespace leibniz
