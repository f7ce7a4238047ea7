// The engine is ordinary code: a model built, differentiated, printed and evaluated at run time gives what the compiler
// gives.
#include "../catch.hpp"

#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/evaluate/valued.hpp>
#include <leibniz/leibniz.hpp>

#include <cmath>
#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

view whole(graph const& g, int const& root) {
    return {.nodes = g.begin(), .operands = g.operands(), .roots = &root, .node_count = g.size(), .root_count = 1};
}

std::string printed(term t) {
    int const root = t.index();
    buffer<char> const text = written_text(whole(t.in(), root));
    return {text.begin(), text.end()};
}

term derivative_of(term t, term by, bool further = false) {
    term const result(t.in(), differentiate(t.in(), t.index(), by.index(), further));
    REQUIRE(!t.in().faults.lacks_partials);
    return result;
}

double value_of(term t, double at_w, double at_b, double at_x, double at_y) {
    int const root = t.index();
    program const p = valued(program(whole(t.in(), root)));
    buffer<double> inputs;
    for (variable_name const& v : p.variables)
        inputs.push(v.name == "w" ? at_w : v.name == "b" ? at_b : v.name == "x" ? at_x : at_y);
    return interpret(p, inputs)[p.roots[0]];
}

/// The model of the type E, lowered at run time.
template <class E>
term lowered(graph& g, E) {
    return {g, lowering(g)(as_written<E>)};
}

struct variables_of {
    graph g{rules};
    term w{g, g.symbol("w")}, b{g, g.symbol("b")}, x{g, g.symbol("x")}, y{g, g.symbol("y")};
};

template <class E>
void compare(E e, variables_of& v, term t) {
    REQUIRE(t == lowered(v.g, e));
    CHECK(printed(t) == text(e));
    CHECK(printed(derivative_of(t, v.w)) == text(diff(e, w)));
    CHECK(printed(derivative_of(derivative_of(t, v.w), v.x, true)) == text(diff(e, w, x)));
    CHECK(derivative_of(t, v.b) == lowered(v.g, diff(e, b)));
    CHECK(value_of(t, 0.3, -0.2, 1.7, 0.9) == evaluate(e + 0_c * w * b * x * y, w = 0.3, b = -0.2, x = 1.7, y = 0.9));
    CHECK(value_of(derivative_of(t, v.w), 0.3, -0.2, 1.7, 0.9) ==
          evaluate(diff(e, w) + 0_c * w * b * x * y, w = 0.3, b = -0.2, x = 1.7, y = 0.9));
}

}  // namespace

TEST_CASE("terms at run time and expressions at compile time are the same formulas") {
    variables_of v;
    compare(pow<2>(w * x - y), v, pow<2>(v.w * v.x - v.y));
    compare(pow<2>(w * x + b - y), v, pow<2>(v.w * v.x + v.b - v.y));
    compare(exp(-w * x) * sin(b), v, exp(-v.w * v.x) * sin(v.b));
    compare(log(1_c + pow<2>(w)) / (x + y), v, log(1 + pow<2>(v.w)) / (v.x + v.y));
    compare(sigmoid(w * x + b) - tanh(w) * cos(x), v, sigmoid(v.w * v.x + v.b) - tanh(v.w) * cos(v.x));
    compare(pow(x, w) + sqrt(x) / 2_c, v, pow(v.x, v.w) + sqrt(v.x) / 2);
    compare((1_c - w) / (2_c / b) + (x - 3_c) * (5_c + y), v, (1 - v.w) / (2 / v.b) + (v.x - 3) * (5 + v.y));
    compare((w - b) * (x - 0.5_c), v, (v.w - v.b) * (v.x - rational(1, 2)));
}

TEST_CASE("the number of layers of a model may be known at run time only") {
    graph g(rules);
    term const v(g, g.symbol("x"));
    term model = v;
    int layers = 0;
    for (; layers < 3; ++layers) model = tanh(model);
    CHECK(printed(model) == "tanh(tanh(tanh(x)))");
    CHECK(printed(model) == text(tanh(tanh(tanh(x)))));
    CHECK(printed(derivative_of(model, v)) == text(diff(tanh(tanh(tanh(x))), x)));
}

TEST_CASE("names may come from anywhere") {
    std::string const name = std::string("wei") + "ght";
    graph g(rules);
    term const weight(g, g.symbol(name));
    CHECK(printed(derivative_of(pow<3>(weight), weight)) == "3*weight^2");
}

TEST_CASE("a formula without symbols has a value at run time, too") {
    double const two = evaluate(2_c), whole = evaluate(sum(2_c)), root = evaluate(sqrt(2_c));  // nothing is read that was not written
    CHECK(two == 2);
    CHECK(whole == 2);
    CHECK(root == std::sqrt(2.0));
}
