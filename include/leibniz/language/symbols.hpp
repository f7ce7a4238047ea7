#pragma once

#include <leibniz/language/constant.hpp>
#include <leibniz/language/operators.hpp>
#include <leibniz/language/symbol.hpp>

#include <utility>

namespace leibniz::inline v0_1 {

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

/// Name where it is an identifier, else a replacement, so that no second error follows.
template <name Name>
consteval auto valid_name() {
    if constexpr (is_identifier(Name.view())) return Name;
    else return name("w");
}

/// The number of entries of an array of fixed size, or -1.
template <class T>
inline constexpr long long extent = -1;
template <class T>
    requires requires(T const& t) {
        std::tuple_size<T>::value;
        t[0];
    }
inline constexpr long long extent<T> = static_cast<long long>(std::tuple_size<T>::value);
template <class T, std::size_t Size>
inline constexpr long long extent<T[Size]> = static_cast<long long>(Size);

/// The value of an index type: 7 for that of 2_c*i + 1_c where i is 3_c. -1 for other types.
template <class>
inline constexpr long long index_value = -1;
template <long long I>
inline constexpr long long index_value<constant<I>> = I;
template <class T>
    requires requires { static_cast<long long>(T::value); }
inline constexpr long long index_value<T> = static_cast<long long>(T::value);
template <class A, class B>
inline constexpr long long index_value<call<addition, A, B>> =
    index_value<A> < 0 || index_value<B> < 0 ? -1 : index_value<A> + index_value<B>;
template <class A, class B>
inline constexpr long long index_value<call<subtraction, A, B>> =
    index_value<A> < 0 || index_value<B> < 0 ? -1 : index_value<A> - index_value<B>;
template <class A, class B>
inline constexpr long long index_value<call<multiplication, A, B>> =
    index_value<A> < 0 || index_value<B> < 0 ? -1 : index_value<A> * index_value<B>;

}  // namespace detail

/// An indexed family of symbols: `symbols<"w", 8> w;` has the symbols w0 … w7. An index is a constant (`w[0_c]`), a
/// std::integral_constant, one of Boost.Hana, or calculated from these, `w[2_c*i + 1_c]`, so that loops at compile time can
/// use it. Refused: a name that is no identifier, a count below 1, an index outside 0 … Count - 1.
///
///     constexpr symbols<"c", 3> c;
///     assert(evaluate(c[0_c] + c[1_c]*x, c = std::array{1.0, 2.0, 3.0}, x = 2.0) == 5.0);
template <name Name, int Count>
struct symbols {
    static constexpr bool valid = detail::is_identifier(Name.view()) && Count > 0;
    static constexpr int size = valid ? Count : 1;  // 1 for a family that its constructor refuses: no second error follows

    constexpr symbols() {
        static_assert(valid, "symbols: write a name of letters, digits and _ and how many there are, such as symbols<\"w\", 8>");
    }
    symbols(symbols const&) = default;
    void operator=(symbols const&) const = delete;

    template <int I>
    using at = symbol<detail::numbered<detail::valid_name<Name>(), I>()>;

    template <class Index>
    constexpr auto operator[](Index) const {
        constexpr long long i = detail::index_value<Index>;
        constexpr bool there = i >= 0 && i < Count;
        static_assert(there || !valid, "symbols: the index is none of 0_c ... (Count - 1)_c");
        return at<there ? static_cast<int>(i) : 0>{};
    }

    /// A binding of all symbols of the family to an array of as many numbers: a std::array or a built-in one. An array of
    /// another size is refused; an Eigen vector is bound by from_vector(wrt(w), v).
    template <class T>
    [[nodiscard("w = array is a binding: an argument of evaluate; by itself it does nothing")]]
    constexpr auto operator=(T&& values) const {
        constexpr long long count = detail::extent<std::remove_cvref_t<T>>;
        constexpr bool is_array = count >= 0, fits = count == Count;
        static_assert(is_array,
                      "symbols: a family of symbols is bound to an array of fixed size; write w = std::array{1.0, 2.0}, "
                      "from_vector(wrt(w), v), or w[0_c] = x to substitute");
        static_assert(fits || !is_array, "symbols: the array has another size than the family; bind one number for each symbol");
        if constexpr (fits) return binding<symbols, detail::bound<T>>{std::forward<T>(values)};
        else return binding<symbols, double[size]>{};  // the error has been reported
    }

    /// Returns f(w0, w1, ...): `w.unpack([](auto... each) { return (each + ...); })`.
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

}  // namespace leibniz::inline v0_1
