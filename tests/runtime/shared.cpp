// Models read at run time whose common parts have lines of their own.
#include <leibniz/algebra.hpp>
#include <leibniz/page.hpp>
#include <leibniz/parse.hpp>
#include <leibniz/parse/model_notation.hpp>

#include "../catch.hpp"
#include "../complaint.hpp"

#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

template <class E>
std::string streamed(E const& e) {
    std::ostringstream out;
    out << e;
    return out.str();
}

std::string refusal_of(std::string_view text) {
    return refusal([text] { parse(text); });
}

}  // namespace

TEST_CASE("both engines write the same lines") {
    constexpr auto g = gradient(pow<2>(let<"h">(tanh(w*x)) - y), wrt(w, x));
    model const m = gradient(parse("h := tanh(w*x); (h - y)^2"), {"w", "x"});
    CHECK(text(shared(m)) == "h = tanh(w*x)\nt1 = (1 - h^2)*(h - y)\nd/dw = 2*t1*x\nd/dx = 2*t1*w");
    CHECK(text(shared(m)) == text(shared(g)));
    CHECK(streamed(shared(m)) == streamed(shared(g)));
    CHECK(unicode(shared(m)) == unicode(shared(g)));
    CHECK(latex(shared(m)) == latex(shared(g)));
    CHECK(mathml(shared(m)) == mathml(shared(g)));
    CHECK(python(shared(m)) == python(shared(g)));
    CHECK(sympy(shared(m)) == sympy(shared(g)));
}

TEST_CASE("lines are data, too") {
    auto const lines = shared(outputs(parse("exp(x*y)"), parse("sin(exp(x*y))"))).lines<latex_style>();
    REQUIRE(lines.size() == 3);
    CHECK((lines[0].name == "t_{1}" && lines[0].formula == "\\exp(x\\,y)"));
    CHECK((lines[1].name == "f_{1}" && lines[1].formula == "t_{1}"));
    CHECK(lines[2].formula == "\\sin(t_{1})");
    model const fourth = diff(diff(diff(parse("exp(x)*y^2"), "x"), "x", 2), "y");
    CHECK(shared_model(fourth, true).written() == "d/dy d^3/dx^3 = 2*y*exp(x)");
    CHECK(unicode(shared_model(fourth, true)) == "∂⁴/∂y∂x³ = 2·y·exp(x)");
    CHECK(python(shared_model(fourth, true)) == "d4f_dydx3 = 2*y*np.exp(x)");
    auto const one = shared(parse("x + 1")).lines();
    REQUIRE(one.size() == 1);
    CHECK((one[0].name.empty() && one[0].formula == "x + 1"));
}

TEST_CASE("definitions of several texts keep their names") {
    model const both = outputs(parse("a := exp(x); a + sin(a)"), parse("a := cos(x); b := exp(x); b*a"));
    CHECK(text(shared(both)) == "a = exp(x)\nf1 = a + sin(a)\nf2 = a*cos(x)");
    model const slope = diff(parse("a := exp(x); a*sin(a)"), "x");
    CHECK(text(shared(slope)) == "a = exp(x)\na*(a*cos(a) + sin(a))");
    CHECK(text(shared(parse("a := exp(x); b := a + 1; b^2"))) == "a = exp(x)\nb = a + 1\nb^2");
}

TEST_CASE("definitions stand in lines of their own") {
    CHECK(parse("k = a*x\nk*exp(k)") == parse("a*x*exp(a*x)"));
    CHECK(parse("k = a*x\r\n\r\n  # a comment = 1\nj = k^2 # (\n-k + j") == parse("(a*x)^2 - a*x"));
    CHECK(parse("k =\n  a*\n  x\nk*2") == parse("2*a*x"));
    CHECK(parse("k = (a\n + x\n)\nk*2") == parse("2*(a + x)"));
    CHECK(parse("k = a\n  * x\nk*2") == parse("2*a*x"));
    CHECK(parse("k = 2*a;\nk*x") == parse("2*a*x"));
    CHECK(parse("k := 2*a; j = k^2\nj*k") == parse("8*a^3"));
    // An equation over several lines is none.
    for (char const* equation : {"y = m*x + b", "y = m*x\n  - b", "y = m*x\n + b", "y = m*x +\n b", "x*y = a\nx*y", "y = m*x\n", "k = 2*a; k*x"})
        CHECK(refusal_of(equation).find("= is no operator") != std::string::npos);
    CHECK(refusal_of("k = (a + x\nk*2").find("the bracket opened here is not closed") != std::string::npos);
    CHECK(refusal_of("k = 2*k\nk").find("k is used before its definition, or in it") != std::string::npos);
    CHECK(refusal_of("k = 2\nk = 3\nk").find("this name has a definition already") != std::string::npos);
    CHECK(refusal_of("sin = 2\nsin").find("a definition has the name of a function") != std::string::npos);
    CHECK(refusal_of("k = a\nf = k*x").find("= is no operator") != std::string::npos);
}

TEST_CASE("formulas whose text is endless have lines") {
    std::string deep = "u0 := x; ";
    for (int k = 0; k < 40; ++k) {
        std::string const u = "u" + std::to_string(k);
        deep += "u" + std::to_string(k + 1) + " := where(" + u + " < a, sin(" + u + "*w), " + u + "^2 + exp(-" + u + ")); ";
    }
    model const m = parse(deep + "u40"), g = gradient(m, {"w", "x"});
    CHECK_THROWS_AS(text(g), std::length_error);
    std::string const lines = text(shared(g));
    CHECK(lines.size() < 20'000);
    CHECK(lines.substr(0, 11) == "t1 = x < a\n");
    CHECK(lines.find("\nu1 = where(t1, ") != std::string::npos);
    CHECK(text(shared(parse(text(shared(m))))) == text(shared(m)));
    CHECK_THROWS_AS(text(shared(g), 1000), std::length_error);

    std::string chain;
    for (int k = 0; k < 1000; ++k) chain += "sin(";
    model const sines = parse(chain + "x" + std::string(1000, ')'));
    CHECK(parse(text(shared(sines))) == sines);
}

TEST_CASE("lines as a document") {
    document const of_expression = written_out(shared(gradient(exp(w*x)*y, wrt(w, y))));
    model const m = gradient(parse("exp(w*x)*y"), {"w", "y"});
    CHECK(text(of_expression) == "Formulas\n  t1   = exp(w*x)\n  d/dw = t1*x*y\n  d/dy = t1\n");
    for (document const& each : {of_expression, written_out(shared(m))}) {
        CHECK(markdown(each).view().find("| $\\frac{\\partial}{\\partial w}$ | $t_{1}\\,x\\,y$ |") != text_view::npos);
        CHECK(latex(each).view().find("\\frac{\\partial}{\\partial y} &= t_{1}\n") != text_view::npos);
        CHECK(html(each).view().find("<td><math><msub><mi>t</mi><mrow><mn>1</mn></mrow></msub></math></td>") != text_view::npos);
    }
    CHECK(text(written_out(shared(w*x))) == "Formulas\n  f = w*x\n");
}
