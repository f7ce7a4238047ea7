#pragma once

#include <leibniz/evaluate/evaluate.hpp>

namespace leibniz::inline v0_1 {

/// An expression as a function of its variables; see `callable`.
template <class E, variable... V>
struct callable_of {
    template <class... T>
    constexpr auto operator()(T const&... values) const {
        static_assert(sizeof...(T) == sizeof...(V), "callable: give one value for each of its variables");
        if constexpr (sizeof...(T) == sizeof...(V)) return evaluate(E{}, (V{} = values)...);
        else return detail::nothing<0>{};
    }
};

/// A function object of plain numbers (or columns) that evaluates `e`, its arguments in the order of the variables given. It has
/// no state. Called with another number of arguments it is refused, otherwise it refuses and throws what `evaluate` does.
///
///     constexpr auto f = callable(w*x, w, x);
///     static_assert(f(2, 3) == 6);
template <class E, variable... V>
    requires(expression<E> || bundle<E>)
constexpr callable_of<E, V...> callable(E, V...) {
    return {};
}

}  // namespace leibniz::inline v0_1
