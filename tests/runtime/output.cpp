// operator<< prints the text of an expression, and all formulas of a model.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/parse.hpp>

#include <iomanip>
#include <sstream>

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

TEST_CASE("a width counts for the whole text") {
    std::ostringstream out;
    out << std::setw(8) << w * x << '|';
    CHECK(out.str() == "     w*x|");
}

TEST_CASE("a model of several formulas is streamed line by line, each with its name") {
    auto const printed = [](model const& m) {
        std::ostringstream out;
        out << m;
        return out.str();
    };
    model const m = parse("(w*x - y)^2");
    CHECK(printed(m) == "(w*x - y)^2");
    CHECK(printed(diff(m, "w")) == "2*x*(w*x - y)");
    model const both = outputs(m, gradient(m, {"w", "q"}));
    CHECK(printed(both) == "f = (w*x - y)^2\nd/dw = 2*x*(w*x - y)\nd/dq = 0");
    CHECK(printed(both[1]) == "2*x*(w*x - y)");
    CHECK(both[1].name(0) == "d/dw");
    CHECK(printed(diff(both, "x")) == "d/dx = 2*w*(w*x - y)\nd/dx d/dw = 2*w*x + 2*(w*x - y)\nd/dx d/dq = 0");
    CHECK(printed(diff(both, "w", 2)) == "d^2/dw^2 = 2*x^2\nd^2/dw^2 d/dw = 0\nd^2/dw^2 d/dq = 0");
    CHECK(diff(m, "w", 0).name(0) == "f");
    CHECK_THROWS_AS(m.name(1), std::out_of_range);
}
