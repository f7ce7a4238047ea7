#pragma once

#include <leibniz/leibniz.hpp>

#include <type_traits>

// What the functions that solvers call have in common: variables in the caller's memory, other values held by copy, one check.

namespace leibniz::inline v0_1::detail {

template <class T, class... V>
using pack_over = record<variables<V...>, std::conditional_t<true, T, V>...>;

/// The numbers that stand in the caller's memory, as a pack over these variables.
template <class T, class... V>
constexpr auto values_from(variables<V...>, T const* from) {
    pack_over<T, V...> result{};
    for (int i = 0; i < static_cast<int>(sizeof...(V)); ++i) result.values[i] = from[i];
    return result;
}

/// The values of bindings, copied: nothing that a solver keeps refers to what may be gone.
template <class... B>
constexpr auto copied_values(B const&... bindings) {
    if constexpr (sizeof...(B) == 0) return record<variables<>>{};
    else return values(bindings...);
}

/// What `evaluate` would refuse, with a solver's own sentence about a symbol that has no value.
template <template <class> class Unknown, class Diagnosis>
struct diagnosis_of_solver {
    using type = Diagnosis;
};
template <template <class> class Unknown, class Symbol>
struct diagnosis_of_solver<Unknown, refused<without_value<Symbol>>> {
    using type = refused<Unknown<Symbol>>;
};
template <class Symbol>
struct bound_variable {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "solvers: a symbol is a variable of the problem and bound, too, or bound twice; leave the binding out");
        return 0;
    }
};
template <template <class> class Unknown, class Symbol>
struct diagnosis_of_solver<Unknown, refused<bound_twice<Symbol>>> {
    using type = refused<bound_variable<Symbol>>;
};
template <class T>
struct not_one_number {
    static consteval int report() {
        static_assert(!sizeof(T), "solvers: what stays as it is while a problem is solved is one number; bind k = 0.04");
        return 0;
    }
};
/// `refused` is true where there are no values of E; the public function then lets `sentence` report it.
template <template <class> class Unknown, class E, class... P>
struct admission {
    static consteval auto found() {
        if constexpr (binds_columns<P...>) return detail::refused<not_one_number<E>>{};
        else return typename diagnosis_of_solver<Unknown, decltype(diagnose<E, P...>())>::type{};
    }
    using diagnosis = decltype(found());
    static constexpr bool refused = !std::is_same<diagnosis, accepted>::value;
};

}  // namespace leibniz::inline v0_1::detail
