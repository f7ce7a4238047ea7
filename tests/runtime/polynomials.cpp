// The same of models that are read at run time, and what is refused. Every result equals what it was made of.
#include "../catch.hpp"

#include <leibniz/parse.hpp>

#include <string>

using namespace leibniz;

TEST_CASE("formulas are multiplied out, collected, factored, joined and parted") {
    CHECK(text(expand(parse("(w + b)^2"))) == "b^2 + 2*b*w + w^2");
    CHECK(text(collect(parse("w*x + b*x + w"), "x")) == "x*(b + w) + w");
    CHECK(text(factor(parse("w*x^2 - w"))) == "w*(x + 1)*(x - 1)");
    CHECK(text(together(parse("a/(x + 1) + b/(x + 2)"))) == "(a*x + b*x + 2*a + b)/((x + 2)*(x + 1))");
    CHECK(text(apart(parse("1/(x^2 - 1)"), "x")) == "1/(2*(x - 1)) - 1/(2*(x + 1))");
    CHECK(text(coefficients(parse("(w*x + b)^2"), "x")[1]) == "2*b*w");
    CHECK(degree(parse("(x + 1)^20"), "x") == 20);
    CHECK(text(expand(gradient(parse("(w*x - y)^2"), {"w", "x"})), 1) == "2*w^2*x - 2*w*y");
}

TEST_CASE("what they give equals what they were given") {
    for (char const* formula : {"(x + y)^4*(x - 2*y)", "x*(x + 1)/(y*(x + 2)) + 3/(x + 2)^2", "(2*x + 3)/((x + 1)*(x + 2)*(x^2 + 1)^2)",
                                "sin(x*(x + 1))^2*(1 + exp(x)*(1 - exp(-x)))", "(x^3 - 2*x^2 - x + 2)/(x^2 - 4)", "(sqrt(x) + 1)^3/x"}) {
        auto const m = parse(formula);
        INFO(formula);
        for (model const& other : {expand(m), collect(m, "x"), factor(m), together(m)}) {
            INFO(text(other));
            CHECK(equivalent(m, other).is_equal());
        }
    }
    auto const m = parse("(2*x + 3)/((x + 1)*(x + 2)*(x^2 + 1)^2)");
    CHECK(equivalent(m, apart(m, "x")).is_equal());
}

TEST_CASE("what cannot be done is refused") {
    CHECK_THROWS_WITH(expand(parse("(a + b + c + d + e + f)^40")),
                      "expand: the result has more than 10000 terms, or takes more steps than parse_options::effort allows");
    CHECK_THROWS_AS(expand(parse("(x + 3)^60")), std::overflow_error);
    CHECK_THROWS_AS(factor(parse("9223372036854775807*x + x")), std::overflow_error);
    CHECK_THROWS_AS(together(parse("0.1234567890123456789*x + x/3")), std::overflow_error);
    CHECK(text(together(parse("a/x + 1/2"))) == "(2*a + x)/(2*x)");
    CHECK_THROWS_WITH(apart(parse("1/(x + a)"), "x"), "apart: the formula is no quotient of polynomials in x with exact coefficients");
    CHECK_THROWS_WITH(degree(parse("sin(x)"), "x"),
                      "coefficients: the formula is no polynomial in x, which stands in a function, a root or below a fraction bar");
}
