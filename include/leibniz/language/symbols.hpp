#pragma once

#include <leibniz/language/constant.hpp>
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

template <class>
inline constexpr long long index_value = -1;
template <long long I>
inline constexpr long long index_value<constant<I>> = I;
template <class T>
    requires requires { static_cast<long long>(T::value); }
inline constexpr long long index_value<T> = static_cast<long long>(T::value);

}  // namespace detail

/// An indexed family: `symbols<"w", 8> w;` has the symbols w0 … w7, `w[0_c]` is the first. The index may also be a
/// std::integral_constant or one of Boost.Hana, so that families stand in loops at compile time.
template <name Name, int Count>
struct symbols {
    static_assert(detail::is_identifier(Name.view()) && Count > 0,
                  "symbols: write a name of letters, digits and _ and how many there are, such as symbols<\"w\", 8>");
    static constexpr int size = Count;

    symbols() = default;
    symbols(symbols const&) = default;
    void operator=(symbols const&) const = delete;

    template <int I>
    using at = symbol<detail::numbered<Name, I>()>;

    template <class Index>
    constexpr auto operator[](Index) const {
        constexpr long long i = detail::index_value<Index>;
        static_assert(i >= 0 && i < Count, "symbols: the index is none of 0_c ... (Count - 1)_c");
        return at<i >= 0 && i < Count ? static_cast<int>(i) : 0>{};
    }

    /// All symbols of the family bound at once, to an array of as many numbers.
    template <class T>
    constexpr binding<symbols, detail::bound<T>> operator=(T&& values) const {
        return {std::forward<T>(values)};
    }

    /// Calls f with each symbol, and gives what f makes of them all: `w.unpack([](auto... each) { ... })`.
    template <class F>
    constexpr auto unpack(F f) const {
        return unpacked(f, std::make_integer_sequence<int, Count>{});
    }

private:
    template <class F, int... I>
    static constexpr auto unpacked(F f, std::integer_sequence<int, I...>) {
        return f(at<I>{}...);
    }
};

}  // namespace leibniz
