// The Jacobian of a camera's reprojection (Snavely's model: axis and angle, translation, focal length, two radial terms) by its 12
// parameters: at what cost it is computed, and that it is the Jacobian.
#include "../catch.hpp"

#include <leibniz/algebra.hpp>
#include <leibniz/parse.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

std::vector<std::string> const parameters{"r1", "r2", "r3", "c1", "c2", "c3", "f", "k1", "k2", "p1", "p2", "p3"};
std::vector<double> const at{0.3, -0.2, 0.5, 0.1, -0.4, -5, 400, -0.02, 0.003, 0.7, 0.9, -1.1};

/// Each coordinate, written out in the names of `parameters`.
std::string coordinate(int which) {
    std::string const angle = "sqrt(r1^2 + r2^2 + r3^2)", dot = "(r1/" + angle + "*p1 + r2/" + angle + "*p2 + r3/" + angle + "*p3)";
    auto const part = [&](std::string const& i, std::string const& j, std::string const& k) {
        return "(p" + i + "*cos(" + angle + ") + (r" + j + "/" + angle + "*p" + k + " - r" + k + "/" + angle + "*p" + j + ")*sin(" + angle + ") + r" + i + "/" +
               angle + "*" + dot + "*(1 - cos(" + angle + ")) + c" + i + ")";
    };
    std::string const u = part("1", "2", "3"), v = part("2", "3", "1"), depth = part("3", "1", "2");
    std::string const square = "((-" + u + "/" + depth + ")^2 + (-" + v + "/" + depth + ")^2)";
    return "-f*(1 + " + square + "*(k1 + k2*" + square + "))*" + (which == 0 ? u : v) + "/" + depth;
}
std::vector<double> values(model const& m, std::vector<double> const& point) {
    std::vector<named_binding<double>> bindings;
    for (std::size_t i = 0; i < point.size(); ++i) bindings.push_back({parameters[i], point[i]});
    auto const all = evaluate(m, bindings);
    return {all.begin(), all.end()};
}

}  // namespace

TEST_CASE("the Jacobian of a reprojection") {
    model const both = outputs(parse(coordinate(0)), parse(coordinate(1))), slopes = jacobian(both, parameters);
    auto const cost = operations(slopes);
    CAPTURE(cost.additions, cost.multiplications, cost.divisions, cost.functions);
    CHECK(cost.additions + cost.multiplications + cost.divisions + cost.functions <= 461);  // SymPy 1.14, cse(..., optimizations='basic')
    CHECK(cost.divisions <= 4);
    std::vector<double> const found = values(slopes, at);
    REQUIRE(found.size() == 24);
    for (std::size_t k = 0; k < 12; ++k) {
        double const step = 1e-5 * std::max(1.0, std::abs(at[k]));
        std::vector<double> above = at, below = at;
        above[k] += step;
        below[k] -= step;
        std::vector<double> const high = values(both, above), low = values(both, below);
        for (std::size_t i = 0; i < 2; ++i) {
            CAPTURE(parameters[k], i);
            double const slope = (high[i] - low[i]) / (2 * step);
            CHECK(std::abs(found[12 * i + k] - slope) <= 1e-6 * (1 + std::abs(slope)));
        }
    }
}
