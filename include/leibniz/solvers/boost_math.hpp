#pragma once

#include <leibniz/solvers/bound_values.hpp>

#include <boost/math/tools/roots.hpp>

#include <tuple>
#include <utility>

namespace leibniz::inline v0_1 {

namespace detail {

template <class Symbol>
struct not_the_unknown {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "newton_function, halley_function: a symbol is not the unknown and has no value; add a binding such as a = 2.0");
        return 0;
    }
};

/// Several expressions as a function of one variable, whose values are a tuple. It holds the values of all other symbols.
template <class Outputs, class X, class Held>
struct function_of_one;
template <class... E, class X, class Held>
struct function_of_one<outputs_of<E...>, X, Held> {
    Held held;

    template <class T>
    constexpr auto operator()(T const& at) const {
        auto const all = evaluate(outputs_of<E...>{}, values(X{} = at, held));
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return std::tuple(static_cast<T>(all.template get<I>())...);
        }(std::index_sequence_for<E...>{});
    }
};

template <class Outputs, class X, class... B>
struct given_to_boost_math : admission<not_the_unknown, Outputs, pack_over<double, X>, B...> {
    using type = function_of_one<Outputs, X, decltype(copied_values(std::declval<B const&>()...))>;
    using reported = function_of_one<outputs_of<X, X, X>, X, record<variables<>>>;  // after an error: no second one follows
};

}  // namespace detail

/// The value and derivative of `e` by the unknown `x`, as a tuple: what Boost.Math's `newton_raphson_iterate` takes. They are one
/// program. A binding holds each other symbol at a number, of which a copy is kept. The numbers are of the type that it is called with.
/// Refuses what `evaluate` does. `examples/solvers/boost_math.cpp` is a whole program.
template <expression E, variable X, class... B>
constexpr auto newton_function(E e, X x, B const&... others) {
    using given = detail::given_to_boost_math<decltype(outputs(e, diff(e, x))), X, B...>;
    if constexpr (given::refused) return static_cast<void>(given::diagnosis::sentence::report()), typename given::reported{};
    else return typename given::type{detail::copied_values(others...)};
}

/// The value and two derivatives, for `halley_iterate` and `schroder_iterate`; else as `newton_function`.
template <expression E, variable X, class... B>
constexpr auto halley_function(E e, X x, B const&... others) {
    using given = detail::given_to_boost_math<decltype(outputs(e, diff(e, x), diff<2>(e, x))), X, B...>;
    if constexpr (given::refused) return static_cast<void>(given::diagnosis::sentence::report()), typename given::reported{};
    else return typename given::type{detail::copied_values(others...)};
}

}  // namespace leibniz::inline v0_1
