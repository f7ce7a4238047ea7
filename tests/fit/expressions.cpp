// What expressions bring to a fit: families, numbers among the data, functions of one's own, options by symbol.
#include "nist_compiled.hpp"
#include "nist_lower.hpp"

namespace {

/// A function that the library does not know: u/(1 + u).
struct saturation : leibniz::unary {
    static constexpr char const *text = "saturation", *latex = "\\operatorname{saturation}";
    static constexpr leibniz::interval domain = leibniz::nonnegative_half;
    template <class T>
    static constexpr T value(T u) {
        return u / (T(1) + u);
    }
    static constexpr leibniz::term partial(auto u) { return 1 / leibniz::pow<2>(1 + u); }
};
template <class U>
constexpr auto saturated(U u) {
    return leibniz::apply<saturation>(u);
}

// Functions: the problem is an object with a constructor of its own.
Eigen::ArrayXd const& xs() { return nist::misra1a.column("x"); }
Eigen::ArrayXd const& ys() { return nist::misra1a.column("y"); }

}  // namespace

TEST_CASE("families, numbers and functions of one's own") {
    using namespace nist;
    constexpr leibniz::symbols<"c", 3> c;
    constexpr leibniz::symbol<"unit"> unit;
    auto const parabola = leibniz::fit(y, c[0_c] + c[1_c]*x/unit + c[2_c]*leibniz::pow<2>(x/unit), leibniz::values(c = std::array{1.0, 1.0, 1.0}),
                                       x = xs(), y = ys(), unit = 100.0);
    CHECK(std::abs(parabola.parameters[2].value / -2.727982824444801e-01 - 1) < 1e-9);  // tests/reference/fit_figures.py
    CHECK(std::abs(parabola.parameters[2].standard_error / 6.879973763692612e-03 - 1) < 1e-9);

    auto const own = leibniz::fit(y, b1*saturated(b2*x), leibniz::values(b1 = 300.0, b2 = 5e-4), x = xs(), y = ys());
    auto const written = leibniz::fit(y, b1*b2*x/(1_c + b2*x), leibniz::values(b1 = 300.0, b2 = 5e-4), x = xs(), y = ys());
    CHECK(own.converged());
    CHECK(difference(own, written) < 1e-9);
    CHECK(std::abs(own.derive("b1*b2").standard_error / written.derive("b1*b2").standard_error - 1) < 1e-6);
    leibniz::fit_data const at{x = 400.0};
    CHECK(std::abs(own.confidence_band(at).standard_error[0] / written.confidence_band(at).standard_error[0] - 1) < 1e-6);
}

TEST_CASE("options by symbol") {
    using namespace nist;
    auto const start = leibniz::values(b1 = 250.0, b2 = 5e-4, b3 = 1.0);
    auto const tied = leibniz::fit(y, b3*(1_c - exp(-b2*x))/2_c, start, {.tied = {b3 = 2_c*b1}}, x = xs(), y = ys());
    CHECK(std::abs(tied[b1].value / misra1a.certified[0] - 1) < 1e-9);
    CHECK(std::abs(tied[b1].standard_error / misra1a.deviations[0] - 1) < 1e-8);
    auto const held = leibniz::fit(y, b1*(1_c - exp(-b2*x)) + b3, start, {.lower = {b1 = 0.0}, .fixed = {b3}}, x = xs(), y = ys());
    CHECK(held[b3].value == 1.0);
    CHECK(held[b3].state == leibniz::parameter_state::fixed);
    CHECK(held.free_parameters == 2);
}
