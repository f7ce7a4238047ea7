#pragma once

#include <leibniz/solvers/ode.hpp>
#include <leibniz/solvers/ublas.hpp>

#include <boost/numeric/odeint/stepper/rosenbrock4.hpp>

#include <cstddef>
#include <utility>

namespace leibniz::inline v0_1 {

namespace detail {

template <class Ode>
struct odeint_slopes {
    Ode system;
    template <class X, class Slopes, class N>
    void operator()(X const& x, Slopes& slopes, N t) const {
        system.slopes(t, &x[0], &slopes[0]);
    }
};
template <class Ode>
struct odeint_jacobian {
    Ode system;
    template <class X, class Matrix, class N, class Slopes>
    void operator()(X const& x, Matrix& j, N const& t, Slopes& by_time) const {
        j.clear();  // the stepper has factored it in place
        auto const place = [&](int row, int column) -> auto& { return j(static_cast<std::size_t>(row), static_cast<std::size_t>(column)); };
        system.jacobian(t, &x[0], place, &by_time[0]);
    }
};
/// The coefficients of the method RODAS (Hairer and Wanner, Solving Ordinary Differential Equations II, section IV.10), of which odeint
/// has one with the wrong sign, that of df/dt in the fourth stage.
template <class N>
struct rodas_coefficients : boost::numeric::odeint::default_rosenbrock_coefficients<N> {
    N const d4 = static_cast<N>(-0.03620000000000023);
};

}  // namespace detail

/// odeint's stepper rosenbrock4 with all coefficients right. Where an equation contains the time, odeint's own is of the first order
/// only, not of the fourth; elsewhere both are the same.
template <class N>
using rodas = boost::numeric::odeint::rosenbrock4<N, detail::rodas_coefficients<N>>;

/// A system as odeint's implicit steppers `rodas` and `rosenbrock4` take it: the pair of dy/dt, and of the Jacobian with df/dt. Both hold
/// the system by value. States are uBLAS vectors; explicit steppers take `.first`, with any contiguous states. Allocates nothing.
/// `examples/solvers/odeint.cpp` is a whole program.
template <class Ode>
constexpr auto odeint_system(Ode const& system) {
    return std::pair(detail::odeint_slopes<Ode>{system}, detail::odeint_jacobian<Ode>{system});
}

}  // namespace leibniz::inline v0_1
