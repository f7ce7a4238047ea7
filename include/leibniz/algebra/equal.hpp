#pragma once

#include <leibniz/calculus/diagnosis.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

enum class comparison : unsigned char { different, equal, undecided };

template <class A, class B>
struct same_form {
    static constexpr comparison within(long long allowed) {
        graph both(rules, true, allowed);
        int const a = imported(both, canonical<A>)[canonical<A>.root()];
        int const b = imported(both, canonical<B>)[canonical<B>.root()];
        return both.exhausted() ? comparison::undecided : a == b ? comparison::equal : comparison::different;
    }
    static constexpr comparison done() { return within(unlimited); }
};

template <class A, class B>
consteval comparison compare() {
    constexpr comparison result = same_form<A, B>::within(by_default);
    if constexpr (result != comparison::undecided) return result;
    else if constexpr (within_limits<same_form<A, B>>) return same_form<A, B>::done();
    else return result;
}

template <class A, class B>
inline constexpr comparison compared = compare<A, B>();

template <class A>
inline constexpr comparison compared<A, A> = comparison::equal;

template <class A, class B>
consteval auto diagnose_comparison() {
    using left = decltype(diagnose_formula<A>());
    using right = decltype(diagnose_formula<B>());
    if constexpr (!std::same_as<left, accepted>) return left{};
    else if constexpr (!std::same_as<right, accepted>) return right{};
    else if constexpr (compared<A, B> == comparison::undecided) return refused<beyond_the_limits<int>>{};
    else return accepted{};
}

}  // namespace detail

/// True if both expressions have the same canonical form, which proves that they are equal wherever both are defined. False
/// says only that the forms differ. Both are built in one graph, where equal structures are one node. Refused: models
/// beyond the compiler's limits. Costs about the compile time of both canonical forms.
///
///     static_assert(pow<2>(w*x - y) == (y - w*x)*(y - w*x));
///     static_assert(diff(tanh(x), x) == 1_c - pow<2>(tanh(x)));
template <expression A, expression B>
constexpr bool operator==(A, B) {
    using diagnosis = decltype(detail::diagnose_comparison<A, B>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return diagnosis::sentence::report() == 0;
    else return detail::compared<A, B> == detail::comparison::equal;
}

}  // namespace leibniz::inline v0_1
