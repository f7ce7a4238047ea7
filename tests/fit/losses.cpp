// Robust losses with the sandwich covariance, errors in x, geodesic acceleration, goodness of fit.
#include "nist_average.hpp"
#include "nist_higher.hpp"
#include "nist_lower.hpp"

#include <numbers>

using namespace leibniz;

namespace {

auto near(double expected, double digits = 1e-8) { return Catch::Matchers::WithinRel(expected, digits); }
std::vector<double> const heights{9.8, 10.1, 9.9, 10.3, 9.7, 10.0, 10.2, 9.6, 10.4, 19.0, 25.0};

/// The slope of a loss by the residual, and its derivative, as they are written in textbooks.
struct textbook {
    loss_function loss;
    double slope(double r) const {
        if (loss.what == loss_function::kind::huber) return std::clamp(r, -loss.scale, loss.scale);
        double const s = r * r / (loss.scale * loss.scale);
        return loss.what == loss_function::kind::soft_l1 ? r / std::sqrt(1 + s) : r / (1 + s);
    }
    double curvature(double r) const { return (slope(r + 1e-6) - slope(r - 1e-6)) / 2e-6; }
};

}  // namespace

TEST_CASE("robust losses: their equations hold, and the covariance is the sandwich") {
    for (loss_function const& loss : {huber(0.5), soft_l1(0.5), cauchy(0.5)}) {
        fit_result const found = fit("y = m", {{"m", 10}}, {{"y", heights}}, {.loss = loss});
        textbook const book{loss};
        double sum = 0, squares = 0, curvatures = 0;
        for (double y : heights) {
            double const r = found["m"].value - y;
            sum += book.slope(r), squares += std::pow(book.slope(r), 2), curvatures += book.curvature(r);
        }
        CHECK(std::abs(sum) < 1e-9);
        CHECK(std::abs(found["m"].value - 10) < 0.2);  // the mean is 12.2
        CHECK_THAT(found["m"].standard_error, near(std::sqrt(squares * 11.0 / 10) / curvatures, 1e-6));
        CHECK(found.converged());
        CHECK(found.notes[0].find("sandwich") != std::string::npos);
        CHECK(std::isnan(found.aic));
    }
    // Far beyond all residuals, a loss is that of squares.
    CHECK_THAT(fit("y = m", {{"m", 10}}, {{"y", heights}}, {.loss = huber(1e6)})["m"].value, near(fit("y = m", {{"m", 10}}, {{"y", heights}})["m"].value));
    auto const spoilt = [] {
        fit_data data = nist::misra1a.data;
        data[0].values[5] += 20;
        return data;
    }();
    fit_result const squares = fit(nist::misra1a.equation, nist::misra1a.start(false), spoilt),
                     robust = fit(nist::misra1a.equation, nist::misra1a.start(false), spoilt, {.loss = soft_l1(0.1)});
    CHECK(std::abs(robust["b1"].value / nist::misra1a.certified[0] - 1) < 0.02);
    CHECK(std::abs(squares["b1"].value / nist::misra1a.certified[0] - 1) > 0.2);
}

TEST_CASE("leverage and influence under a loss are those of the loss") {
    // Nine rows within the scale, two beyond: those pull by a slope of 1 each, wherever they are.
    auto const mean_of = [](std::vector<double> const& rows) { return fit("y = m", {{"m", 10}}, {{"y", rows}}, {.loss = huber(1)}); };
    fit_result const all = mean_of(heights);
    CHECK_THAT(all.leverage[0], near(1.0 / 9));
    CHECK(all.leverage[9] == 0);
    CHECK(all.sensitivity(9, 0) == 0);
    for (std::ptrdiff_t row : {0, 5, 10}) {
        std::vector<double> rest = heights;
        rest.erase(rest.begin() + row);
        CHECK_THAT(all.influence(row, 0), near((all["m"].value - mean_of(rest)["m"].value) / all["m"].standard_error, 1e-6));
    }
}

TEST_CASE("a loss with hardly any curvature tells no standard errors, and says so") {
    fit_data const line{{"x", std::vector<double>{0, 1, 2, 3, 4, 5}}, {"y", std::vector<double>{1.1, 2.9, 5.2, 6.8, 9.1, 11.2}}};
    for (loss_function const& loss : {huber(1e-3), cauchy(1e-3), soft_l1(1e-3)}) {
        fit_result const found = fit("y = a + b*x", {{"a", 1}, {"b", 2}}, line, {.loss = loss});
        CHECK(std::abs(found["b"].value - 2) < 0.1);
        CHECK(std::isnan(found["a"].standard_error));
        CHECK(std::isnan(found["b"].upper));
        CHECK(std::isnan(found.derive("a + b").standard_error));
        CHECK(std::isnan(found.influence(0, 0)));
        REQUIRE(found.notes.size() == 1);
        CHECK((!found.converged() ||
               found.notes[0] == "the loss has hardly any curvature: its scale, 0.001, is too small beside the residuals to tell standard errors; take a larger one"));
    }
    for (loss_function const& loss : {huber(0.5), cauchy(0.5), soft_l1(0.1)})
        CHECK(fit("y = a + b*x", {{"a", 1}, {"b", 2}}, line, {.loss = loss})["b"].standard_error > 0.02);  // of squares 0.043
    // Neither does an indefinite curvature; pivots 2 and 3/2 are above 1.4.
    CHECK_FALSE(detail::is_positive(Eigen::Matrix2d{{1, 2}, {2, 1}}, 0));
    CHECK(detail::is_positive(Eigen::Matrix2d{{2, 1}, {1, 2}}, 1.4));
    CHECK_FALSE(detail::is_positive(Eigen::Matrix2d{{2, 1}, {1, 2}}, 1.6));
}

TEST_CASE("errors in x: Pearson's data with York's weights") {
    // York, Canadian Journal of Physics 44 (1966) 1079; figures of York and others, American Journal of Physics 72 (2004) 367, table II.
    std::vector<double> const x{0, 0.9, 1.8, 2.6, 3.3, 4.4, 5.2, 6.1, 6.5, 7.4}, y{5.9, 5.4, 4.4, 4.6, 3.5, 3.7, 2.8, 2.8, 2.4, 1.5},
        wx{1000, 1000, 500, 800, 200, 80, 60, 20, 1.8, 1}, wy{1, 1.8, 4, 8, 20, 20, 70, 70, 100, 500};
    auto const root = [](std::vector<double> const& w) { return Eigen::ArrayXd(Eigen::Map<Eigen::ArrayXd const>(w.data(), 10).rsqrt()); };
    fit_result const found = fit("y = a + b*x", {{"a", 5}, {"b", -1}}, {{"x", x}, {"y", y}},
                                 {.sigma = root(wy), .sigma_is_absolute = true, .errors_in = {{"x", root(wx)}}});
    CHECK(found.converged());
    CHECK_THAT(found["a"].value, near(5.47991022403, 1e-9));
    CHECK_THAT(found["b"].value, near(-0.480533407446, 1e-9));
    CHECK_THAT(found["a"].standard_error, near(0.29497, 1e-4));
    CHECK_THAT(found["b"].standard_error, near(0.057985, 1e-4));
    CHECK_THAT(found.reduced_chi_squared, near(1.4833, 1e-4));
    // Tiny errors in x change nothing.
    fit_result const plain = fit(nist::misra1a.equation, nist::misra1a.start(false), nist::misra1a.data),
                     tiny = fit(nist::misra1a.equation, nist::misra1a.start(false), nist::misra1a.data, {.sigma = 1.0, .errors_in = {{"x", 1e-6}}});
    CHECK_THAT(tiny["b1"].value, near(plain["b1"].value, 1e-7));
    CHECK_THAT(tiny["b1"].standard_error, near(plain["b1"].standard_error, 1e-6));
    // Symmetric errors of a line: the fit of x by y is the same line.
    fit_data const both{{"x", x}, {"y", y}};
    fit_result const there = fit("y = a + b*x", {{"a", 5}, {"b", -1}}, both, {.sigma = 1.0, .errors_in = {{"x", 1.0}}}),
                     back = fit("x = a + b*y", {{"a", 5}, {"b", -1}}, both, {.sigma = 1.0, .errors_in = {{"y", 1.0}}});
    CHECK_THAT(there["b"].value, near(1 / back["b"].value));
    CHECK_THAT(there.chi_squared, near(back.chi_squared));
}

TEST_CASE("geodesic acceleration comes to the same minimum") {
    for (nist::problem const* p : {&nist::misra1a, &nist::boxbod, &nist::rat42, &nist::mgh09, &nist::thurber})
        for (bool far : {true, false}) nist::check(*p, far ? 1 : 2, fit(p->equation, p->start(far), p->data, {.geodesic = true}));
    // Along a narrow curved valley it needs fewer steps: Rosenbrock's function as a fit of two rows.
    fit_data const rows{{"first", std::vector<double>{1, 0}}, {"y", std::vector<double>{1, 0}}};
    fit_start const start{{"a", -1.2}, {"b", 1}};
    std::string const valley = "y = first*a + (1 - first)*1000*(b - a^2)";
    fit_result const plain = fit(valley, start, rows), bent = fit(valley, start, rows, {.geodesic = true});
    CHECK_THAT(bent["a"].value, near(1));
    CHECK(bent.iterations < plain.iterations);
}

TEST_CASE("goodness of fit") {
    fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 0}}, {{"x", std::vector<double>{0, 1, 2, 3}}, {"y", std::vector<double>{1, 2, 5, 4}}});
    // By hand: slope 1.2, intercept 1.2, residuals -0.2, -0.4, 1.4, -0.8.
    CHECK_THAT(found["b"].value, near(1.2));
    CHECK_THAT(found.chi_squared, near(2.8));
    CHECK_THAT(found["b"].standard_error, near(std::sqrt(1.4 / 5)));
    CHECK_THAT(found.r_squared, near(0.72));
    CHECK_THAT(found.adjusted_r_squared, near(0.58));
    double const likelihood = -2 * (std::log(2 * std::numbers::pi * 2.8 / 4) + 1);
    CHECK_THAT(found.aic, near(-2 * likelihood + 6));
    CHECK_THAT(found.bic, near(-2 * likelihood + 3 * std::log(4)));
    CHECK(found.runs == 3);
    CHECK_THAT(found.expected_runs, near(2.5));
    CHECK_THAT(found.runs_deviation, near(0.5));
}

TEST_CASE("a fit that does not converge says so, and gives its best point") {
    fit_result const stopped = fit(nist::mgh17.equation, nist::mgh17.start(true), nist::mgh17.data, {.iterations = 5});
    CHECK(stopped.status == fit_status::not_converged);
    CHECK(stopped.why == "it had not converged after 5 iterations");
    REQUIRE(stopped.notes.size() == 1);
    CHECK(stopped.notes[0] == "it did not converge: the parameters are those of the best point that was found, and have no standard errors");
    CHECK(std::isnan(stopped["b1"].standard_error));
    CHECK(std::isnan(stopped["b1"].upper));
    CHECK(std::isnan(stopped.derive("b1 + b2").standard_error));
    CHECK(stopped.covariance.array().isNaN().all());
    CHECK(stopped.influence.array().isNaN().all());
    CHECK(std::isnan(stopped.aic));
    CHECK(stopped.chi_squared > 0);
    int calls = 0;
    double last = INFINITY;
    fit_result const watched = fit(nist::misra1a.equation, nist::misra1a.start(true), nist::misra1a.data, {.progress = [&](fit_progress const& p) {
                                       CHECK(p.cost <= last);
                                       last = p.cost, ++calls;
                                   }});
    CHECK(calls > 5);
    int const once = calls;  // what fits again calls nobody
    CHECK(profile(watched, "b2").fits > 0);
    CHECK(calls == once);
    CHECK(watched.converged());
}
