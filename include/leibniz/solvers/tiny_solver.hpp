#pragma once

#include <leibniz/solvers/least_squares.hpp>

#include <Eigen/Core>
#include <ceres/tiny_solver.h>

namespace leibniz::inline v0_1 {

namespace detail {

/// The function that Ceres' TinySolver minimises: sizes are known while compiling, but for a residual for each row of columns.
template <class Functions>
class tiny_function {
public:
    using Scalar = double;
    static constexpr int NUM_PARAMETERS = Functions::parameters, NUM_RESIDUALS = Functions::count;

    explicit tiny_function(Functions const& functions) : functions_(functions) {}

    int NumResiduals() const { return static_cast<int>(functions_.rows()); }
    bool operator()(double const* at, double* residuals, double* jacobian) const {
        Eigen::Map<Eigen::Matrix<double, NUM_RESIDUALS, 1>> r(residuals, NumResiduals());
        if (jacobian == nullptr) functions_.residuals(at, r);
        else functions_.both(at, r, Eigen::Map<Eigen::Matrix<double, NUM_RESIDUALS, NUM_PARAMETERS>>(jacobian, NumResiduals(), NUM_PARAMETERS));
        return true;
    }

private:
    Functions functions_;
};

}  // namespace detail

/// The function that Ceres' TinySolver minimises, a header without a library: half the sum of squares of `outputs(r1, r2)` of numbers, for
/// which it takes nothing from the heap, or of a residual over columns. Parameters are an Eigen vector in the order of `wrt(...)`.
/// Data are bound as for `evaluate`; columns must outlive the function. Refuses and throws what `evaluate` does.
/// `examples/solvers/tiny_solver.cpp` is a whole program.
template <result_of_a_model E, class... V, class... B>
auto tiny_solver_function(E residuals, variables<V...> by, B const&... data) {
    using admission = detail::least_squares_admission<E, detail::parameter_blocks<variables<V...>>, B...>;
    if constexpr (admission::refused) return detail::nothing<admission::diagnosis::sentence::report()>{};
    else return detail::tiny_function(detail::functions_of(residuals, by, data...));
}

}  // namespace leibniz::inline v0_1
