#pragma once

#include <leibniz/evaluate/assemble.hpp>
#include <leibniz/evaluate/check_bindings.hpp>
#include <leibniz/evaluate/scalar.hpp>

#include <iosfwd>

namespace leibniz {

namespace detail {
/// Evaluation with columns bound: eigen/evaluate_columns.hpp.
template <class E, class T, class... B>
struct over_columns;

/// What stands for the result after a sentence has been said: it fits everywhere, so that no second error follows.
template <int>
struct nothing {
    template <class T>
    constexpr operator T() const {  // NOLINT
        return T();
    }
    constexpr nothing operator[](auto const&) const { return {}; }
    constexpr nothing operator()(auto const&...) const { return {}; }
    friend constexpr bool operator==(nothing, auto const&) { return true; }
    template <class Char, class Traits>
    friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, nothing) {
        return out;
    }
};
}  // namespace detail

/// The value of an expression: `evaluate(e, w = 1.0, x = 2.0)`; of a gradient, Hessian or outputs a record of values,
/// all computed together. Arguments are bindings and packs (`values(...)`). The number type is the common type of all.
/// With a column bound (leibniz/eigen.hpp), what nothing reduces is an owning Eigen::Array with one value per row.
/// A constant expression wherever the arithmetic of the number type is.
template <class E, class... B>
    requires(expression<E> || bundle<E>)
[[gnu::always_inline]] constexpr auto evaluate(E, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose<E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) {
        return detail::nothing<diagnosis::sentence::report()>{};
    } else {
        using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
        if constexpr (detail::binds_columns<B...>) {
            auto results = detail::over_columns<E, number, B...>::run(arguments...);
            return detail::shape_of<E>::type::template assembled<0>(results);
        } else {
            constexpr auto const& program = detail::compiled<E>::value;
            number inputs[program.variable_count + 1], v[program.size + 1], all[program.root_count + 1];  // written before they are read
            int const* to = detail::matched<detail::compiled<E>::value, B...>.places;
            int const done[] = {0, (to = detail::supply(inputs, to, arguments), 0)...};
            static_cast<void>(done), static_cast<void>(to);
            detail::run<detail::compiled<E>::value>(v, inputs, all, std::make_index_sequence<program.size>{}, std::make_index_sequence<program.root_count>{});
            detail::numbers<number> const results{all};
            return detail::shape_of<E>::type::template assembled<0>(results);
        }
    }
}

/// The same, written into what the caller owns: a number, a record of one's own (`auto r = evaluate(...)`), with
/// columns an Eigen array of as many rows. Nothing is allocated when columns are written into columns.
template <class Out, class E, class... B>
    requires(expression<E> || bundle<E>)
constexpr void evaluate_into(Out&& out, E, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose<E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) {
        static_cast<void>(diagnosis::sentence::report());
    } else if constexpr (requires { out.rows(); out.data(); }) {
        using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
        detail::over_columns<E, number, B...>::run_into(out, arguments...);
    } else {
        out = static_cast<std::remove_cvref_t<Out>>(evaluate(E{}, arguments...));
    }
}

}  // namespace leibniz
