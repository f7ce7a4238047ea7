// substitute(m, bind("x", parse("a + b"))): models in place of names, all at once.
#include "../catch.hpp"
#include "../complaint.hpp"

#include <leibniz/parse.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;

/// The text, which must read back to the same formula.
std::string printed(model const& m) {
    std::string const said = text(m);
    CAPTURE(said);
    CHECK(parse(said) == m);
    return said;
}

}  // namespace

TEST_CASE("models stand in place of names, all at once") {
    model const line = parse("(w*x - y)^2");
    CHECK(printed(substitute(line, bind("x", parse("a + b")))) == "(w*(a + b) - y)^2");
    CHECK(printed(substitute(line, x = parse("2"))) == "(2*w - y)^2");
    CHECK(printed(substitute(line, {{"x", parse("y")}, {"y", parse("x")}})) == "(w*y - x)^2");
    CHECK(printed(substitute(line, bind("x", parse("y")), bind("y", parse("x")))) == "(w*y - x)^2");
    CHECK(printed(substitute(parse("x*y"), {{"x", parse("x + 1")}, {"y", parse("x")}})) == "x*(x + 1)");
    CHECK(printed(substitute(diff(parse("sin(w*x)"), "x"), bind("x", parse("0")))) == "w");
    CHECK(printed(substitute(parse("where(x > 0, x, -x)"), bind("x", parse("-3")))) == "3");
    model const by = parse("1/3");
    CHECK(printed(substitute(parse("x + x^2"), bind("x", by))) == "4/9");
    CHECK(substitute(line, bind("q", parse("2"))) == line);
    CHECK(substitute(line, std::vector<named_binding<model>>{}) == line);
}

TEST_CASE("every formula of a model is replaced in, and keeps its name") {
    model const slopes = substitute(gradient(parse("w*x^2"), {"w", "x"}), bind("x", parse("a - 1")));
    REQUIRE(slopes.size() == 2);
    CHECK(text(slopes, 0) == "(a - 1)^2");
    CHECK(text(slopes, 1) == "2*w*(a - 1)");
    CHECK(slopes.name(1) == "d/dx");
    auto const values = evaluate(slopes, bind("w", 2.0), bind("a", 4.0));
    CHECK(values[0] == 9.0);
    CHECK(values[1] == 12.0);
}

TEST_CASE("the names of a model in which others stand are those that are left") {
    model const m = substitute(parse("w*x + b"), bind("x", parse("b*t")), bind("b", parse("1")));
    CHECK(text(m) == "b*t*w + 1");
    CHECK(m.symbols() == std::vector<std::string>{"w", "b", "t"});
    CHECK(!m.source()->mentions("x"));
    CHECK(double(evaluate(m, bind("w", 2.0), bind("b", 3.0), bind("t", 5.0))) == 31.0);
    CHECK(complaint([&] { evaluate(m, bind("w", 2.0), bind("b", 3.0), bind("t", 5.0), bind("x", 1.0)); }) == "evaluate: the formula has no symbol x");
    // The texts may be gone before the model is used.
    auto const made = [] { return substitute(parse("first*second"), {{std::string("first"), parse("third + second")}}); };
    CHECK(text(diff(made(), "third")) == "second");
}

TEST_CASE("columns are replaced as symbols are; one name is not both") {
    parse_options const columns{.columns = {"x"}};
    model const m = parse("mean((w*x - b)^2)", columns);
    CHECK(text(substitute(m, bind("x", parse("x - 1", columns)))) == "mean((w*(x - 1) - b)^2)");
    CHECK(substitute(m, bind("x", parse("x - 1", columns))).is_column("x"));
    CHECK(text(substitute(m, bind("x", parse("x - 1")))) == "mean((w*(x - 1) - b)^2)");  // now a symbol
    CHECK(!substitute(m, bind("x", parse("x - 1"))).is_column("x"));
    CHECK(complaint([&] { substitute(m, bind("w", parse("x"))); }) == "substitute: x is a column in one text and a symbol in the other");
}

TEST_CASE("what is written out only by a replacement is recognised when it is evaluated") {
    model const m = substitute(parse("log(1 + y)"), bind("y", parse("exp(x)")));
    CHECK(text(m) == "log(exp(x) + 1)");
    CHECK(double(evaluate(m, bind("x", 1000.0))) == 1000.0);
    model const of_written = substitute(parse("log(1 + exp(x))"), bind("x", parse("2*y")));
    CHECK(double(evaluate(of_written, bind("y", 1000.0))) == 2000.0);
    model const slope = substitute(diff(parse("log(1 + exp(x))"), "x"), bind("x", parse("2*y")));
    CHECK(double(evaluate(slope, bind("y", 1000.0))) == 1.0);
}

TEST_CASE("what cannot be replaced is refused with a sentence") {
    model const m = parse("w*sin(x)");
    CHECK(complaint([&] { substitute(m, bind("sin(x)", parse("y"))); }) == "substitute: sin(x) is no name; only symbols and columns are replaced");
    CHECK(complaint([&] { substitute(m, bind("", parse("y"))); }) == "substitute: an empty name is no name; only symbols and columns are replaced");
    CHECK(complaint([&] { substitute(m, bind("x", parse("y")), bind("x", parse("z"))); }) == "substitute: x is replaced twice");
    CHECK(complaint([&] { substitute(m, bind("x", gradient(m, {"w", "x"}))); }) ==
          "substitute: the replacement of x has 2 formulas; one of them is m[0]");
    std::string sum = "a0";
    for (int i = 1; i < 200; ++i) sum += " + a" + std::to_string(i);
    CHECK(complaint([&] { substitute(parse("sin(x)", {.effort = 2000}), bind("x", parse(sum))); }) ==
          "the formula is too large for the effort that parse_options allow");
}
