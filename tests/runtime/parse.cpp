#include "catch.hpp"

#include <leibniz/parse.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
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

int read_back = 0;

/// The text of formula i, which must read back to that formula and print the same again.
std::string printed(model const& m, int i = 0, parse_options options = {}) {
    std::string const said = text(m, i);
    CAPTURE(said);
    for (std::string const& name : m.symbols())
        if (m.is_column(name)) options.columns.push_back(name);
    model const again = parse(said, options);
    CHECK(again == m[i]);
    CHECK(text(again) == said);
    ++read_back;
    return said;
}

/// What the exception says.
template <class F>
std::string complaint(F f) {
    try {
        f();
    } catch (std::exception const& e) {
        return e.what();
    }
    return {};
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

TEST_CASE("bad text is shown with its place") {
    CHECK(complaint_about("2x") == "formula: at character 2: an operator expected, but there is x; a product is written 2*x\n  2x\n   ^");
    CHECK(complaint_about("θ + exq(x)") ==
          "formula: at character 5: there is no function exq; did you mean exp? A product is written with *\n  θ + exq(x)\n      ^^^");
    CHECK(complaint_about("") == "formula: at character 1: a number, a name or ( expected, but the text ends\n  \n  ^");
    CHECK(complaint_about("(a + b") == "formula: at character 1: the bracket opened here is not closed\n  (a + b\n  ^");
    CHECK(complaint_about("a + b]") == "formula: at character 6: this bracket closes none that is open\n  a + b]\n       ^");
    CHECK(complaint_about("sin(a, b)") == "formula: at character 1: sin takes 1 argument\n  sin(a, b)\n  ^^^");
    CHECK(complaint_about("a, b") == "formula: at character 2: a comma separates the arguments of a function; decimals are written 0.5\n  a, b\n   ^");
    CHECK(complaint_about("x(y)").find("there is no function x; a product is written with *") != std::string::npos);
    CHECK(complaint_about("SQRT(y)").find("there is no function SQRT; did you mean sqrt?") != std::string::npos);
    CHECK(complaint_about("1234567890123456789012345678901234*x") ==
          "formula: at character 1: this number has more than 33 digits; write fewer digits, or a symbol, and bind it\n"
          "  1234567890123456789012345678901234*x\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^");
    CHECK(complaint_about("1e-325*x") ==
          "formula: at character 1: this number is larger or smaller than any double; write a symbol, and bind it\n"
          "  1e-325*x\n  ^^^^^^");
    for (char const* number : {"1e999", "1e309", "1e-400"})
        CHECK(complaint_about(number).find("larger or smaller than any double") != std::string::npos);
    for (char const* number : {"1e300", "1e-30", "100000000000000000000", "0.000000000000000000001"}) CHECK(complaint_about(number).empty());
    CHECK(complaint_about("0.1234567890123456789012345678901234").find("write fewer digits") != std::string::npos);
    CHECK(complaint_about("1 < x <= 2") ==
          "formula: at character 7: a comparison stands behind another; a < b < c is written and(a < b, b < c)\n  1 < x <= 2\n        ^^");
    CHECK(complaint_about("a < -b + c < d").find("at character 12: a comparison") != std::string::npos);
    CHECK(complaint_about("(a < b) < c").empty());
    CHECK(complaint_about("a < where(b < c, 1, 2)").empty());
    CHECK(complaint_about(text_view("a\0b", 3)).find("no formula has the character \\x00") != std::string::npos);
    CHECK(complaint_about("(w·x)²") == "formula: at character 3: no formula has the character ·; write *\n  (w·x)²\n    ^");
    CHECK(complaint_about("x \xe2\x88\x92 2").find("write -\n") != std::string::npos);
    CHECK(complaint_about("€").find("no formula has the character €\n") != std::string::npos);
    CHECK(complaint_about("x\xe2\x88").find("no formula has the character \\xe2\n") != std::string::npos);
    CHECK(complaint_about("a \xff").find("no formula has the character \\xff") != std::string::npos);
    CHECK(complaint_about("a && b") == "formula: at character 3: no formula has the character &; write and(a, b)\n  a && b\n    ^");
    CHECK(complaint_about("|x|").find("write or(a, b), or abs(x)\n") != std::string::npos);
    CHECK(complaint_about("!a").find("write not(a)\n") != std::string::npos);
    CHECK(complaint_about("y = m*x + b") ==
          "formula: at character 3: = is no operator; of an equation y = m*x + b write the right side alone; a comparison is a == b, a definition k := 2*a; k*x\n  y = m*x + b\n    ^");
    CHECK(complaint_about("f(x) = 2*x").find("at character 6: = is no operator; of an equation") != std::string::npos);
    CHECK(complaint_about("n!").starts_with("formula: at character 2: ! is no operator; the factorial of n is written "));
    CHECK(complaint_about("c ? a : b") == "formula: at character 3: ? is no operator; c ? a : b is written where(c, a, b)\n  c ? a : b\n    ^");
    CHECK(complaint_about("[0]*exp(-x/[1])") ==
          "formula: at character 1: a number alone in square brackets is a parameter of ROOT; give parameters names, such as p0\n  [0]*exp(-x/[1])\n  ^^^");
    for (char const* choice : {"if(x < 0, 1, 2)", "IF(x < 0, 1, 2)", "Piecewise(1, x)", "cases(x, y)"})
        CHECK(complaint_about(choice).find("; write where(c, a, b)\n") != std::string::npos);
    CHECK(complaint_about("atan(y, x)").starts_with("formula: at character 1: atan takes 1 argument; write atan2(y, x)\n"));
    CHECK(complaint_about("arctan(y, x)").starts_with("formula: at character 1: arctan takes 1 argument; write atan2(y, x)\n"));
    CHECK(complaint_about("log(x, b)").find("log takes 1 argument; write log(x)/log(b)\n") != std::string::npos);
    CHECK(complaint_about("relu6(x)").find("there is no function relu6; write clamp(x, 0, 6)\n") != std::string::npos);
    CHECK(complaint_about("arctg(x)").find("there is no function arctg; did you mean atan? A product is written with *\n") != std::string::npos);
    CHECK(complaint_about("a % b").find("write fmod(a, b)\n") != std::string::npos);
}

TEST_CASE("messages show characters that cannot be seen") {
    CHECK(complaint_about("a\u202e + b") == "formula: at character 2: no formula has the character \\u{202e}\n  a\\u{202e} + b\n   ^^^^^^^^");
    CHECK(complaint_about("\ufeffx").find("\n  \\u{feff}x\n  ^^^^^^^^") != std::string::npos);
    CHECK(complaint_about("x\t+ \u2066y\u2069").find("no formula has the character \\u{2066}\n  x + \\u{2066}y\\u{2069}\n      ^^^^^^^^") != std::string::npos);
    CHECK(complaint_about("2\x1b").find("no formula has the character \\x1b\n  2\\x1b\n   ^^^^") != std::string::npos);
    CHECK(complaint_about("x\u009b").find("no formula has the character \\u{009b}\n") != std::string::npos);
    CHECK(complaint_about("(\xff").find("\n  (\\xff\n   ^^^^") != std::string::npos);
    std::string const many = std::string(39, 'a') + "θ" + std::string(60, 'b');
    CHECK(complaint_about("2 " + many).find("there is " + std::string(39, 'a') + ";") != std::string::npos);  // θ is not cut apart

    try {
        parse("a + + * b");
        FAIL("accepted");
    } catch (syntax_error const& e) {
        CHECK(e.position() == 6);
        CHECK(e.what_is_wrong() == problem::operand_expected);
    }
}

TEST_CASE("a model has no formula beyond its last") {
    model const one = parse("x*y");
    CHECK(printed(one[0]) == "x*y");
    CHECK(complaint([&] { text(one, 1); }).find("1 formulas, and none of number 1") != std::string::npos);
    CHECK(complaint([&] { one[-1]; }).find("none of number -1") != std::string::npos);
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

namespace {

/// The formulas of the hand calculations in a file, `  u2 = u1 - y = 2 - 4 = -2`, and of the lines of the command leibniz,
/// `d/dx = cos(x)`. In a program they stand in quotes.
std::vector<std::string> formulas_in(std::string const& file) {
    std::ifstream in(file);
    REQUIRE(in);
    std::vector<std::string> found;
    bool formulas = false;
    for (std::string line; std::getline(in, line);) {
        std::size_t const quote = line.find('"');
        bool const quoted = quote != std::string::npos && line.find_first_not_of(' ') == quote;
        if (quoted) line = line.substr(quote + 1, line.rfind("\\n") - quote - 1);
        if (!line.starts_with("  ")) formulas = line == "forward" || line == "local derivatives" || line == "gradient" || line == "afterwards";
        else if (file.ends_with(".cpp") && !quoted) formulas = false;
        std::size_t const sign = line.find(" = ");
        if (!(formulas || line.starts_with("d/d")) || sign == std::string::npos || line.find_first_not_of(' ') >= sign) continue;
        std::string const formula = line.substr(sign + 3, line.find(" = ", sign + 3) - sign - 3);
        found.push_back(formula.substr(0, formula.find_last_not_of(' ') + 1));
    }
    return found;
}

}  // namespace

TEST_CASE("the formulas of hand calculations read back") {
    std::string const here = LEIBNIZ_TEST_FOLDER "/runtime/", examples = LEIBNIZ_TEST_FOLDER "/../examples/", lessons = examples + "lessons/";
    int count = 0;
    for (std::string const& file : {std::string(LEIBNIZ_TEST_FOLDER "/../README.md"), examples + "first_screen.expected", lessons + "l01_one_weight.expected",
                                    lessons + "l02_weight_and_bias.expected", lessons + "l04_two_steps.expected", lessons + "l06_network_named.expected",
                                    lessons + "l12_quadratic.expected", here + "backpropagation.cpp"}) {
        CAPTURE(file);
        int in_file = 0;
        for (std::string const& formula : formulas_in(file)) {
            CAPTURE(formula);
            // Hand calculations keep the order in which a model was written.
            std::string const said = text(parse(formula));
            CHECK(parse(said) == parse(formula));
            CHECK(std::is_permutation(said.begin(), said.end(), formula.begin(), formula.end()));
            ++in_file;
        }
        CHECK(in_file > 0);
        count += in_file;
    }
    std::printf("%d texts of models and %d formulas of hand calculations read back\n", read_back, count);
    CHECK(read_back >= 15);
    CHECK(count >= 120);
}
