// What is said of text that is no formula: what is wrong, where, and what to write instead.
#include "../catch.hpp"
#include "../complaint.hpp"

#include <leibniz/parse.hpp>

#include <string>

using namespace leibniz;

namespace {

std::string complaint_about(text_view text) {
    return complaint([&] { parse(text); });
}

}  // namespace

TEST_CASE("bad text is shown with its place") {
    CHECK(complaint_about("2x") == "formula: at character 2: an operator expected, but there is x; a product is written 2*x, a function sin(x)\n  2x\n   ^");
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
