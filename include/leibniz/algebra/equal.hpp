#pragma once

#include <leibniz/calculus/sound.hpp>

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
    using left = decltype(detail::verdict_on_formula<A>());
    using right = decltype(detail::verdict_on_formula<B>());
    if constexpr (!std::same_as<left, detail::admitted>) return left::sentence::say() == 0;
    else if constexpr (!std::same_as<right, detail::admitted>) return right::sentence::say() == 0;
    else return detail::equal<A, B>;
}

}  // namespace leibniz
