// Formulas known at run time: their derivatives, definitions, numbers and limits.
#include "../catch.hpp"
#include "../complaint.hpp"

#include <leibniz/parse.hpp>

#include <cmath>
#include <cstdlib>
#include <random>
#include <sstream>

using namespace leibniz;

// Two functions whose derivatives name each other: sin and cos under other names.
namespace user {

struct rise;
struct run;
struct rise : unary {
    static constexpr text_view text = "rise", latex = "\\operatorname{rise}";
    static constexpr interval domain = real_line;
    template <class T>
    static T value(T u) { return std::sin(u); }
    static constexpr term partial(auto u) { return apply<run>(u); }
};
struct run : unary {
    static constexpr text_view text = "run", latex = "\\operatorname{run}";
    static constexpr interval domain = real_line;
    template <class T>
    static T value(T u) { return std::cos(u); }
    static constexpr term partial(auto u) { return -apply<rise>(u); }
};

}  // namespace user

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// The text of formula i, which must read back to that formula and print the same again.
std::string printed(model const& m, int i = 0, parse_options options = {}) {
    std::string const said = text(m, i);
    CAPTURE(said);
    for (std::string const& name : m.symbols())
        if (m.is_column(name)) options.columns.push_back(name);
    model const again = parse(said, options);
    CHECK(again == m[i]);
    CHECK(text(again) == said);
    return said;
}

std::string complaint_about(text_view text) {
    return complaint([&] { parse(text); });
}

}  // namespace

TEST_CASE("of the user's functions those that a formula names bring those that their derivatives name") {
    model const m = parse<user::rise>("rise(2*x)");
    CHECK(text(diff(m, "x")) == "2*run(2*x)");
    CHECK(evaluate(m, x = 0.3) == std::sin(0.6));
    CHECK(evaluate(diff(m, "x"), x = 0.3) == 2 * std::cos(0.6));
    CHECK(evaluate(diff(m, "x", 2), x = 0.3f) == -4 * std::sin(0.6f));
}

TEST_CASE("functions that have no fractions for values are refused where a fraction is bound") {
    CHECK(complaint([] { evaluate(parse("abs(x) + 1"), x = rational(1, 5)); }) == "evaluate: exact numbers cannot hold abs; bind a floating number: x = 1.0");
    CHECK(evaluate(parse("x^2"), x = rational(1, 5)) == rational(1, 25));
}

TEST_CASE("a formula read at run time has the derivatives of the one written in the language") {
    model const m = parse("(w*x - y)^2");
    CHECK(printed(m) == text(pow<2>(w*x - y)));
    CHECK(printed(diff(m, "w")) == "2*x*(w*x - y)");
    CHECK(printed(diff(m, "w", 2)) == "2*x^2");
    CHECK(printed(diff(m, "q")) == "0");
    CHECK(diff(m, "w") == parse("2*x*(w*x - y)"));
    CHECK_FALSE(diff(m, "w") == parse("2*x*(w*x + y)"));
    CHECK(double(evaluate(diff(m, "w"), w = 1, bind("x", 2), y = 4)) == -8.0);
    CHECK(m.symbols() == std::vector<std::string>{"w", "x", "y"});

    model const g = gradient(m, {"w", "y"});
    REQUIRE(g.size() == 2);
    CHECK(printed(g, 0) == "2*x*(w*x - y)");
    CHECK(printed(g[1]) == text(diff(pow<2>(w*x - y), y)));

    model const mixed = diff(gradient(parse("x*y + x^2*y^3"), {"x", "y"}), "x");
    REQUIRE(mixed.size() == 2);
    CHECK(printed(mixed, 0) == "2*y^3");
    CHECK(evaluate(mixed, bind("x", 2.0), y = 1)[1] == 1.0 + 6.0 * 2.0);

    std::ostringstream out;
    out << diff(m, "x");
    CHECK(out.str() == text(diff(pow<2>(w*x - y), x)));
}

TEST_CASE("definitions name parts of a text, and comments say what they are") {
    model const m = parse("k := A*exp(-E/(R*T));  # Arrhenius\nk*c^n");
    CHECK(printed(m) == "A*c^n*exp(-E/(R*T))");
    CHECK(m == parse("A*exp(-E/(R*T))*c^n"));
    CHECK_FALSE(m.source()->mentions("k"));
    CHECK(printed(diff(m, "n")) == printed(diff(parse("A*exp(-E/(R*T))*c^n"), "n")));
    CHECK(evaluate(parse("a := x + 1; b := a*a; b - a"), bind("x", 2.0)) == 6.0);
    CHECK(complaint_about("k := 2; k := 3; k") == "formula: at character 11: this name has a definition already; choose another name\n  k := 2; k := 3; k\n            ^^");
    CHECK(complaint_about("a := k; k := 2; a*k").starts_with("formula: at character 9: k is used before its definition, or in it; put the definition in front, or choose another name\n"));
    CHECK(complaint_about("exp := 2; x").starts_with("formula: at character 1: a definition has the name of a function; choose another name\n"));
    CHECK(complaint_about("x^2; y").starts_with("formula: at character 4: before this ; stands no definition; write k := 2*a; k*x\n"));
    CHECK(complaint_about("x + k := 2; k").starts_with("formula: at character 7: before this := stands more than a name; write k := 2*a; k*x\n"));
    CHECK(complaint_about("y := m*x").starts_with("formula: at character 1: behind the definition no formula follows; write k := 2*a; k*x, and of an equation y = m*x the right side alone\n"));
}

TEST_CASE("definitions within one another are no deeper than brackets may be") {
    std::string text = "a0 := x;";
    for (int k = 1; k < 20'000; ++k) text += "a" + std::to_string(k) + " := sin(a" + std::to_string(k - 1) + ");";
    CHECK(complaint_about(text + "a19").empty());
    CHECK(complaint_about(text + "a19999").find("nested too deeply") != std::string::npos);
}

TEST_CASE("second and mixed derivatives of parsed models are those of the language") {
    model const m = parse("exp(w*x)*sin(b) + w^3");
    constexpr auto same = [] {
        constexpr symbol<"b"> b;
        return exp(w*x)*sin(b) + pow<3>(w);
    }();
    constexpr symbol<"b"> b;
    constexpr auto expected = leibniz::hessian(same, wrt(w, b));
    model const h = hessian(m, {"w", "b"});
    REQUIRE(h.size() == 4);
    CHECK(printed(h, 0) == text(expected(w, w)));
    CHECK(printed(h, 1) == text(expected(w, b)));
    CHECK(printed(h, 2) == printed(h, 1));
    CHECK(printed(h, 3) == text(expected(b, b)));
    CHECK(h.name(0) == "d^2/dw^2");
    CHECK(h.name(1) == "d/dw d/db");
    auto const values = evaluate(h, bind("w", 0.5), bind("x", 2.0), bind("b", 0.25));
    auto const exact = leibniz::evaluate(expected, w = 0.5, x = 2.0, b = 0.25);
    CHECK(values[0] == exact(w, w));
    CHECK(values[1] == exact(w, b));
    CHECK(values[3] == exact(b, b));
    CHECK(printed(hessian(m, {"w", "q"}), 1) == "0");

    CHECK(printed(diff(m, "w", "b")) == text(leibniz::diff(same, w, b)));
    CHECK(printed(diff(m, "w", "w", "x")) == text(leibniz::diff(same, w, w, x)));
    CHECK(diff(m, "w", "b").name(0) == "d/db d/dw");
    CHECK(printed(diff(m, "w", "q")) == "0");
}

TEST_CASE("several texts make one model, with a Jacobian") {
    model const both = outputs(parse("x*y"), parse("sin(x) + z"));
    REQUIRE(both.size() == 2);
    model const j = jacobian(both, {"x", "y"});
    REQUIRE(j.size() == 4);
    CHECK(printed(j, 0) == "y");
    CHECK(printed(j, 1) == "x");
    CHECK(printed(j, 2) == "cos(x)");
    CHECK(printed(j, 3) == "0");
    CHECK(j.name(2) == "d/dx f2");
    CHECK(evaluate(j, bind("x", 2.0), bind("y", 5.0))[0] == 5.0);
    CHECK(evaluate(both, bind("x", 2.0), bind("y", 5.0), bind("z", 1.0))[0] == 10.0);
    CHECK(outputs(parse("a"), parse("b"), parse("c")).size() == 3);
    CHECK(evaluate(outputs(parse<user::rise>("rise(x)"), parse("x")), bind("x", 1.0))[0] == std::sin(1.0));
    model const kept = [] { return outputs(parse(std::string("alpha*2")), parse(std::string("beta + alpha"))); }();
    CHECK(printed(diff(kept, "alpha"), 0) == "2");
    parse_options columns;
    columns.columns = {"x"};
    CHECK(complaint([&] { outputs(parse("x"), parse("mean(x)", columns)); }) == "outputs: x is a column in one text and a symbol in the other");
}

TEST_CASE("models outlive the text that they were read from") {
    model m = [] {
        std::string text = "alpha*beta^2";
        model const first = parse(text);
        text.assign(text.size(), '?');
        return diff(first, "beta");
    }();
    CHECK(printed(m) == "2*alpha*beta");
    model const copy = m;
    m = parse("1");
    CHECK(printed(copy) == "2*alpha*beta");
}

TEST_CASE("columns are named in the options") {
    parse_options options;
    options.columns = {"x"};
    model const m = parse("mean(3*(x + 2)^2)", options);
    CHECK(m.is_column("x"));
    CHECK(printed(diff(m, "x")) == text(diff(mean(3_c*pow<2>(column<"x">() + 2_c)), column<"x">())));
}

TEST_CASE("exact numbers stay exact") {
    CHECK(printed(parse("0.1 + 0.2")) == "3/10");
    CHECK(printed(parse("1/3 + 1/6")) == "1/2");
    CHECK(printed(parse("1e-3*1000")) == "1");
}

TEST_CASE("a decimal number of up to 33 digits is the nearest double and prints as it was written") {
    CHECK(printed(diff(parse("sin(3.14159265358979323846*x)"), "x")) == "3.14159265358979323846*cos(3.14159265358979323846*x)");
    std::mt19937_64 random(11);
    for (int k = 0; k < 3000; ++k) {
        int const count = 17 + static_cast<int>(random() % 17), point = static_cast<int>(random() % 17), power = static_cast<int>(random() % 560) - 280;
        std::string digits(1, static_cast<char>('1' + random() % 9));
        while (static_cast<int>(digits.size()) < count) digits += static_cast<char>('0' + random() % 10);
        digits.back() = "1379"[random() % 4];
        std::string number = digits;
        if (point > 0) number.insert(static_cast<std::size_t>(point), ".");
        bool const scientific = point == 1 && (power < -4 || power > 40);
        if (scientific) number += "e" + std::to_string(power);
        CAPTURE(number);
        model const m = parse(number + "*x");
        std::string const said = printed(m);
        if (count > 19 && (point != 1 || scientific)) CHECK(said == number + "*x");
        CHECK(evaluate(m, x = 1.0) == std::strtod(number.c_str(), nullptr));
        CHECK(evaluate(parse("x - " + number), x = 0.0) == -std::strtod(number.c_str(), nullptr));
        CHECK(printed(parse(number + "*x - x*" + number)) == "0");
    }
}

TEST_CASE("a model has no formula beyond its last") {
    model const one = parse("x*y");
    CHECK(printed(one[0]) == "x*y");
    CHECK(complaint([&] { text(one, 1); }).find("no formula number 1; the last is number 0") != std::string::npos);
    CHECK(complaint([&] { one[-1]; }).find("no formula number -1") != std::string::npos);
    auto const values = evaluate(outputs(parse("x"), parse("x^2")), bind("x", 3.0));
    CHECK(values[1] == 9);
    CHECK_THROWS_WITH(values[2], "evaluate: there is no result 2; they are numbered from 0 to 1");
    CHECK_THROWS_AS(values[-1], std::out_of_range);
}

TEST_CASE("limits are kept and can be set") {
    std::string const deep = std::string(20'000, '(') + "x" + std::string(20'000, ')');
    CHECK(complaint_about(deep).find("nested too deeply") != std::string::npos);
    parse_options wide;
    wide.limits.depth = 30'000;
    CHECK(printed(parse(deep, wide)) == "x");
    CHECK(complaint_about(std::string((1u << 20) + 1, 'x')).find("too long") != std::string::npos);
    parse_options small;
    small.effort = 1000;
    CHECK(complaint([&] { parse("(a + b)*(c + d)*(e + f)*(g + h)*(i + j)*(k + l)", small); }).find("too large") != std::string::npos);
    CHECK(printed(parse("9223372036854775807*9223372036854775807")) == "9223372036854775807^2");
}
