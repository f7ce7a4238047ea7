#include <leibniz/solvers/gsl.hpp>

#include "catch.hpp"

#include <memory>

namespace {

using namespace leibniz;

constexpr symbol<"b1"> b1;
constexpr symbol<"b2"> b2;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// NIST's Misra1a, from https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml.
Eigen::ArrayXd const xs{{77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0}};
Eigen::ArrayXd const ys{{10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78}};
constexpr auto residual = b1*(1_c - exp(-b2*x)) - y;

double at(gsl_vector const* v, Eigen::Index i) { return gsl_vector_get(v, static_cast<std::size_t>(i)); }

/// The same, written by hand.
gsl_multifit_nlinear_fdf by_hand() {
    gsl_multifit_nlinear_fdf problem{};
    problem.f = [](gsl_vector const* p, void*, gsl_vector* r) {
        for (Eigen::Index i = 0; i < 14; ++i) gsl_vector_set(r, static_cast<std::size_t>(i), at(p, 0)*(1 - std::exp(-at(p, 1)*xs[i])) - ys[i]);
        return int(GSL_SUCCESS);
    };
    problem.df = [](gsl_vector const* p, void*, gsl_matrix* j) {
        for (Eigen::Index i = 0; i < 14; ++i) {
            double const e = std::exp(-at(p, 1)*xs[i]);
            gsl_matrix_set(j, static_cast<std::size_t>(i), 0, 1 - e);
            gsl_matrix_set(j, static_cast<std::size_t>(i), 1, at(p, 0)*xs[i]*e);
        }
        return int(GSL_SUCCESS);
    };
    problem.fvv = [](gsl_vector const* p, gsl_vector const* v, void*, gsl_vector* to) {
        for (Eigen::Index i = 0; i < 14; ++i) {
            double const e = std::exp(-at(p, 1)*xs[i]);
            gsl_vector_set(to, static_cast<std::size_t>(i), 2*at(v, 0)*at(v, 1)*xs[i]*e - at(v, 1)*at(v, 1)*at(p, 0)*xs[i]*xs[i]*e);
        }
        return int(GSL_SUCCESS);
    };
    problem.n = 14, problem.p = 2;
    return problem;
}

struct solved {
    Eigen::Vector2d parameters;
    std::size_t second_derivatives;
};
solved solve(gsl_multifit_nlinear_fdf& problem, gsl_multifit_nlinear_trs const* how, Eigen::Vector2d start) {
    auto settings = gsl_multifit_nlinear_default_parameters();
    settings.trs = how;
    std::unique_ptr<gsl_multifit_nlinear_workspace, void (*)(gsl_multifit_nlinear_workspace*)> const solver(
        gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &settings, problem.n, problem.p), gsl_multifit_nlinear_free);
    auto const from = gsl_vector_view_array(start.data(), 2);
    int why = 0;
    gsl_multifit_nlinear_init(&from.vector, &problem, solver.get());
    gsl_multifit_nlinear_driver(400, 1e-14, 1e-14, 0.0, nullptr, nullptr, &why, solver.get());
    return {{at(solver->x, 0), at(solver->x, 1)}, problem.nevalfvv};
}

using vector = std::unique_ptr<gsl_vector, void (*)(gsl_vector*)>;
using matrix_of_gsl = std::unique_ptr<gsl_matrix, void (*)(gsl_matrix*)>;

}  // namespace

TEST_CASE("GSL finds NIST's certified parameters of Misra1a, with and without geodesic acceleration") {
    for (Eigen::Vector2d const& start : {Eigen::Vector2d(500.0, 0.0001), Eigen::Vector2d(250.0, 0.0005)})
        for (gsl_multifit_nlinear_trs const* how : {gsl_multifit_nlinear_trs_lm, gsl_multifit_nlinear_trs_lmaccel}) {
            auto problem = gsl_multifit(residual, wrt(b1, b2), x = xs, y = ys);
            auto hand = by_hand();
            solved const found = solve(problem, how, start), expected = solve(hand, how, start);
            CHECK(found.parameters[0] == Approx(2.3894212918e+02).epsilon(1e-9));
            CHECK(found.parameters[1] == Approx(5.5015643181e-04).epsilon(1e-9));
            CHECK(found.parameters.isApprox(expected.parameters, 1e-9));
            CHECK((found.second_derivatives > 0) == (how == gsl_multifit_nlinear_trs_lmaccel));
        }
}

TEST_CASE("residuals, Jacobian and second derivative along a direction are those by hand, in vectors and matrices of any stride") {
    auto const original = gsl_multifit(residual, wrt(b1, b2), x = xs, y = ys);
    auto problem = original;  // a copy refers to itself
    auto const hand = by_hand();
    CHECK(problem.n == 14);
    CHECK(problem.p == 2);
    vector const p(gsl_vector_alloc(2), gsl_vector_free), v(gsl_vector_alloc(2), gsl_vector_free), wide(gsl_vector_calloc(42), gsl_vector_free),
        right(gsl_vector_alloc(14), gsl_vector_free);
    gsl_vector_set(p.get(), 0, 250.0), gsl_vector_set(p.get(), 1, 0.0005), gsl_vector_set(v.get(), 0, 3.0), gsl_vector_set(v.get(), 1, -0.001);
    auto every_third = gsl_vector_subvector_with_stride(wide.get(), 0, 3, 14);
    auto const same = [&] {
        for (Eigen::Index i = 0; i < 14; ++i) CHECK(at(&every_third.vector, i) == Approx(at(right.get(), i)).epsilon(1e-13));
        for (Eigen::Index i = 0; i < 14; ++i) CHECK(at(wide.get(), 3*i + 1) == 0.0);
    };
    problem.f(p.get(), problem.params, &every_third.vector), hand.f(p.get(), nullptr, right.get());
    same();
    problem.fvv(p.get(), v.get(), problem.params, &every_third.vector), hand.fvv(p.get(), v.get(), nullptr, right.get());
    same();
    matrix_of_gsl const larger(gsl_matrix_calloc(16, 5), gsl_matrix_free), expected(gsl_matrix_alloc(14, 2), gsl_matrix_free);
    auto part = gsl_matrix_submatrix(larger.get(), 1, 2, 14, 2);
    problem.df(p.get(), problem.params, &part.matrix), hand.df(p.get(), nullptr, expected.get());
    for (std::size_t i = 0; i < 14; ++i)
        for (std::size_t k = 0; k < 2; ++k) CHECK(gsl_matrix_get(&part.matrix, i, k) == Approx(gsl_matrix_get(expected.get(), i, k)).epsilon(1e-13));
    CHECK(gsl_matrix_get(larger.get(), 1, 1) == 0.0);
    CHECK(gsl_matrix_get(larger.get(), 1, 4) == 0.0);
}

TEST_CASE("residuals of numbers, of which one is linear") {
    auto problem = gsl_multifit(outputs(10_c*(b2 - b1*b1), 1_c - b1 + 0_c*x), wrt(b1, b2));
    CHECK(problem.n == 2);
    solved const found = solve(problem, gsl_multifit_nlinear_trs_lmaccel, {-1.2, 1.0});
    CHECK(found.parameters.isApprox(Eigen::Vector2d(1.0, 1.0), 1e-9));
    auto line = gsl_multifit(b1*x + b2 - y, wrt(b1, b2), x = xs, y = ys);  // its second derivative is 0
    solved const fitted = solve(line, gsl_multifit_nlinear_trs_lmaccel, {1.0, 1.0});
    double const slope = ((xs - xs.mean())*ys).sum()/(xs - xs.mean()).square().sum();
    CHECK(fitted.parameters[0] == Approx(slope).epsilon(1e-9));
}
