#pragma once

#include <leibniz/solvers/bound_values.hpp>

#include <nlopt.hpp>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

template <class Symbol>
struct no_variable_of_the_problem {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "nlopt: a symbol does not stand in wrt(...) and has no value; add a binding such as a = 2.0");
        return 0;
    }
};

/// Functions as NLopt calls them, with the values they hold. NLopt owns it, copies it with a problem, and deletes it.
template <class Outputs, class By, class Held>
struct nlopt_functions;
template <class... E, class... V, class Held>
struct nlopt_functions<outputs_of<E...>, variables<V...>, Held> {
    static constexpr std::size_t count = sizeof...(E);
    Held held;

    /// Writes the values and, where NLopt has asked for them, the derivatives row by row: one program.
    static void write(unsigned, double* out, unsigned, double const* x, double* slopes, void* self) {
        auto const at = values(values_from(variables<V...>{}, x), static_cast<nlopt_functions const*>(self)->held);
        if (slopes == nullptr) {
            copy(evaluate(outputs_of<E...>{}, at).values, out, count);
        } else {
            auto const all = evaluate(outputs(outputs_of<E...>{}, jacobian_of<outputs_of<E...>, V...>{}), at);
            copy(all.template get<0>().values, out, count);
            copy(all.template get<1>().values, slopes, count * sizeof...(V));
        }
    }
    static double call(unsigned n, double const* x, double* slopes, void* self) {
        double value = 0;
        write(1, &value, n, x, slopes, self);
        return value;
    }
    static void* destroyed(void* self) { return delete static_cast<nlopt_functions*>(self), nullptr; }
    static void* copied(void* self) { return new nlopt_functions(*static_cast<nlopt_functions const*>(self)); }

private:
    template <class N>
    static void copy(N const* from, double* to, std::size_t numbers) {
        for (std::size_t i = 0; i < numbers; ++i) to[i] = static_cast<double>(from[i]);
    }
};

template <class Outputs, class By, class... B>
struct given_to_nlopt;
template <class... E, class... V, class... B>
struct given_to_nlopt<outputs_of<E...>, variables<V...>, B...>
    : admission<no_variable_of_the_problem, outputs_of<E...>, pack_over<double, V...>, B...> {
    using functions = nlopt_functions<outputs_of<E...>, variables<V...>, decltype(copied_values(std::declval<B const&>()...))>;

    static functions* owned(nlopt::opt const& by, B const&... others) {
        if (by.get_dimension() != sizeof...(V))
            throw std::invalid_argument("nlopt: the problem has " + std::to_string(by.get_dimension()) + " variables, wrt(...) " +
                                        std::to_string(sizeof...(V)) + "; give both the same number");
        return new functions{copied_values(others...)};
    }
};
/// Whether arguments begin with variables and the tolerance.
template <class... T>
inline constexpr bool have_tolerance = false;
template <class... V, class Tolerance, class... T>
inline constexpr bool have_tolerance<variables<V...>, Tolerance, T...> = std::is_arithmetic_v<Tolerance>;

template <class E>
struct all_of_nlopt {
    using type = outputs_of<E>;
};
template <class... E>
struct all_of_nlopt<outputs_of<E...>> {
    using type = outputs_of<E...>;
};

}  // namespace detail

/// Lets NLopt minimise an expression: `wrt(...)` names the variables in the order of `problem`; a binding holds each other symbol at a
/// number, of which a copy is kept. Where NLopt asks for the gradient, it is computed together with the value, in one program.
/// Refuses what `evaluate` does; throws std::invalid_argument if `problem` has another number of variables.
/// `examples/solvers/nlopt.cpp` is a whole program.
template <expression E, class... V, class... B>
void set_min_objective(nlopt::opt& problem, E, variables<V...>, B const&... others) {
    using given = detail::given_to_nlopt<outputs_of<E>, variables<V...>, B...>;
    using f = typename given::functions;
    if constexpr (given::refused) static_cast<void>(given::diagnosis::sentence::report());
    else problem.set_min_objective(f::call, given::owned(problem, others...), f::destroyed, f::copied);
}
template <class E, class... T>
    requires(expression<E> || bundle<E>)
void set_min_objective(nlopt::opt&, E, T const&...) {
    static_assert(!sizeof(E), "set_min_objective: of one expression, by the variables of wrt; write set_min_objective(problem, f, wrt(x, y))");
}
/// The same, for an expression to be maximised.
template <expression E, class... V, class... B>
void set_max_objective(nlopt::opt& problem, E, variables<V...>, B const&... others) {
    using given = detail::given_to_nlopt<outputs_of<E>, variables<V...>, B...>;
    using f = typename given::functions;
    if constexpr (given::refused) static_cast<void>(given::diagnosis::sentence::report());
    else problem.set_max_objective(f::call, given::owned(problem, others...), f::destroyed, f::copied);
}
template <class E, class... T>
    requires(expression<E> || bundle<E>)
void set_max_objective(nlopt::opt&, E, T const&...) {
    static_assert(!sizeof(E), "set_max_objective: of one expression, by the variables of wrt; write set_max_objective(problem, f, wrt(x, y))");
}

/// Adds the constraint that an expression, or each of `outputs(c1, c2)`, is 0 or less, to within `tolerance`. Several are one program, with
/// their gradients where NLopt asks for them. Else as `set_min_objective`.
template <class E, class... V, class... B>
    requires(expression<E> || bundle<E>)
void add_inequality_constraint(nlopt::opt& problem, E, variables<V...>, double tolerance, B const&... others) {
    using given = detail::given_to_nlopt<typename detail::all_of_nlopt<E>::type, variables<V...>, B...>;
    using f = typename given::functions;
    if constexpr (given::refused) static_cast<void>(given::diagnosis::sentence::report());
    else problem.add_inequality_mconstraint(f::write, given::owned(problem, others...), f::destroyed, f::copied, std::vector<double>(f::count, tolerance));
}
template <class E, class... T>
    requires((expression<E> || bundle<E>) && !detail::have_tolerance<T...>)
void add_inequality_constraint(nlopt::opt&, E, T const&...) {
    static_assert(!sizeof(E), "add_inequality_constraint: wrt(...) or the tolerance is missing; write add_inequality_constraint(problem, c, wrt(x, y), 1e-8)");
}
/// The same, for constraints that they are 0.
template <class E, class... V, class... B>
    requires(expression<E> || bundle<E>)
void add_equality_constraint(nlopt::opt& problem, E, variables<V...>, double tolerance, B const&... others) {
    using given = detail::given_to_nlopt<typename detail::all_of_nlopt<E>::type, variables<V...>, B...>;
    using f = typename given::functions;
    if constexpr (given::refused) static_cast<void>(given::diagnosis::sentence::report());
    else problem.add_equality_mconstraint(f::write, given::owned(problem, others...), f::destroyed, f::copied, std::vector<double>(f::count, tolerance));
}
template <class E, class... T>
    requires((expression<E> || bundle<E>) && !detail::have_tolerance<T...>)
void add_equality_constraint(nlopt::opt&, E, T const&...) {
    static_assert(!sizeof(E), "add_equality_constraint: wrt(...) or the tolerance is missing; write add_equality_constraint(problem, c, wrt(x, y), 1e-8)");
}

}  // namespace leibniz::inline v0_1
