// The programs of docs/fitting.md.
#include <leibniz/fit.hpp>

#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"b1"> b1;
constexpr symbol<"b2"> b2;
constexpr symbol<"b3"> b3;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

void first(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    auto const found = fit(y, b1*(1_c - exp(-b2*x)), values(b1 = 500.0, b2 = 1e-4), x = xs, y = ys);
    std::cout << found;

    std::cout << found[b1].value << " +- " << found[b1].standard_error << '\n';
    std::cout << "correlation " << found.correlation(0, 1) << '\n';

    derived_number const half = found.derive(log(2_c)/b2);          // where the curve has half its height
    std::cout << half.value << " +- " << half.standard_error << '\n';

    Eigen::ArrayXd const grid = Eigen::ArrayXd::LinSpaced(3, 0, 1000);
    fit_band const curve = found.confidence_band({x = grid});       // where the true curve lies
    fit_band const next = found.prediction_band({x = grid});        // where the next measurement lies
    std::cout << curve.fitted[2] << " in " << curve.lower[2] << " to " << curve.upper[2] << ", a measurement in " << next.lower[2] << " to "
              << next.upper[2] << '\n';

    profile_interval const ends = profile(found, b2);               // from the sum of squares itself
    std::cout << ends.lower << " to " << ends.upper << '\n';
}

void options(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    auto const start = values(b1 = 250.0, b2 = 5e-4);
    constexpr auto model = b1*(1_c - exp(-b2*x));

    auto const absolute = fit(y, model, start, {.sigma = 0.1, .sigma_is_absolute = true}, x = xs, y = ys);
    auto const robust = fit(y, model, start, {.loss = soft_l1(0.1)}, x = xs, y = ys);
    auto const bounded = fit(y, model, start, {.lower = {b1 = 0.0}, .upper = {b2 = 5e-4}}, x = xs, y = ys);
    auto const held = fit(y, model, start, {.fixed = {b2}}, x = xs, y = ys);
    auto const both = fit(y, model, start, {.sigma = 0.1, .errors_in = {x = 0.5}}, x = xs, y = ys);
    auto const bent = fit(y, model, start, {.geodesic = true}, x = xs, y = ys);
    for (auto const* each : {&absolute, &robust, &bounded, &held, &both, &bent})
        std::cout << (*each)[b1].value << " +- " << (*each)[b1].standard_error << "; " << each->notes.back() << '\n';
}

void run_time(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    fit_result const found = fit("log(y) = log(b1) + log(1 - exp(-b2*x))", {{"b1", 250}, {"b2", 5e-4}}, {{"x", xs}, {"y", ys}});
    fit_result const tied = fit("y = b1*(1 - exp(-b2*x)) + b3", {{"b1", 250}, {"b2", 5e-4}}, {{"x", xs}, {"y", ys}},
                                {.tied = {{"b3", "b1/1000"}}});
    std::cout << found["b1"].value << "; " << tied[b3].value << " = " << tied[b3].tied_to << '\n';

    fit_result const open = fit("y = a*b*x", {{"a", 1}, {"b", 1}}, {{"x", xs}, {"y", ys}});
    std::cout << open.undetermined[0] << '\n';
    std::cout << "a*b = " << open.derive("a*b").value << " +- " << open.derive("a*b").standard_error << '\n';
}

}  // namespace

int main() {
    // Misra1a of NIST's Statistical Reference Datasets: dental research, monomolecular adsorption.
    Eigen::ArrayXd xs(14), ys(14);
    xs << 77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0;
    ys << 10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78;
    first(xs, ys);
    options(xs, ys);
    run_time(xs, ys);
}
