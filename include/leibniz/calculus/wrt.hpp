#pragma once

#include <leibniz/language/symbol.hpp>

namespace leibniz {

/// The variables that one differentiates by, in order.
template <variable... V>
struct variables {};

/// `wrt(w, b)`: with respect to w and b.
template <class... V>
constexpr auto wrt(V...) {
    static_assert((variable<V> && ...), "wrt: one differentiates by symbols only; write wrt(w, b) with symbols w and b");
    if constexpr ((variable<V> && ...)) return variables<V...>{};
}

}  // namespace leibniz
