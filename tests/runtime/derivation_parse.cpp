// Derivations and hand calculations of formulas that are read at run time, and their documents.
#include "../catch.hpp"
#include "../streamed.hpp"

#include <leibniz/document/html.hpp>
#include <leibniz/document/picture.hpp>
#include <leibniz/parse.hpp>
#include <leibniz/parse/model_document.hpp>

#include <stdexcept>
#include <string>
#include <vector>

using namespace leibniz;

TEST_CASE("a model that was read is derived in the same steps") {
    model const loss = parse("(w*x - y)^2");
    CHECK(streamed(derivation(loss, "w")) ==
          "L = (w·x − y)²\n"
          "u = w·x − y\n"
          "∂L/∂u = 2u\n"
          "∂u/∂w = x\n"
          "∂L/∂w = ∂L/∂u · ∂u/∂w = 2·x·(w·x − y)\n");
    model_derivation const quotient = derivation<text_style>(parse("x/(1 + exp(x))"), "x", every_rule);
    CHECK(streamed(quotient) ==
          "∂/∂x (x/(exp(x) + 1)) = 1/(exp(x) + 1) - x/(exp(x) + 1)^2 * ∂/∂x (exp(x) + 1)    "
          "[quotient rule: ∂/∂x (u/v) = 1/v * ∂/∂x u - u/v^2 * ∂/∂x v, u = x, v = exp(x) + 1]\n"
          "  ∂/∂x (exp(x) + 1) = ∂/∂x exp(x) + ∂/∂x 1    [sum rule]\n"
          "    ∂/∂x exp(x) = exp(x)    [derivative of exp]\n"
          "    ∂/∂x 1 = 0    [constant]\n"
          "  = exp(x)\n"
          "= 1/(exp(x) + 1) - x*exp(x)/(exp(x) + 1)^2\n");
    CHECK(quotient.lines().size() == 6);
    CHECK(quotient.lines()[3].rule == "constant");
}

TEST_CASE("columns are columns, names that are not there are constant, faults are exceptions") {
    parse_options options;
    options.columns = {"x"};
    CHECK(streamed(derivation(parse("sum(x^2)", options), "x")) == "L = sum(x²)\n∂L/∂x = 2x\n");
    CHECK(streamed(derivation(parse("x^2"), "y")) == "L = x²\n∂L/∂y = 0\n");
    CHECK_THROWS_AS(derivation(parse("polygamma(x, y)"), "x"), std::domain_error);
    CHECK_THROWS_AS(derivation(parse("x*mean(x)", options), "x"), std::domain_error);
    std::string tower = "x";
    for (int k = 0; k < 40; ++k) tower = "sin(" + tower + "*" + (k < 14 ? tower : "x") + ")";
    CHECK_THROWS_AS(derivation(parse(tower, {.limits = {.characters = 1'000'000}}), "x", every_rule), std::length_error);
}

namespace {

struct half_square : unary {
    static constexpr text_view text = "half_square", latex = "\\operatorname{half}";
    static constexpr interval domain = real_line;
    template <class T>
    static T value(T u) { return u*u/2; }
    static constexpr term partial(auto u) { return u; }
};

std::vector<named_binding<double>> const at{{"w", 0.5}, {"x", 2.0}, {"y", 1.0}};
std::string letters_of(characters const& text) { return std::string(text.view()); }

}  // namespace

TEST_CASE("a hand calculation of a text is that of the same expression, in every form") {
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    // w enters twice, sigmoid(w*x) stands there twice, and y_ looks like y
    auto const ours = backpropagation(let<"E">(let<"h_1">(sigmoid(w*x))*(1_c - sigmoid(w*x)) + pow<2>(let<"h1">(w*x) - y)/2_c), wrt(w)).update(0.25)(w = 0.5, x = 2.0, y = 1.0);
    auto const theirs = backpropagation("h1 := w*x; h_1 := sigmoid(h1); E := h_1*(1 - sigmoid(h1)) + (h1 - y)^2/2; E", {"w"}, at, {.rate = 0.25});
    CHECK(theirs.gradient[0].value == ours.gradient[0].value);
    CHECK(theirs.update[0].value == ours.update[0].value);
    auto const one = backpropagation(pow<2>(w*x - y), wrt(w)).update(0.25)(w = 0.5, x = 2.0, y = 1.0);
    auto const same = backpropagation("(w*x - y)^2", {"w"}, at, {.rate = 0.25});
    CHECK(streamed(same) == streamed(one));
    CHECK(letters_of(html(written_out(same))) == letters_of(html(written_out(one))));
    CHECK(letters_of(svg(graph_of(same))) == letters_of(svg(graph_of(one))));
    CHECK(letters_of(html(derivation_document(parse("(w*x - y)^2"), "w"))) == letters_of(html(written_out(derivation(pow<2>(w*x - y), w)))));
    CHECK(letters_of(html(derivation_document(parse("x*exp(w)"), "w", every_rule))) == letters_of(html(written_out(derivation(x*exp(w), w, every_rule)))));
    CHECK(letters_of(html(written_out(same), "first-")).find("\"first-table1\"") != std::string::npos);
}

TEST_CASE("a hand calculation calls the reader's own functions and keeps to the limits of the reading") {
    auto const own = backpropagation<half_square>("half_square(w*x)", {"w"}, {{"w", 0.5}, {"x", 2.0}});
    CHECK(own.forward[1].value == 0.5);
    CHECK(own.gradient[0].value == 2);
    std::string const far = std::string(1 << 20, ' ') + "w*x";
    CHECK_THROWS_AS(backpropagation(far, {"w"}, {{"w", 0.5}, {"x", 2.0}}), syntax_error);
    CHECK(backpropagation(far, {"w"}, {{"w", 0.5}, {"x", 2.0}}, {.reading = {.limits = {.characters = 1 << 22}}}).gradient[0].value == 2);
}

TEST_CASE("what is not bound, or not there, or too large, is refused before any work") {
    CHECK_THROWS_WITH(backpropagation("w*x", {"w"}, {{"w", 1.0}}), "backpropagation: the symbol x has no value; add bind(\"x\", 2.0)");
    CHECK_THROWS_WITH(backpropagation("w*x", {"q"}, at), "backpropagation: the formula has no symbol q");
    CHECK_THROWS_WITH(backpropagation("w*x", {"w"}, {{"w", 1.0}, {"w", 2.0}, {"x", 2.0}}), "backpropagation: w is bound twice");
    CHECK_THROWS_WITH(backpropagation("w*x", {"w", "w"}, at), "backpropagation: w stands twice among the names; write it once");
    CHECK_THROWS_AS(backpropagation("w*(x", {"w"}, at), syntax_error);
    CHECK_THROWS_AS(backpropagation("polygamma(w, x)", {"w"}, at), std::domain_error);
    std::string sum = "w";
    for (int k = 0; k < 500; ++k) sum += "+ sin(" + std::to_string(k) + "*w)";
    CHECK_THROWS_AS(backpropagation(sum, {"w"}, at), std::length_error);
}
