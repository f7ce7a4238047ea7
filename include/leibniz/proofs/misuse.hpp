#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/proofs/equivalent.hpp>

// Questions that are none: each is refused by one sentence.

namespace leibniz::inline v0_1 {

namespace detail {

/// In place of a verdict where an error has been reported, so that no second one follows.
struct no_verdict {
    constexpr explicit operator bool() const { return true; }
    constexpr bool operator!() const { return true; }
    friend constexpr bool operator==(no_verdict, verdict) { return true; }
    friend constexpr text_view text(no_verdict) { return {}; }
};

}  // namespace detail

template <class A, class B, class... Assumed>
    requires((expression<A> || bundle<A> || expression<B> || bundle<B>) &&
             !(expression<A> && expression<B> && (expression<Assumed> && ...)))
constexpr detail::no_verdict equivalent(A, B, Assumed...) {
    constexpr bool several = bundle<A> || bundle<B>, number = detail::plain<A> || detail::plain<B>,
                   value = detail::any_of({proving::is_binding<B>, proving::is_binding<Assumed>...}),
                   formulas = expression<A> && expression<B>;
    static_assert(!several, "equivalent(a, b): a gradient and the like have several entries; write equivalent(g[x], b) for one of them");
    static_assert(several || !number, "equivalent(a, b): a plain number is no formula; write equivalent(x, 2_c)");
    static_assert(
        several || number || !value,
        "equivalent(a, b, x = 1_c): this is a value, not a condition; write equivalent(a, b, x > 0_c), or substitute(a, x = 1_c)");
    static_assert(several || number || value || formulas, "equivalent(a, b): a and b are no expressions; write equivalent(2_c*x, x + x)");
    static_assert(
        several || number || value || !formulas,
        "equivalent: what is assumed is a comparison with <, <=, > or >=, integer(n) of a symbol, or several joined by &&; write x > 0_c");
    return {};
}
template <class Misused = int>
constexpr detail::no_verdict equivalent(...) {
    static_assert(!sizeof(Misused), "equivalent(a, b): a and b are no expressions; write equivalent(2_c*x, x + x)");
    return {};
}

}  // namespace leibniz::inline v0_1
