#pragma once

#include <leibniz/language/symbols.hpp>

namespace leibniz::inline v0_1 {

/// A list of variables to differentiate by, in order.
template <class... V>
struct variables {};

namespace detail {

template <class T>
struct variables_in {
    static constexpr bool any = false;
};
template <variable V>
struct variables_in<V> {
    static constexpr bool any = true;
    using type = variables<V>;
};
template <class... V>
struct variables_in<variables<V...>> {
    static constexpr bool any = true;
    using type = variables<V...>;
};
template <name Name, int Count>
struct variables_in<symbols<Name, Count>> {
    static constexpr bool any = true;
    using type = decltype(symbols<Name, Count>{}.unpack([](auto... each) { return variables<decltype(each)...>{}; }));
};

template <class... Lists>
struct joined {
    using type = variables<>;
};
template <class... V>
struct joined<variables<V...>> {
    using type = variables<V...>;
};
template <class... V, class... W, class... More>
struct joined<variables<V...>, variables<W...>, More...> : joined<variables<V..., W...>, More...> {};
template <class V, class W, class... More>
struct joined<variables<V>, variables<W>, variables<More>...> {
    using type = variables<V, W, More...>;
};

}  // namespace detail

/// The variables to differentiate by: `wrt(w, b)`. A family stands for all its symbols. Anything else is refused.
///
///     constexpr symbols<"c", 3> c;
///     static_assert(gradient(c[0_c]*x, wrt(c, x)).size == 4);
template <class... V>
constexpr auto wrt(V...) {
    constexpr bool valid = detail::all_of({detail::variables_in<V>::any...});
    static_assert(valid, "wrt: one differentiates by symbols only; write wrt(w, b) with symbols w and b");
    if constexpr (valid) return typename detail::joined<typename detail::variables_in<V>::type...>::type{};
    else return variables<symbol<"w">>{};  // the error has been reported
}

}  // namespace leibniz::inline v0_1
