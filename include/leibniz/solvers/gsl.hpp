#pragma once

#include <leibniz/calculus/hessian_products.hpp>
#include <leibniz/solvers/least_squares.hpp>

#include <Eigen/Core>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_vector.h>

#include <array>

namespace leibniz::inline v0_1 {

namespace detail {

/// What GSL's nonlinear least squares call. It is handed over by address, and refers to itself.
template <class Functions, class E, class... V>
class gsl_problem : public gsl_multifit_nlinear_fdf {
public:
    explicit gsl_problem(Functions const& functions) : gsl_multifit_nlinear_fdf{}, functions_(functions) {
        f = [](gsl_vector const* at, void* self, gsl_vector* to) { return of(self).residuals(numbers(at).data(), map(to)), int(GSL_SUCCESS); };
        df = [](gsl_vector const* at, void* self, gsl_matrix* to) { return of(self).jacobian(numbers(at).data(), map(to)), int(GSL_SUCCESS); };
        fvv = [](gsl_vector const* at, gsl_vector const* along, void* self, gsl_vector* to) {
            using second = decltype(second_directional_derivative(E{}, variables<V...>{}, direction));
            auto out = std::make_tuple(map(to));
            of(self).write(numbers(at).data(), out, typename as_outputs<second>::type{}, values_from(wrt(direction), numbers(along).data()));
            return int(GSL_SUCCESS);
        };
        n = static_cast<std::size_t>(functions.rows());
        p = sizeof...(V);
        params = static_cast<gsl_multifit_nlinear_fdf*>(this);
    }
    gsl_problem(gsl_problem const& other) : gsl_problem(other.functions_) {}
    gsl_problem& operator=(gsl_problem const&) = delete;

private:
    /// The direction of geodesic acceleration: symbols of names that no model has.
    static constexpr symbols<"direction_of_geodesic_acceleration_", static_cast<int>(sizeof...(V))> direction{};

    static Functions const& of(void* self) { return static_cast<gsl_problem*>(static_cast<gsl_multifit_nlinear_fdf*>(self))->functions_; }
    static Eigen::Map<Eigen::VectorXd, 0, Eigen::InnerStride<>> map(gsl_vector* v) {
        return {v->data, static_cast<Eigen::Index>(v->size), Eigen::InnerStride<>(static_cast<Eigen::Index>(v->stride))};
    }
    static auto map(gsl_matrix* m) {
        using by_rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
        return Eigen::Map<by_rows, 0, Eigen::OuterStride<>>(m->data, static_cast<Eigen::Index>(m->size1), static_cast<Eigen::Index>(m->size2),
                                                            Eigen::OuterStride<>(static_cast<Eigen::Index>(m->tda)));
    }
    static std::array<double, sizeof...(V)> numbers(gsl_vector const* v) {
        std::array<double, sizeof...(V)> all;
        for (std::size_t k = 0; k < all.size(); ++k) all[k] = gsl_vector_get(v, k);
        return all;
    }

    Functions functions_;
};

}  // namespace detail

/// The problem that GSL's nonlinear least squares solve: a `gsl_multifit_nlinear_fdf` of a residual over columns, or of `outputs(r1, r2)` of
/// numbers, that is handed over by address. It holds residuals, the Jacobian, and the second derivative along a direction for
/// geodesic acceleration (`fvv`, which otherwise is written by hand or taken by differences), all exact. Parameters are a `gsl_vector`
/// in the order of `wrt(...)`. Data are bound as for `evaluate`; columns must outlive the problem. Refuses and throws what `evaluate` does.
/// `examples/solvers/gsl.cpp` is a whole program. Transtrum and Sethna, Improvements to the Levenberg-Marquardt algorithm for nonlinear
/// least-squares minimization, 2012.
template <result_of_a_model E, class... V, class... B>
auto gsl_multifit(E residual, variables<V...> by, B const&... data) {
    using admission = detail::least_squares_admission<E, detail::parameter_blocks<variables<V...>>, B...>;
    if constexpr (admission::refused) return detail::nothing<admission::diagnosis::sentence::report()>{};
    else return detail::gsl_problem<decltype(detail::functions_of(residual, by, data...)), E, V...>(detail::functions_of(residual, by, data...));
}

}  // namespace leibniz::inline v0_1
