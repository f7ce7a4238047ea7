// operator<< prints the text of an expression, and all formulas of a model.
#include "../catch.hpp"
#include "../streamed.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/parse.hpp>

#include <array>
#include <iomanip>
#include <sstream>
#include <string>

using namespace leibniz;

namespace {
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
}  // namespace

TEST_CASE("an expression is streamed as its text") {
    std::ostringstream out;
    out << pow<2>(w * x - y) << "; " << diff(pow<2>(w * x - y), w) << "; " << w << "; " << -0.5_c;
    CHECK(out.str() == "(w*x - y)^2; 2*x*(w*x - y); w; -1/2");
}

TEST_CASE("gradients, Hessians, Jacobians and outputs are streamed line by line, as a model at run time is") {
    constexpr auto loss = pow<2>(w * x - y);
    model const m = parse("(w*x - y)^2");
    CHECK(streamed(gradient(loss, wrt(w, y))) == "d/dw = 2*x*(w*x - y)\nd/dy = -2*(w*x - y)");
    CHECK(streamed(gradient(loss, wrt(w, y))) == streamed(gradient(m, {"w", "y"})));
    CHECK(streamed(gradient(loss, wrt(w))) == "2*x*(w*x - y)");
    CHECK(streamed(outputs(loss, gradient(loss, wrt(w, y)))) == streamed(outputs(m, gradient(m, {"w", "y"}))));
    CHECK(streamed(hessian(loss, wrt(w, y))) == "d^2/dw^2 = 2*x^2\nd/dw d/dy = -2*x\nd/dy d/dw = -2*x\nd^2/dy^2 = 2");
    CHECK(streamed(jacobian(outputs(w * x, w + y), wrt(w, y))) == "d/dw f1 = x\nd/dy f1 = 0\nd/dw f2 = 1\nd/dy f2 = 1");
    CHECK(streamed(jacobian(outputs(w * x), wrt(w, x))) == "d/dw = x\nd/dx = w");
    CHECK(streamed(outputs(w, gradient(loss, wrt(w)), x)) == "f1 = w\nd/dw = 2*x*(w*x - y)\nf2 = x");
    CHECK(streamed(vjp(outputs(w * x), wrt(w), y)) == "x*y");
}

TEST_CASE("what evaluate gives is streamed by symbol or place") {
    constexpr auto loss = pow<2>(w * x - y);
    auto const at = values(w = 1.0, x = 2.0, y = 4.5);
    CHECK(streamed(at) == "w = 1, x = 2, y = 4.5");
    CHECK(streamed(evaluate(gradient(loss, wrt(w, y)), at)) == "w = -10, y = 5");
    CHECK(streamed(evaluate(outputs(loss, w * x), at)) == "6.25, 2");
    CHECK(streamed(evaluate(outputs(loss, gradient(loss, wrt(w, y))), at)) == "6.25\nw = -10, y = 5");
    CHECK(streamed(evaluate(hessian(loss, wrt(w, y)), at)) == "8, -4\n-4, 2");
    CHECK(streamed(evaluate(jacobian(outputs(w * x, w + y), wrt(w, y)), at)) == "2, 0\n1, 1");
    CHECK(streamed(evaluate(gradient(loss, wrt(w, y)), w = 1_c, x = 2_c, y = 4.5_c)) == "w = -10, y = 5");
}

TEST_CASE("a family of many symbols is streamed, too") {
    constexpr symbols<"v", 300> v;
    auto const at = values(v = std::array<double, 300>{});
    std::string const all = streamed(at);
    CHECK(all.substr(0, 20) == "v0 = 0, v1 = 0, v2 =");
    CHECK(all.substr(all.size() - 8) == "v299 = 0");
}

TEST_CASE("a width counts for the whole text") {
    std::ostringstream out;
    out << std::setw(8) << w * x << '|';
    CHECK(out.str() == "     w*x|");
}

TEST_CASE("a model of several formulas is streamed line by line, each with its name") {
    model const m = parse("(w*x - y)^2");
    CHECK(streamed(m) == "(w*x - y)^2");
    CHECK(streamed(diff(m, "w")) == "2*x*(w*x - y)");
    model const both = outputs(m, gradient(m, {"w", "q"}));
    CHECK(streamed(both) == "f = (w*x - y)^2\nd/dw = 2*x*(w*x - y)\nd/dq = 0");
    CHECK(streamed(both[1]) == "2*x*(w*x - y)");
    CHECK(both[1].name(0) == "d/dw");
    CHECK(streamed(diff(both, "x")) == "d/dx = 2*w*(w*x - y)\nd/dx d/dw = 2*w*x + 2*(w*x - y)\nd/dx d/dq = 0");
    CHECK(streamed(diff(both, "w", 2)) == "d^2/dw^2 = 2*x^2\nd^2/dw^2 d/dw = 0\nd^2/dw^2 d/dq = 0");
    CHECK(diff(m, "w", 0).name(0) == "f");
    CHECK_THROWS_AS(m.name(1), std::out_of_range);
}
