// Derivations of models that are read at run time.
#include "../catch.hpp"
#include "../streamed.hpp"

#include <leibniz/parse.hpp>
#include <leibniz/parse/model_derivation.hpp>

#include <string>

using namespace leibniz;

TEST_CASE("a model that was read is derived in the same steps") {
    model const loss = parse("(w*x - y)^2");
    CHECK(streamed(derivation(loss, "w")) ==
          "L = (w·x − y)²\n"
          "u = w·x − y\n"
          "∂L/∂u = 2u\n"
          "∂u/∂w = x\n"
          "∂L/∂w = ∂L/∂u · ∂u/∂w = 2·x·(w·x − y)\n");
    model_derivation const quotient = derivation<text_style>(parse("x/(1 + exp(x))"), "x", every_rule);
    CHECK(streamed(quotient) ==
          "∂/∂x (x/(exp(x) + 1)) = 1/(exp(x) + 1) - x/(exp(x) + 1)^2 * ∂/∂x (exp(x) + 1)    "
          "[quotient rule: ∂/∂x (u/v) = 1/v * ∂/∂x u - u/v^2 * ∂/∂x v, u = x, v = exp(x) + 1]\n"
          "  ∂/∂x (exp(x) + 1) = ∂/∂x exp(x) + ∂/∂x 1    [sum rule]\n"
          "    ∂/∂x exp(x) = exp(x)    [derivative of exp]\n"
          "    ∂/∂x 1 = 0    [constant]\n"
          "  = exp(x)\n"
          "= 1/(exp(x) + 1) - x*exp(x)/(exp(x) + 1)^2\n");
    CHECK(quotient.lines().size() == 6);
    CHECK(quotient.lines()[3].rule == "constant");
}

TEST_CASE("columns are columns, names that are not there are constant, faults are exceptions") {
    parse_options options;
    options.columns = {"x"};
    CHECK(streamed(derivation(parse("sum(x^2)", options), "x")) == "L = sum(x²)\n∂L/∂x = 2x\n");
    CHECK(streamed(derivation(parse("x^2"), "y")) == "L = x²\n∂L/∂y = 0\n");
    CHECK_THROWS_AS(derivation(parse("polygamma(x, y)"), "x"), std::domain_error);
    CHECK_THROWS_AS(derivation(parse("x*mean(x)", options), "x"), std::domain_error);
    std::string tower = "x";
    for (int k = 0; k < 40; ++k) tower = "sin(" + tower + "*" + (k < 14 ? tower : "x") + ")";
    CHECK_THROWS_AS(derivation(parse(tower, {.limits = {.characters = 1'000'000}}), "x", every_rule), std::length_error);
}
