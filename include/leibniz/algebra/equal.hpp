#pragma once

#include <leibniz/rules/canonical.hpp>

namespace leibniz {

namespace detail {

template <class A, class B>
constexpr bool same_form() {
    graph both(rules, true);
    int const a = imported(both, canonical<A>)[canonical<A>.root()];
    int const b = imported(both, canonical<B>)[canonical<B>.root()];
    return a == b;
}

template <class A, class B>
inline constexpr bool equal = same_form<A, B>();

template <class A>
inline constexpr bool equal<A, A> = true;

}  // namespace detail

/// The same canonical form, found at compile time: both sides are built in one graph, where equal structures are one
/// node. True is a proof; false says only that the forms differ.
template <expression A, expression B>
constexpr bool operator==(A, B) {
    return detail::equal<A, B>;
}

}  // namespace leibniz
