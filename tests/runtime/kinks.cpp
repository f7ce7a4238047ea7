// First and second derivatives of formulas that are smooth as a whole at the kink of a magnitude or length of which they are made:
// parsed models, by themselves and in a Hessian, at the kink and beside it.
#include "../catch.hpp"

#include <leibniz/parse.hpp>

#include <string>
#include <vector>

using namespace leibniz;

namespace {

struct smooth_whole {
    std::string model;  // of # in the place of the magnitude
    double curvature;   // at the kink
};

bool is_close(double value, double expected, double tolerance = 2e-15) { return std::abs(value - expected) <= tolerance * std::abs(expected); }

std::string of(std::string model, std::string const& magnitude) {
    for (std::size_t at = 0; (at = model.find('#', at)) != std::string::npos; at += magnitude.size()) model.replace(at, 1, magnitude);
    return model;
}

}  // namespace

TEST_CASE("smooth formulas of a magnitude, however it is written") {
    smooth_whole const models[] = {{"(1 + sqrt(3)*#)*exp(-sqrt(3)*#)", -3},
                                   {"(1 + sqrt(5)*# + 5*x^2/3)*exp(-sqrt(5)*#)", -5.0 / 3},
                                   {"#*sin(#)", 2},
                                   {"log(cosh(#))", 1},
                                   {"cos(2*#) + #^3", -4}};
    for (std::string const magnitude : {"abs(x)", "max(x, -x)", "max(-x, x)", "(-min(x, -x))", "sqrt(x^2)", "(x*sign(x))"})
        for (auto const& [written, curvature] : models) {
            model const m = parse(of(written, magnitude)), bend = diff(m, "x", 2), shared = hessian(m, {"x"});
            CAPTURE(text(m), text(bend));
            CHECK(evaluate(diff(m, "x"), bind("x", 0.0)) == 0);
            CHECK(is_close(evaluate(bend, bind("x", 0.0)), curvature));
            CHECK(is_close(evaluate(shared, bind("x", 0.0))[0], curvature));
            CHECK(is_close(evaluate(bend, bind("x", 1e-12)), curvature, 1e-10));
            CHECK(is_close(evaluate(bend, bind("x", -1e-12)), curvature, 1e-10));
        }
}

TEST_CASE("smooth formulas of a length") {
    smooth_whole const models[] = {{"(1 + sqrt(3)*#)*exp(-sqrt(3)*#)", -3},
                                   {"(1 + sqrt(5)*# + 5*#^2/3)*exp(-sqrt(5)*#)", -5.0 / 3},
                                   {"#*sin(#)", 2},
                                   {"#^2", 2},
                                   {"log(cosh(#))", 1},
                                   {"cos(tanh(#))", -1}};
    auto const at = [](model const& m, double x, double y) { return evaluate(m, bind("x", x), bind("y", y)); };
    for (std::string const length : {"hypot(x, y)", "sqrt(x^2 + y^2)"}) {
        for (auto const& [written, curvature] : models) {
            model const m = parse(of(written, length)), bend = diff(m, "x", 2), mixed = diff(diff(m, "x"), "y");
            CAPTURE(text(m), text(bend));
            CHECK(at(diff(m, "x"), 0, 0) == 0);
            CHECK(is_close(at(bend, 0, 0), curvature));
            CHECK(at(mixed, 0, 0) == 0);
            CHECK(is_close(evaluate(hessian(m, {"x", "y"}), bind("x", 0.0), bind("y", 0.0))[3], curvature));
            CHECK(is_close(at(bend, 6e-9, 8e-9), curvature, 1e-7));
        }
        CHECK(at(diff(parse(of("#^3", length)), "x", 2), 0, 0) == 0);
    }
}
