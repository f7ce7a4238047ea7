#pragma once

#include <leibniz/algebra/assumptions.hpp>
#include <leibniz/evaluate/evaluate.hpp>

#include <concepts>
#include <type_traits>

namespace leibniz::inline v0_1 {

/// Whether all conditions hold: a bool, or with a column bound (leibniz/eigen.hpp) 1 or 0 for each row. Every symbol of the formula
/// may be bound. Refuses and throws what `evaluate` of an expression does.
///
///     static_assert(evaluate(assumptions(w*x/x), x = 2.0, w = 3.0));
template <class E, class... B>
constexpr auto evaluate(assumptions_of<E> all, B const&... arguments) {
    auto result = evaluate<assumptions_of<E>, B...>(all, arguments...);
    if constexpr (requires {
                      { result != 0 } -> std::same_as<bool>;
                  })
        return result != 0;
    else return result;
}

}  // namespace leibniz::inline v0_1
