#pragma once

#include <leibniz/eigen.hpp>

#include <unsupported/Eigen/LevenbergMarquardt>

#include <tuple>

namespace leibniz {

namespace detail {

template <class E, class By, class... B>
class levenberg_marquardt_functor;

/// The functor that Eigen's LevenbergMarquardt minimises: residuals and their Jacobian at a vector of parameters.
template <class E, class... V, class... B>
class levenberg_marquardt_functor<E, variables<V...>, B...> : public Eigen::DenseFunctor<double> {
public:
    explicit levenberg_marquardt_functor(B const&... data)
        : DenseFunctor(static_cast<int>(sizeof...(V)), static_cast<int>(common_rows<B...>(value_of(data)...))), data_(data...) {}

    int operator()(InputType const& at, ValueType& residuals) const {
        with_data([&](auto const&... data) { evaluate_into(residuals, E{}, from_vector(by, at), data...); });
        return 0;
    }
    int df(InputType const& at, JacobianType& jacobian) const {
        with_data([&](auto const&... data) { evaluate_into(jacobian, gradient(E{}, by), from_vector(by, at), data...); });
        return 0;
    }

private:
    static constexpr variables<V...> by{};
    void with_data(auto const& f) const { std::apply(f, data_); }

    std::tuple<B...> data_;
};

}  // namespace detail

/// The problem that Eigen's LevenbergMarquardt solves (unsupported module): parameters with the least sum of squares of a residual
/// over all rows, its Jacobian exact. Start values are an Eigen vector in the order of `wrt(...)`, which `minimize` overwrites.
/// `examples/solvers/eigen_levenberg_marquardt.cpp` is a whole program. Data are bound as for `evaluate`, and what is bound must
/// outlive the problem. Refuses and throws what `evaluate` does. Source of the algorithm: MINPACK's lmder.
template <expression E, class... V, class... B>
auto levenberg_marquardt(E, variables<V...>, B const&... data) {
    return detail::levenberg_marquardt_functor<E, variables<V...>, B...>(data...);
}

}  // namespace leibniz
