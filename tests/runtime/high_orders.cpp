// Derivatives of high order, whose integer coefficients leave 64 bits: their values, against exact ones.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/parse.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;

}  // namespace

TEST_CASE("coefficients of high derivatives may leave 64 bits") {
    CHECK(evaluate(diff<12>(1_c / (1_c + 25_c * pow<2>(x)), x), x = 0.1) == Approx(26527681877114880.).epsilon(1e-12));
}

TEST_CASE("differentiating again and again gives what one derivative of that order gives, and stays small") {
    for (char const* formula : {"tanh(x)", "exp(-x^2)", "1/(1 + 25*x^2)", "sin(w*x)*exp(x)", "log(1 + x^2)"}) {
        CAPTURE(formula);
        model repeated = parse(formula);
        for (int order = 1; order <= 24; ++order) {
            CAPTURE(order);
            repeated = diff(repeated, "x");
            if (order % 6 == 0) CHECK(text(repeated) == text(diff(parse(formula), "x", order)));
        }
        CHECK(text(repeated).size() < 20000);
    }
    CHECK(text(diff(diff(parse("tanh(x)"), "x"), "x", 5)) == text(diff<6>(tanh(x), x)));
    CHECK(text(diff(diff(parse("exp(-x^2)"), "x", 2), "x", "x")) == text(diff<4>(exp(-pow<2>(x)), x)));
}

TEST_CASE("high derivatives have the right values") {  // computed with 60 digits elsewhere
    model const bell = diff(parse("exp(-x^2)"), "x", 30), step = diff(parse("tanh(x)"), "x", 24);
    CHECK(evaluate(bell, x = 0.5) == Approx(1.29745831222867321e+20).epsilon(1e-11));
    CHECK(evaluate(step, x = 0.5) == Approx(4.59119418025846937e+18).epsilon(1e-9));
}
