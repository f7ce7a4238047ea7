#pragma once

#include <leibniz/calculus/structure.hpp>
#include <leibniz/solvers/bound_values.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1 {

template <class System, class States, class Time, class Held>
class ode_of;

/// A system of ordinary differential equations dy/dt = f(t, y) with its derivatives; see `ode`.
template <class... F, class... Y, class... T, class Held>
class ode_of<outputs_of<F...>, variables<Y...>, variables<T...>, Held> {
public:
    using states = variables<Y...>;
    static constexpr int size = sizeof...(Y);

    constexpr explicit ode_of(Held held) : held_(held) {}

    /// Writes dy/dt at time `t` and states `y`.
    template <class N>
    constexpr void slopes(N t, N const* y, N* out) const {
        copy(evaluate(outputs_of<F...>{}, at(t, y)).values, out);
    }
    /// Writes df_i/dy_j into `at_place(i, j)` for all entries but those that are zero for all t and y.
    template <class N, class At>
    constexpr void jacobian(N t, N const* y, At at_place) const {
        write<jacobian_of<outputs_of<F...>, Y...>>(t, y, at_place);
    }
    /// The same, and df/dt for fixed states into `by_time`; their common work is done once.
    template <class N, class At>
    constexpr void jacobian(N t, N const* y, At at_place, N* by_time) const {
        for (int i = 0; i < size; ++i) by_time[i] = N();
        write<jacobian_of<outputs_of<F...>, Y..., T...>>(t, y, [&](int i, int j) -> N& { return j < size ? at_place(i, j) : by_time[i]; });
    }
    /// Writes the product of the Jacobian by the states and a vector `v`; the Jacobian is never formed.
    template <class N>
    constexpr void jvp(N t, N const* y, N const* v, N* out) const {
        constexpr symbols<"leibniz_tangent", size> tangents;
        constexpr auto along = tangents.unpack([](auto... tangent) { return leibniz::jvp(outputs_of<F...>{}, states{}, tangent...); });
        copy(evaluate(along, at(t, y), detail::values_from(wrt(tangents), v)).values, out);
    }

private:
    template <class N>
    constexpr auto at([[maybe_unused]] N t, N const* y) const {
        return values(detail::values_from(states{}, y), (T{} = t)..., held_);
    }
    template <class U, class N>
    static constexpr void copy(U const* from, N* to) {
        for (int i = 0; i < size; ++i) to[i] = static_cast<N>(from[i]);
    }
    template <class J, class N, class At>
    constexpr void write(N t, N const* y, At at_place) const {
        constexpr auto entries = nonzeros(J{});
        if constexpr (entries.size > 0) {
            auto const all = evaluate(entries, at(t, y));
            for (int k = 0; k < entries.size; ++k)
                at_place(entries.rows[static_cast<std::size_t>(k)], entries.columns[static_cast<std::size_t>(k)]) = static_cast<N>(all.values[k]);
        }
    }

    Held held_;
};

namespace detail {

template <class Symbol>
struct no_part_of_the_system {
    static consteval int report() {
        static_assert(!sizeof(Symbol),
                      "ode: a symbol of the equations is no state, not the time and has no value; add a binding such as k = 0.04");
        return 0;
    }
};

template <class System, class States, class Time, class... B>
struct ode_from;
template <class... F, class... Y, class... T, class... B>
struct ode_from<outputs_of<F...>, variables<Y...>, variables<T...>, B...>
    : admission<no_part_of_the_system, outputs_of<F...>, pack_over<double, Y..., T...>, B...> {
    static constexpr bool square = sizeof...(F) == sizeof...(Y);
    using type = ode_of<outputs_of<F...>, variables<Y...>, variables<T...>, decltype(copied_values(std::declval<B const&>()...))>;
    using reported = ode_of<outputs_of<Y...>, variables<Y...>, variables<>, record<variables<>>>;  // after an error: no second one follows
};

}  // namespace detail

/// The system of ordinary differential equations dy/dt = f(t, y): one equation for each state, in the order of `wrt(...)`; then the
/// symbol of the time, where an equation contains it; then a binding of each other symbol to a number, of which it keeps a copy.
/// Its members write dy/dt, the Jacobian without its zeros, df/dt and Jacobian times vector into memory of the caller. Refused: another
/// number of equations, a symbol that is neither a state nor the time nor bound, and what `evaluate` refuses.
///
///     constexpr auto decay = ode(outputs(-b*w), wrt(w), b = 0.5);
///     double const now = 3.0;
///     double slope = 0.0;
///     decay.slopes(0.0, &now, &slope);
///     assert(slope == -1.5);
template <class... F, class... Y, class... B>
constexpr auto ode(outputs_of<F...>, variables<Y...>, B const&... parameters) {
    using made = detail::ode_from<outputs_of<F...>, variables<Y...>, variables<>, B...>;
    static_assert(made::square, "ode: there must be one equation for each state; write ode(outputs(f1, f2), wrt(y1, y2), k = 0.04)");
    if constexpr (!made::square) return typename made::reported({});
    else if constexpr (made::refused) return static_cast<void>(made::diagnosis::sentence::report()), typename made::reported({});
    else return typename made::type(detail::copied_values(parameters...));
}
template <class... F, class... Y, variable T, class... B>
constexpr auto ode(outputs_of<F...>, variables<Y...>, T, B const&... parameters) {
    using made = detail::ode_from<outputs_of<F...>, variables<Y...>, variables<T>, B...>;
    static_assert(made::square, "ode: there must be one equation for each state; write ode(outputs(f1, f2), wrt(y1, y2), k = 0.04)");
    if constexpr (!made::square) return typename made::reported({});
    else if constexpr (made::refused) return static_cast<void>(made::diagnosis::sentence::report()), typename made::reported({});
    else return typename made::type(detail::copied_values(parameters...));
}

}  // namespace leibniz::inline v0_1
