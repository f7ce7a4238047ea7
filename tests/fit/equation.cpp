// An equation in text: its two sides, and every fault at its place in the whole.
#include "../catch.hpp"

#include <leibniz/fit/equation.hpp>
#include <leibniz/parse.hpp>

#include <stdexcept>
#include <string>

using namespace leibniz;

namespace {

std::string complaint(std::string const& equation) {
    try {
        static_cast<void>(parse_equation(equation));
    } catch (std::invalid_argument const& error) { return error.what(); }
    return "";
}

}  // namespace

TEST_CASE("an equation has two sides") {
    equation const plain = parse_equation("log(y) = b1*(1 - exp(-b2*x))");
    CHECK(text(plain.left) == "log(y)");
    CHECK(text(plain.right) == "b1*(1 - exp(-b2*x))");
    CHECK(text(parse_equation("k := 2*a; y = k*x").right) == "2*a*x");
    CHECK(text(parse_equation("k = 2*a\ny = k*x\n").right) == "2*a*x");
    CHECK(text(parse_equation("y = where(x <= 2, a, b)  # = no sign").right) == "where(x <= 2, a, b)");
}

TEST_CASE("a fault is shown at its place in the equation") {
    CHECK(complaint("y = a*sinn(x)") ==
          "formula: at character 7: there is no function sinn; did you mean sin? A product is written with *\n  y = a*sinn(x)\n        ^^^^");
    CHECK(complaint("y+ = a") == "formula: at character 4: a number, a name or ( expected, but there is =\n  y+ = a\n     ^");
    CHECK(complaint("y =") == "formula: at character 4: a number, a name or ( expected, but the text ends\n  y =\n     ^");
    CHECK(complaint("a + b*x") == "fit: the formula has no =; write y = a + b*x, with the measured column on its left");
    CHECK(complaint("y == a") == "fit: the formula has no =; write y = a + b*x, with the measured column on its left");
    CHECK(complaint("y = a = b").starts_with("fit: a second = stands at character 7; "));
}
