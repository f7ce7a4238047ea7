#pragma once

#include <leibniz/solvers/least_squares.hpp>

#include <Eigen/Core>
#include <unsupported/Eigen/LevenbergMarquardt>

namespace leibniz::inline v0_1 {

namespace detail {

/// The functor that Eigen's LevenbergMarquardt minimises.
template <class Functions>
class levenberg_marquardt_functor : public Eigen::DenseFunctor<double> {
public:
    explicit levenberg_marquardt_functor(Functions const& functions)
        : DenseFunctor(Functions::parameters, static_cast<int>(functions.rows())), functions_(functions) {}

    int operator()(InputType const& at, ValueType& residuals) const { return functions_.residuals(at.data(), residuals), 0; }
    int df(InputType const& at, JacobianType& jacobian) const { return functions_.jacobian(at.data(), jacobian), 0; }

private:
    Functions functions_;
};

}  // namespace detail

/// The problem that Eigen's LevenbergMarquardt solves (unsupported module): parameters with the least sum of squares of a residual
/// over all rows, or of `outputs(r1, r2)` of numbers, the Jacobian exact. Start values are an Eigen vector in the order of `wrt(...)`,
/// which `minimize` overwrites. Data are bound as for `evaluate`; columns must outlive the problem. Refuses and throws what `evaluate` does.
/// `examples/solvers/eigen_levenberg_marquardt.cpp` is a whole program. Source of the algorithm: MINPACK's lmder.
template <result_of_a_model E, class... V, class... B>
auto levenberg_marquardt(E residual, variables<V...> by, B const&... data) {
    using admission = detail::least_squares_admission<E, detail::parameter_blocks<variables<V...>>, B...>;
    if constexpr (admission::refused) return detail::nothing<admission::diagnosis::sentence::report()>{};
    else return detail::levenberg_marquardt_functor(detail::functions_of(residual, by, data...));
}

}  // namespace leibniz::inline v0_1
