#pragma once

#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/calculus/diff.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/calculus/wrt.hpp>
#include <leibniz/language/operators.hpp>

namespace leibniz::inline v0_1 {

/// The sum of the second derivatives of `e` by each variable of `wrt(...)`, an expression. Refuses what `diff` refuses.
///
///     static_assert(laplacian(pow<2>(w)*x + pow<3>(x), wrt(w, x)) == 8_c*x);
template <expression E, class... V>
constexpr auto laplacian(E, variables<V...>) {
    static_assert(sizeof...(V) > 0, "laplacian: differentiate by what? write laplacian(e, wrt(x, y, z))");
    if constexpr (sizeof...(V) > 0) return from_left<addition, derivative<E, V, V>...>{};
    else return E{};
}
template <expression E, class... V>
constexpr E laplacian(E e, V...) {
    static_assert(!sizeof(E), "laplacian: differentiate by what? write laplacian(e, wrt(x, y, z))");
    return e;
}

/// The divergence of a vector field: the sum of the derivatives of each output by its variable, an expression. Refused: another number of
/// outputs than of variables, and what `diff` refuses.
///
///     static_assert(divergence(outputs(w*x, w*x), wrt(w, x)) == w + x);
template <expression... E, class... V>
constexpr auto divergence(outputs_of<E...>, variables<V...>) {
    constexpr bool fits = sizeof...(E) == sizeof...(V) && sizeof...(E) > 0;
    static_assert(fits, "divergence: there must be one variable for each output; write divergence(outputs(a, b), wrt(x, y))");
    if constexpr (fits) return from_left<addition, derivative<E, V>...>{};
    else return constant<0>{};
}
template <expression... E, class... V>
constexpr constant<0> divergence(outputs_of<E...> of, V...) {
    static_assert(!sizeof(of), "divergence: differentiate by what? write divergence(outputs(a, b), wrt(x, y))");
    return {};
}
template <expression E, class... V>
constexpr constant<0> divergence(E, V...) {
    static_assert(!sizeof(E), "divergence: a field has several components; write divergence(outputs(a, b), wrt(x, y))");
    return {};
}

/// The derivative dy/dx of the y that an equation `f = 0` in x and y defines near a point of it: -(∂f/∂x)/(∂f/∂y), an expression in x and
/// y, by the implicit function theorem; defined where ∂f/∂y is not 0. `implicit<2>` is the second derivative of y, and so on. Refused:
/// an equation that does not contain y, and what `diff` refuses.
///
///     static_assert(implicit(w*w + x*x - 1_c, x, w) == -(w/x));
template <int N = 1, expression F, variable Y, variable X>
constexpr auto implicit(F, Y, X) {
    static_assert(N >= 1, "implicit<N>: the order N is 1 or more; write implicit<2>(f, y, x)");
    using diagnosis = decltype(detail::diagnose_numbers<derivative<F, Y>>());
    if constexpr (!std::is_same<diagnosis, detail::accepted>::value) {
        static_cast<void>(diagnosis::sentence::report());
        return F{};
    } else {
        constexpr view slope = canonical<derivative<F, Y>>;
        constexpr bool contains = !slope.is(slope.root(), kind::number) || !slope[slope.root()].number.is_zero();
        static_assert(contains, "implicit(f, y, x): f = 0 does not say what y is, for it does not contain it; write an equation in x and y");
        if constexpr (!contains || N < 1) return F{};  // the error has been reported
        else if constexpr (N == 1) return -(derivative<F, X>{} / derivative<F, Y>{});
        else {
            constexpr auto before = implicit<N - 1>(F{}, Y{}, X{});
            return diff(before, X{}) + diff(before, Y{}) * implicit(F{}, Y{}, X{});
        }
    }
}

template <int N = 1, class F, class Y, class X>
constexpr auto implicit(F, Y, X) {
    static_assert(!sizeof(F), "implicit(f, y, x): f is an expression, y and x are symbols of it; write implicit(x*x + y*y - 1_c, y, x)");
    return constant<0>{};
}

}  // namespace leibniz::inline v0_1
