#pragma once

#include <leibniz/algebra/rewritten.hpp>
#include <leibniz/calculus/diagnosis.hpp>

#include <cstdint>

namespace leibniz::inline v0_1::detail {

/// An operation that makes one node of another: `Step::made(graph, root)`; `Step::hash` tells it from all others, also from
/// the same operation by another symbol.
template <class Step>
struct stepwise {
    static constexpr std::uint64_t hash = Step::hash;
    static constexpr bool recognised = false;
    static constexpr long long most_effort = 100'000;  // an estimate: compilers take up to ten times as many statements

    template <bool>
    static constexpr int guess(view from) {
        return 4 * from.node_count + 32;
    }
    template <bool>
    static constexpr buffer<int> roots(graph& g, view from) {
        buffer<int> const place = imported(g, from);
        buffer<int> results;
        for (int r = 0; r < from.root_count; ++r) results.push(Step::made(g, place[from.roots[r]]));
        return results;
    }
};

// What is refused of its result.

template <class E, class Step>
struct too_large<rewritten<E, stepwise<Step>>> {
    static consteval int report() {
        static_assert(!sizeof(E),
                      "expand, collect, factor, together or simplify: an exact number of the result leaves 64 bits; use smaller powers and "
                      "constants");
        return 0;
    }
};
template <class E, class Step>
struct limited<rewritten<E, stepwise<Step>>> {
    using type = stepwise<int>;
};
template <class T>
struct beyond_the_limits<stepwise<T>> {
    static consteval int report() {
#ifdef __clang__
        static_assert(!sizeof(T),
                      "expand, collect, factor, together or simplify: the result has more than 10,000 terms, or takes more steps than the "
                      "compiler is allowed; use smaller powers, or add the flag -fconstexpr-steps=2000000000");
#else
        static_assert(!sizeof(T),
                      "expand, collect, factor, together or simplify: the result has more than 10,000 terms, or takes more steps than the "
                      "compiler is allowed; use smaller powers, or add the flag -fconstexpr-ops-limit=2000000000");
#endif
        return 0;
    }
};

}  // namespace leibniz::inline v0_1::detail
