#include <iostream>
#include <leibniz/solvers/gsl.hpp>
using namespace leibniz;
int main() {
    constexpr symbol<"a"> a; constexpr symbol<"k"> k; constexpr column<"t"> t; constexpr column<"y"> y;
    Eigen::ArrayXd const ts = Eigen::ArrayXd::LinSpaced(9, 0.0, 4.0), ys = 3.0*exp(-0.5*ts);
    auto problem = gsl_multifit(a*exp(-k*t) - y, wrt(a, k), t = ts, y = ys);
    auto settings = gsl_multifit_nlinear_default_parameters(); settings.trs = gsl_multifit_nlinear_trs_lmaccel;    // geodesic acceleration
    auto* const solver = gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &settings, problem.n, problem.p);
    double start[] = {1.0, 1.0}; int why = 0; auto const from = gsl_vector_view_array(start, 2);
    gsl_multifit_nlinear_init(&from.vector, &problem, solver);
    gsl_multifit_nlinear_driver(100, 1e-12, 1e-12, 0.0, nullptr, nullptr, &why, solver);
    std::cout << "a = " << gsl_vector_get(solver->x, 0) << ", k = " << gsl_vector_get(solver->x, 1) << '\n';
    gsl_multifit_nlinear_free(solver);
}
