#pragma once

#include <leibniz/calculus/bundle.hpp>

#include <boost/hana/basic_tuple.hpp>

#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1 {

/// The keys of a record that is indexed by numbers only.
template <int N>
struct positions {};

namespace detail {

/// True if all are one type. (A loop, because folds end at 256 on clang.)
template <class First, class... More>
consteval bool are_same() {
    for (bool same : {true, std::is_same<First, More>::value...})
        if (!same) return false;
    return true;
}
template <class... T>
concept all_same = are_same<T...>();

struct record_tag {};

/// Values of one type are stored in an array, others in a tuple.
template <class... T>
struct storage {
    boost::hana::basic_tuple<T...> values;
    template <std::size_t I>
    constexpr auto& get() {
        return boost::hana::at_c<I>(values);
    }
    template <std::size_t I>
    constexpr auto const& get() const {
        return boost::hana::at_c<I>(values);
    }
};
template <class T, class... More>
    requires all_same<T, More...>
struct storage<T, More...> {
    T values[1 + sizeof...(More)];
    template <std::size_t I>
    constexpr T& get() {
        return values[I];
    }
    template <std::size_t I>
    constexpr T const& get() const {
        return values[I];
    }
};
template <>
struct storage<> {};

/// The position that a symbol or a number names among `count` results, or -1.
template <class Index, class Keys>
consteval int place_among(Keys, int count) {
    if constexpr (variable<Index>) return place_of<Index>(Keys{});
    else return index_value<Index> < count ? static_cast<int>(index_value<Index>) : -1;
}

template <class... V, class... W>
consteval bool same_symbols(variables<V...>, variables<W...>) {
    if (std::is_same<variables<V...>, variables<W...>>::value) return true;
    if (sizeof...(V) != sizeof...(W)) return false;
    for (int place : {0, place_of<V>(variables<W...>{})...})
        if (place < 0) return false;
    return true;
}
template <class V, class W>
consteval bool same_symbols(V, W) {
    return false;
}
template <class Pack>
struct different_symbols {
    static consteval int report() {
        static_assert(!sizeof(Pack), "packs: the two have different symbols; combine packs over the same wrt(...)");
        return 0;
    }
};

template <class... T>
constexpr storage<T...> stored(T... values) {
    if constexpr (sizeof...(T) == 0) return {};
    else if constexpr (all_same<T...>) return {{static_cast<T&&>(values)...}};
    else return {boost::hana::basic_tuple<T...>(static_cast<T&&>(values)...)};
}

}  // namespace detail

/// Results of an evaluation. A gradient's are indexed by symbol or position, others by position: `g[w]`, `r[0_c]`; an index that
/// names none is refused. Structured bindings and the algorithms of Boost.Hana work on it. Assigning one pack to another
/// matches entries by symbol.
///
///     auto const g = evaluate(gradient(w*x, wrt(w, x)), w = 2.0, x = 3.0);
///     assert(g[w] == 3.0 && g[1_c] == 2.0);
template <class Keys, class... T>
struct record : detail::storage<T...> {
    using keys = Keys;
    static constexpr int size = sizeof...(T);

    template <variable S>
    constexpr auto& operator[](S) {
        constexpr int place = detail::place_of<S>(Keys{});
        if constexpr (place < 0) return this->template get<detail::not_among_the_results<S>::report()>();
        else return this->template get<place>();
    }
    template <variable S>
    constexpr auto const& operator[](S) const {
        constexpr int place = detail::place_of<S>(Keys{});
        if constexpr (place < 0) return this->template get<detail::not_among_the_results<S>::report()>();
        else return this->template get<place>();
    }
    template <long long I>
    constexpr auto& operator[](constant<I>) {
        if constexpr (I < 0 || I >= size) return this->template get<detail::not_among_the_results<constant<I>>::report()>();
        else return this->template get<I>();
    }
    template <long long I>
    constexpr auto const& operator[](constant<I>) const {
        if constexpr (I < 0 || I >= size) return this->template get<detail::not_among_the_results<constant<I>>::report()>();
        else return this->template get<I>();
    }

    /// Takes the values of another pack over the same symbols, whatever their order.
    template <class... W, class... U>
    constexpr record& operator=(record<variables<W...>, U...> const& other) {
        if constexpr (!detail::same_symbols(Keys{}, variables<W...>{})) {
            static_cast<void>(detail::different_symbols<record>::report());
        } else {
            int const done[] = {0, ((*this)[W{}] = static_cast<std::remove_cvref_t<decltype((*this)[W{}])>>(other[W{}]), 0)...};
            static_cast<void>(done);
        }
        return *this;
    }
};

/// The values of a Hessian or Jacobian, stored row by row: `h(w, b)`, `j(0_c, w)`, or both by position. An index that names no
/// entry is refused.
///
///     auto const h = evaluate(hessian(w*w*x, wrt(w, x)), w = 2.0, x = 3.0);
///     assert(h(w, x) == 4.0 && h(0_c, 0_c) == 6.0);
template <class Rows, class Columns, int Width, class... T>
struct table_of_results : detail::storage<T...> {
    static constexpr int size = sizeof...(T), width = Width, height = size / (Width == 0 ? 1 : Width);

    template <class R, class C>
    constexpr auto const& operator()(R, C) const {
        constexpr int row = detail::place_among<R>(Rows{}, height), column = detail::place_among<C>(Columns{}, width);
        if constexpr (row < 0) return this->template get<detail::not_among_the_results<R>::report()>();
        else if constexpr (column < 0) return this->template get<detail::not_among_the_results<C>::report()>();
        else return this->template get<row * width + column>();
    }
};

template <class T>
inline constexpr bool is_record = false;
template <class Keys, class... T>
inline constexpr bool is_record<record<Keys, T...>> = true;

}  // namespace leibniz::inline v0_1

template <class Keys, class... T>
struct std::tuple_size<leibniz::record<Keys, T...>> : std::integral_constant<std::size_t, sizeof...(T)> {};
template <std::size_t I, class Keys, class... T>
struct std::tuple_element<I, leibniz::record<Keys, T...>> {
    using type = std::remove_reference_t<decltype(std::declval<leibniz::record<Keys, T...>&>().template get<I>())>;
};

namespace boost::hana {

template <class Keys, class... T>
struct tag_of<leibniz::record<Keys, T...>> {
    using type = leibniz::detail::record_tag;
};
template <>
struct unpack_impl<leibniz::detail::record_tag> {
    template <class R, class F>
    static constexpr decltype(auto) apply(R&& r, F&& f) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) -> decltype(auto) {
            return static_cast<F&&>(f)(r.template get<I>()...);
        }(std::make_index_sequence<static_cast<std::size_t>(std::remove_cvref_t<R>::size)>{});
    }
};

}  // namespace boost::hana
