#pragma once

#include <leibniz/calculus/wrt.hpp>
#include <leibniz/language/constant.hpp>
#include <leibniz/rules/canonical_form.hpp>

#include <boost/hana/core/when.hpp>
#include <boost/hana/fwd/core/tag_of.hpp>
#include <boost/hana/fwd/unpack.hpp>

#include <cstdint>
#include <utility>

namespace leibniz::inline v0_1 {

/// The base of gradients, Hessians, Jacobians and outputs: several expressions that are derived and evaluated together, with
/// their common work shared. Empty, like every expression.
struct bundle_base {};

template <class T>
concept bundle = std::is_base_of<bundle_base, std::remove_cvref_t<T>>::value;

/// Entry number I of a bundle, as an expression.
template <class Bundle, int I>
struct entry : expression_base {};

namespace detail {

template <class... V>
static constexpr std::uint64_t hashes_of[sizeof...(V) + 1] = {as_written<V>.hash..., 0};

/// The position of a symbol in a list of variables, or -1.
template <class S, class... V>
consteval int place_of(variables<V...>) {
    if constexpr (variable<S>)
        for (int i = 0; i < static_cast<int>(sizeof...(V)); ++i)
            if (hashes_of<V...>[i] == as_written<S>.hash) return i;
    return -1;
}

template <class S, class Keys>
consteval int place_of(Keys) {
    return -1;
}

/// Reports an index that names no entry.
template <class Index>
struct not_among_the_results {
    static consteval int report() {
        static_assert(!sizeof(Index), "[]: there is no result of this number; count from 0_c");
        return 0;
    }
};
template <variable S>
struct not_among_the_results<S> {
    static consteval int report() {
        static_assert(!sizeof(S), "[]: this symbol does not stand in wrt(...); index with one that does");
        return 0;
    }
};

/// The canonical form of one entry of a bundle.
template <class Bundle, int I, bool Evaluated>
struct canonical_stage<entry<Bundle, I>, Evaluated> {
    static constexpr int guess = graph_of<Bundle, Evaluated>().node_count, roots = 1;
    static constexpr bool recognised = canonical_stage<Bundle>::recognised;
    static constexpr view run(long long) {
        view v = graph_of<Bundle, Evaluated>();
        v.roots += I;
        v.root_count = 1;
        v.shared = false;
        return v;
    }
};

struct bundle_tag {};

}  // namespace detail

template <class Bundle, int I>
static constexpr written as_written<entry<Bundle, I>> = detail::written_node({.what = form::formula,
                                                                              .hash = I + 1,
                                                                              .formula = &canonical<entry<Bundle, I>>,
                                                                              .evaluated = &evaluated_form<entry<Bundle, I>>,
                                                                              .size = canonical<entry<Bundle, I>>.node_count},
                                                                             detail::all_written<Bundle>, {{as_written<Bundle>.hash, 0}});

/// The interface that all bundles share: `get`, structured bindings, the algorithms of Boost.Hana.
template <class Bundle, int Size>
struct bundle_of_entries : bundle_base {
    static constexpr int size = Size;
    template <std::size_t I>
    constexpr entry<Bundle, static_cast<int>(I)> get() const {
        return {};
    }
};

}  // namespace leibniz::inline v0_1

template <leibniz::bundle B>
    requires(!std::is_const_v<B>)
struct std::tuple_size<B> : std::integral_constant<std::size_t, static_cast<std::size_t>(B::size)> {};
template <std::size_t I, leibniz::bundle B>
    requires(!std::is_const_v<B>)
struct std::tuple_element<I, B> {
    using type = decltype(B{}.template get<I>());
};

namespace boost::hana {

template <leibniz::bundle B>
struct tag_of<B> {
    using type = leibniz::detail::bundle_tag;
};
template <>
struct unpack_impl<leibniz::detail::bundle_tag> {
    template <class B, class F>
    static constexpr decltype(auto) apply(B const& b, F&& f) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) -> decltype(auto) {
            return static_cast<F&&>(f)(b.template get<I>()...);
        }(std::make_index_sequence<static_cast<std::size_t>(B::size)>{});
    }
};

}  // namespace boost::hana
