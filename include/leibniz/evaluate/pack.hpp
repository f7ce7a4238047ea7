#pragma once

#include <leibniz/arithmetic/library.hpp>
#include <leibniz/evaluate/binding.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1 {

namespace detail {

template <class... V, class... T, class... W, class... U, std::size_t... I, std::size_t... J>
constexpr auto joined_records(record<variables<V...>, T...> const& a, record<variables<W...>, U...> const& b, std::index_sequence<I...>,
                              std::index_sequence<J...>) {
    return record<variables<V..., W...>, T..., U...>{stored(a.template get<I>()..., b.template get<J>()...)};
}
template <class R>
constexpr auto joined_all(R const& r) {
    return r;
}
template <class A, class B, class... More>
constexpr auto joined_all(A const& a, B const& b, More const&... more) {
    return joined_all(joined_records(a, b, std::make_index_sequence<A::size>{}, std::make_index_sequence<B::size>{}), more...);
}

template <class... S, class... T>
constexpr auto as_record(binding<S, T> const&... b) {
    return record<variables<S...>, std::remove_cvref_t<T>...>{stored(std::remove_cvref_t<T>(b.value)...)};
}
template <name Name, int Count, class T>
constexpr auto as_record(binding<symbols<Name, Count>, T> const& b) {
    using from = argument<binding<symbols<Name, Count>, T>>;
    return symbols<Name, Count>{}.unpack([&]<class... S>(S...) {
        record<variables<S...>, std::conditional_t<true, typename from::number, S>...> result{};
        for (int i = 0; i < Count; ++i) result.values[i] = from::at(b, i);
        return result;
    });
}
template <class Keys, class... T>
constexpr record<Keys, T...> as_record(record<Keys, T...> const& r) {
    return r;
}

/// The entry of B that stands under the symbol of entry I of A, so that the order of symbols does not matter.
template <std::size_t I, class V, class A, class B>
constexpr auto const& matching(B const& b) {
    if constexpr (std::is_same<typename A::keys, typename B::keys>::value) return b.template get<I>();
    else return b.template get<place_of<V>(typename B::keys{})>();
}
/// Entry by entry.
template <class F, class... V, class... T, class B, std::size_t... I>
constexpr auto combined(F f, record<variables<V...>, T...> const& a, B const& b, std::index_sequence<I...>) {
    using keys = record<variables<V...>, T...>;
    return record<variables<V...>, decltype(f(a.template get<I>(), matching<I, V, keys>(b)))...>{
        stored(f(a.template get<I>(), matching<I, V, keys>(b))...)};
}
template <class F, class Keys, class... T, std::size_t... I>
constexpr auto mapped(F f, record<Keys, T...> const& a, std::index_sequence<I...>) {
    return record<Keys, decltype(f(a.template get<I>()))...>{stored(f(a.template get<I>())...)};
}

template <class>
struct has_symbols : std::false_type {};
template <class... V, class... T>
struct has_symbols<record<variables<V...>, T...>> : std::true_type {};

template <class A, class B>
inline constexpr bool over_same_symbols = same_symbols(typename A::keys{}, typename B::keys{});

// clang-format off
struct plus { constexpr auto operator()(auto const& a, auto const& b) const { return a + b; } };
struct minus { constexpr auto operator()(auto const& a, auto const& b) const { return a - b; } };
struct times { constexpr auto operator()(auto const& a, auto const& b) const { return a * b; } };
// clang-format on

}  // namespace detail

/// A record of values under symbols: a binding of all of them, and a vector.
template <class T>
concept pack = detail::has_symbols<std::remove_cvref_t<T>>::value;

/// A pack: values under symbols, from bindings and other packs. It is an argument of `evaluate` like the bindings, `p[w]` is an
/// entry, and packs are vectors. It holds copies.
///
///     auto p = values(w = 1.0, b = 0.0);
///     p -= 0.1 * evaluate(gradient(pow<2>(w*x + b), wrt(w, b)), p, x = 1.0);
template <class... B>
constexpr auto values(B const&... bindings) {
    constexpr bool valid = sizeof...(B) > 0 && detail::all_of({(detail::is_binding<B> || pack<B>)...});
    static_assert(valid, "values: expected bindings; write values(w = 1.0, b = 0.0)");
    if constexpr (valid && detail::all_of({detail::binds_one_symbol<B>...})) return detail::as_record(bindings...);
    else if constexpr (valid) return detail::joined_all(detail::as_record(bindings)...);
    else return record<variables<>>{};  // the error has been reported
}

/// `p + q`, `p - q`, `-p`, `2.0 * p`, `p * 2.0`, `p / 2.0` and `+= -= *= /=`: vector arithmetic on packs. Entries are matched by
/// symbol, whatever their order. Packs over different symbols are refused.
///
///     auto const p = values(w = 1.0, b = 2.0);
///     auto const q = values(b = 20.0, w = 10.0);
///     assert((p + q)[b] == 22.0 && (2.0 * p - q / 10.0)[w] == 1.0);
// (Each operator reports different symbols itself: one level deeper, the message would be too long.)
template <pack A, pack B>
constexpr auto operator+(A const& a, B const& b) {
    if constexpr (detail::over_same_symbols<A, B>) return detail::combined(detail::plus{}, a, b, std::make_index_sequence<A::size>{});
    else return static_cast<void>(detail::different_symbols<A>::report()), a;
}
template <pack A, pack B>
constexpr auto operator-(A const& a, B const& b) {
    if constexpr (detail::over_same_symbols<A, B>) return detail::combined(detail::minus{}, a, b, std::make_index_sequence<A::size>{});
    else return static_cast<void>(detail::different_symbols<A>::report()), a;
}
template <pack A, detail::number_like T>
    requires(!pack<T> && !expression<T>)
constexpr auto operator*(T const& factor, A const& a) {
    return detail::mapped([&](auto const& each) { return factor * each; }, a, std::make_index_sequence<A::size>{});
}
template <pack A, detail::number_like T>
    requires(!pack<T> && !expression<T>)
constexpr auto operator*(A const& a, T const& factor) {
    return factor * a;
}
template <pack A, detail::number_like T>
    requires(!pack<T> && !expression<T>)
constexpr auto operator/(A const& a, T const& divisor) {
    return detail::mapped([&](auto const& each) { return each / divisor; }, a, std::make_index_sequence<A::size>{});
}
template <pack A>
constexpr auto operator-(A const& a) {
    return detail::mapped([](auto const& each) { return -each; }, a, std::make_index_sequence<A::size>{});
}

namespace detail {
template <class F, class... V, class... T, class B, std::size_t... I>
constexpr void combine_into(F f, record<variables<V...>, T...>& a, B const& b, std::index_sequence<I...>) {
    int const done[] = {
        0, (a.template get<I>() = static_cast<T>(f(a.template get<I>(), matching<I, V, record<variables<V...>, T...>>(b))), 0)...};
    static_cast<void>(done);  // no fold: those end at 256 on clang
}

/// Whether an entry of type T holds the result of F with one of type U: a number none with a value for each row.
template <class F, class T, class U>
inline constexpr bool holds_sum = number_like<U> || requires(F f, T const& a, U const& b) { static_cast<T>(f(a, b)); };
template <class F, class... V, class... T, class B, std::size_t... I>
consteval bool each_holds_sum(record<variables<V...>, T...> const*, B const*, std::index_sequence<I...>) {
    using keys = record<variables<V...>, T...>;
    for (bool held : {true, holds_sum<F, T, std::remove_cvref_t<decltype(matching<I, V, keys>(std::declval<B const&>()))>>...})
        if (!held) return false;
    return true;
}
template <class F, class A, class B>
consteval bool holds_sums() {
    return each_holds_sum<F>(static_cast<A const*>(nullptr), static_cast<B const*>(nullptr), std::make_index_sequence<A::size>{});
}
template <class A>
struct values_by_row {
    static consteval int report() {
        static_assert(!sizeof(A),
                      "+=, -= of packs: what is added has a value for each row; "
                      "write p -= 0.1*evaluate(gradient(mean(loss), wrt(w)), p, x = xs)");
        return 0;
    }
};
}  // namespace detail

template <pack A, pack B>
constexpr A& operator+=(A& a, B const& b) {
    if constexpr (!detail::over_same_symbols<A, B>) static_cast<void>(detail::different_symbols<A>::report());
    else if constexpr (!detail::holds_sums<detail::plus, A, B>()) static_cast<void>(detail::values_by_row<A>::report());
    else detail::combine_into(detail::plus{}, a, b, std::make_index_sequence<A::size>{});
    return a;
}
template <pack A, pack B>
constexpr A& operator-=(A& a, B const& b) {
    if constexpr (!detail::over_same_symbols<A, B>) static_cast<void>(detail::different_symbols<A>::report());
    else if constexpr (!detail::holds_sums<detail::minus, A, B>()) static_cast<void>(detail::values_by_row<A>::report());
    else detail::combine_into(detail::minus{}, a, b, std::make_index_sequence<A::size>{});
    return a;
}

template <pack A, detail::number_like T>
    requires(!pack<T> && !expression<T>)
constexpr A& operator*=(A& a, T const& factor) {
    return a = factor * a;
}
template <pack A, detail::number_like T>
    requires(!pack<T> && !expression<T>)
constexpr A& operator/=(A& a, T const& divisor) {
    return a = a / divisor;
}

/// The scalar product of two packs over the same symbols; other packs are refused.
///
///     static_assert(dot(values(w = 3, b = 4), values(b = 1, w = 2)) == 10);
template <pack A, pack B>
constexpr auto dot(A const& a, B const& b) {
    if constexpr (detail::over_same_symbols<A, B>) {
        auto const products = detail::combined(detail::times{}, a, b, std::make_index_sequence<A::size>{});
        if constexpr (requires { products.values[0]; }) {
            auto total = products.values[A::size - 1];
            for (int i = A::size - 2; i >= 0; --i) total = products.values[i] + total;
            return total;
        } else {
            return [&]<std::size_t... I>(std::index_sequence<I...>) {
                return (products.template get<I>() + ...);
            }(std::make_index_sequence<A::size>{});
        }
    } else {
        return detail::different_symbols<A>::report();
    }
}

/// The Euclidean length of a pack: a floating number, double for integers.
///
///     assert(norm(values(w = 3, b = 4)) == 5.0);
template <pack A>
auto norm(A const& a) {
    auto const square = dot(a, a);
    using library::sqrt;
    if constexpr (std::integral<std::remove_const_t<decltype(square)>>) return sqrt(static_cast<double>(square));
    else return sqrt(square);
}

}  // namespace leibniz::inline v0_1
