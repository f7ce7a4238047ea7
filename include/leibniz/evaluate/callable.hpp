#pragma once

#include <leibniz/evaluate/evaluate.hpp>

namespace leibniz {

/// An expression as a plain function of its variables, in the order given: `callable(e, w, x)(1.0, 2.0)`. Stateless.
template <class E, variable... V>
struct callable_of {
    template <class... T>
    constexpr auto operator()(T const&... values) const {
        static_assert(sizeof...(T) == sizeof...(V), "callable: give one value for each of its variables");
        if constexpr (sizeof...(T) == sizeof...(V)) return evaluate(E{}, (V{} = values)...);
        else return detail::nothing<0>{};
    }
};

template <class E, variable... V>
    requires(expression<E> || bundle<E>)
constexpr callable_of<E, V...> callable(E, V...) {
    return {};
}

}  // namespace leibniz
