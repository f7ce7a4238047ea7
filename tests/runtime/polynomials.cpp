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
    for (char const* formula : {"(2*x + 3)/((x + 1)*(x + 2)*(x^2 + 1)^2)", "1/(x^4 + x^2 + 1)^2", "1/(x^24 - 1)", "(x^1000 + 1)/(x - 1)",
                                "x^7/((x^2 - 1)*(x - 1)*(x^4 - 1)*(x^2 + 1))", "(x^2 + 1)/((2*x^2 + 3*x + 7)*(5*x^2 - x + 11)*(x - 1))", "1/(x^5 + x + 1)"}) {
        auto const m = parse(formula), parted = apart(m, "x");
        INFO(formula);
        CHECK(equivalent(m, parted).is_equal());
        CHECK(text(m) != text(parted));
    }
}

TEST_CASE("large exponents have their degree, and a limit is named with the operation") {
    CHECK(text(parse("(x^99999)^99999")) == "x^9999800001");
    CHECK(text(diff(parse("x^3000000000"), "x")) == "3000000000*x^2999999999");
    CHECK(text(parse("x^9223372036854775807*x")) == "x^(9223372036854775807 + 1)");
    CHECK(evaluate(parse("x^-3000000001"), bind("x", -1.0)) == -1);
    CHECK(degree(parse("x^100000 + x"), "x") == 100'000);
    CHECK(degree(parse("x^2147483647"), "x") == 2'147'483'647);
    CHECK(coefficients(parse("x^1000 + x"), "x").size() == 1001);

    std::string const too_long = ": an exact number of the result leaves 64 bits; use smaller powers and constants";
    CHECK_THROWS_WITH(expand(parse("(x + 1)^100000")), "expand" + too_long);
    CHECK_THROWS_WITH(collect(parse("(x + y)^3000000000"), "x"), "collect" + too_long);
    CHECK_THROWS_WITH(factor(parse("(x + 1)^100000 + (x + 1)^99999")), "factor" + too_long);
    CHECK_THROWS_WITH(together(parse("1/(x + 1)^100000 + 1/(x + 2)")), "together" + too_long);
    CHECK_THROWS_WITH(degree(parse("(x + 1)^100000"), "x"), "degree" + too_long);
    CHECK_THROWS_WITH(coefficients(parse("(x + 1)^100000"), "x"), "coefficients" + too_long);
    CHECK_THROWS_WITH(degree(parse("x^2147483648"), "x"), "degree: the degree is above 2147483647");
    CHECK_THROWS_WITH(coefficients(parse("x^1001"), "x"), "coefficients: the degree is above 1000");
    CHECK_THROWS_WITH(expand(parse("(x + y + z + u + v + w)^60")),
                      "expand: the result has more than 10000 terms, or takes more steps than parse_options::effort allows");
}

TEST_CASE("what cannot be done is refused") {
    CHECK_THROWS_WITH(expand(parse("(a + b + c + d + e + f)^40")),
                      "expand: the result has more than 10000 terms, or takes more steps than parse_options::effort allows");
    CHECK_THROWS_AS(expand(parse("(x + 3)^60")), std::overflow_error);
    CHECK_THROWS_AS(factor(parse("9223372036854775807*x + x")), std::overflow_error);
    CHECK_THROWS_AS(together(parse("0.1234567890123456789*x + x/3")), std::overflow_error);
    CHECK_THROWS_AS(apart(parse("x^100/(x - 9)"), "x"), std::overflow_error);
    CHECK_THROWS_WITH(diff(parse("x^(-9223372036854775807)*(x + 2)"), "x"), "diff: an exact number of the formula leaves 64 bits; use smaller constants and exponents");
    // A number that leaves 64 bits in a search for factors ends the search.
    CHECK(text(factor(parse("x^4 + 10^12*x^2 + 1"))) == "x^4 + 1000000000000*x^2 + 1");
    CHECK(text(apart(parse("1/(x^4 + 10^12*x^2 + 1)"), "x")) == "1/(x^4 + 1000000000000*x^2 + 1)");
    CHECK(text(factor(parse("x/3037000507 + y/3037000493 + z/3037000453"))) == "x/3037000507 + y/3037000493 + z/3037000453");
    CHECK(text(together(parse("a/x + 1/2"))) == "(2*a + x)/(2*x)");
    CHECK(text(apart(parse("(x^2 + x)^26/(x + 1)^26"), "x")) == "x^26");
    for (char const* formula : {"x/(sin(x) + 2)^30", "1/(x + a)^30"}) CHECK_THROWS_AS(apart(parse(formula), "x"), std::invalid_argument);
    CHECK_THROWS_WITH(apart(parse("1/(x + a)"), "x"),
                      "apart(m, \"x\"): m is no quotient of polynomials in x with exact coefficients; put numbers in place of what else occurs");
    for (char const* formula : {"1/(x^1000 - 1)", "1/(x - 1)^30", "1/(x + 1)^70", "x/(x^2 + 2)^1000000 + 1", "x^(-61)", "(x^1001 + 1)/(x - 1)"})
        CHECK_THROWS_WITH(apart(parse(formula), "x"), "apart(m, \"x\"): the denominator has a degree above 24, or the numerator one above 1000");
    CHECK_THROWS_WITH(apart(parse("1/((x-1)*(x-2)*(x-3)*(x-4)*(x-5)*(x-6)*(x-7)*(x-8)*(x-9)*(x-10)*(x-11)*(x-12)*(x-13)*(x-14)*(x-15))"), "x"),
                      "apart(m, \"x\"): an exact number of the result leaves 64 bits; use smaller numbers");
    std::string sum = "1";
    for (int k = 1; k < 500; ++k) sum += " + x^" + std::to_string(k);
    CHECK_THROWS_WITH(apart(parse("(" + sum + ")^2/(x - 1)"), "x"),
                      "apart: the result has more than 10000 terms, or takes more steps than parse_options::effort allows");
    CHECK_THROWS_WITH(apart(parse("(x + 1)^70/(x - 1)"), "x"), "apart(m, \"x\"): an exact number of the result leaves 64 bits; use smaller numbers");
    CHECK_THROWS_WITH(degree(parse("sin(x)"), "x"),
                      "degree: the formula is no polynomial in x, which stands in a function, a root or below a fraction bar");
}
