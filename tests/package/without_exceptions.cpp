// Formulas that are known at run time, where there are no exceptions: all that this header says why it fails.
#include <leibniz/parse.hpp>
#include <leibniz/parse/matrices.hpp>
#include <leibniz/parse/model_backpropagation.hpp>
#include <leibniz/parse/model_derivation.hpp>
#include <leibniz/parse/model_directional.hpp>
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
    say(*try_text(*g) + "\n" + *try_latex(*g, 1));
    std::printf("%.12g %.12g\n", (*try_evaluate(*g, at))[0], (*try_evaluate(*h, at))[1]);
    say(*try_text(*try_simplify(*try_parse("sin(x)^2 + cos(x)^2 + x/2"))));
    say(*try_text(*try_diff(*try_parse("norm2(W*x - y)^2", shapes{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}}), "W")));

    model const square = *try_parse("(w*x)^2");
    say(*try_text(*try_substitute(square, bind("x", *try_parse("u + 1")))) + "\n" + *try_text(*try_jvp(square, "w", "v")));
    say(text(*try_equivalent(square, *try_parse("w^2*x^2"))) + "\n" + *try_text(try_coefficients(square, "x")->at(2)));
    say(*try_c_code(*try_outputs(square, *try_diff(square, "w", "x"))));
    auto const steps = try_derivation<text_style>(square, "w");
    for (derivation_line const& line : steps->lines()) say(std::string(line.before) + " = " + std::string(line.after));
    std::printf("%g\n", try_backpropagation("(w*x)^2", {"w"}, {{"w", 1.0}, {"x", 2.0}})->gradient[0].value);

    say(try_parse("2*(x + 1").error());
    say(try_parse("W*x", shapes{{"W", "m", "n"}, {"x", "m"}}).error());
    say(try_evaluate(*m, std::vector<named_binding<double>>{{"a", 1.0}, {"b", 1.0}}).error());
    say(try_simplify(*m, {parse("x + 1")}).error());
    say(try_expand(parse("(a + b + c + d + e + f + g)^20")).error());
    say(try_text(*m, 3).error());
    say(try_substitute(*m, {{"a", *m}, {"a", *m}}).error());
    say(try_equivalent(*g, *g).error());
    say(try_outputs(*m, *try_parse("t", {.columns = {"t"}})).error());
    say(try_diff(*try_parse("tan(t)*sum(t)^2", {.columns = {"t"}}), "t", "t").error());
    say(try_jvp(*m, "a", "2").error());
    say(try_coefficients(*m, "t").error());
    say(try_degree(*g, "t").error());
    say(try_latex(*m, 3).error());
    say(try_c_code(*m, "double").error());
    say(try_derivation(*m, "t", main_steps, 5).error());
    say(try_backpropagation("w*x", {"q"}, {{"w", 1.0}, {"x", 2.0}}).error());
    say(try_evaluate(*g, at)->try_at(2).error());
}
