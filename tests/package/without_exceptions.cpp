// Formulas that are known at run time, where there are no exceptions: all that this header says why it fails.
#include <leibniz/parse.hpp>
#include <leibniz/parse/matrices.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <cstdio>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

void say(std::string const& text) { std::puts(text.c_str()); }

}  // namespace

int main() {
    std::vector<named_binding<double>> const at{{"a", 0.5}, {"b", 2.0}, {"t", 0.25}};
    auto const m = try_parse("exp(-a*t)*sin(b*t)");
    auto const g = try_gradient(*m, {"a", "b"}), h = try_hessian(*m, {"a", "b"});
    say(*try_text(*g) + "\n" + latex(*g, 1));
    std::printf("%.12g %.12g\n", (*try_evaluate(*g, at))[0], (*try_evaluate(*h, at))[1]);
    say(*try_text(*try_simplify(*try_parse("sin(x)^2 + cos(x)^2 + x/2"))));
    say(*try_text(*try_diff(*try_parse("norm2(W*x - y)^2", shapes{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}}), "W")));

    say(try_parse("2*(x + 1").error());
    say(try_parse("W*x", shapes{{"W", "m", "n"}, {"x", "m"}}).error());
    say(try_evaluate(*m, std::vector<named_binding<double>>{{"a", 1.0}, {"b", 1.0}}).error());
    say(try_simplify(*m, {parse("x + 1")}).error());
    say(try_expand(parse("(a + b + c + d + e + f + g)^20")).error());
    say(try_text(*m, 3).error());
}
