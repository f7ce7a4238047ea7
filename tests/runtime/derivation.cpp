// Derivations step by step, as they are printed.
#include "../catch.hpp"
#include "../streamed.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/derivation.hpp>

#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr column<"c"> c;

struct doubling;
template <class U>
constexpr applied<doubling, U> twice(U u) { return apply<doubling>(u); }

/// A function of the user's own, 2*u.
struct doubling : unary {
    static constexpr char const *text = "twice", *latex = "\\operatorname{twice}";
    template <class T>
    static constexpr T value(T u) { return u + u; }
    static constexpr term partial(auto u) { return u.number(2); }
};

}  // namespace

TEST_CASE("the first lesson") {
    constexpr auto loss = pow<2>(w * x - y);
    CHECK(streamed(derivation(loss, w)) ==
          "L = (w·x − y)²\n"
          "u = w·x − y\n"
          "∂L/∂u = 2u\n"
          "∂u/∂w = x\n"
          "∂L/∂w = ∂L/∂u · ∂u/∂w = 2·x·(w·x − y)\n");
    CHECK(streamed(derivation(loss, w, every_rule)) ==
          "∂/∂w (w·x − y)² = 2·(w·x − y) · ∂/∂w (w·x − y)    [power rule: ∂/∂u u² = 2u, u = w·x − y]\n"
          "  ∂/∂w (w·x − y) = ∂/∂w (w·x) − ∂/∂w y    [sum rule]\n"
          "    ∂/∂w (w·x) = x    [constant factor]\n"
          "    ∂/∂w y = 0    [constant]\n"
          "  = x\n"
          "= 2·x·(w·x − y)\n");
}

TEST_CASE("the second lesson: nothing inside of the square is worth a name where its derivative is 1") {
    constexpr auto loss = pow<2>(w * x + b - y);
    CHECK(streamed(derivation(loss, w)) ==
          "L = (w·x + b − y)²\n"
          "u = w·x + b − y\n"
          "∂L/∂u = 2u\n"
          "∂u/∂w = x\n"
          "∂L/∂w = ∂L/∂u · ∂u/∂w = 2·x·(w·x + b − y)\n");
    CHECK(streamed(derivation(loss, b)) ==
          "L = (w·x + b − y)²\n"
          "∂L/∂b = 2·(w·x + b − y)\n");
}

TEST_CASE("a quotient") {
    CHECK(streamed(derivation(w * x / (w + y), w)) ==
          "L = w·x/(w + y)\n"
          "u = w·x\n"
          "v = w + y\n"
          "∂L/∂u = 1/v\n"
          "∂L/∂v = −u/v²\n"
          "∂u/∂w = x\n"
          "∂v/∂w = 1\n"
          "∂L/∂w = ∂L/∂u · ∂u/∂w + ∂L/∂v · ∂v/∂w = x/(w + y) − w·x/(w + y)²\n");
    CHECK(streamed(derivation(x / sin(x), x, every_rule)) ==
          "∂/∂x (x/sin(x)) = 1/sin(x) − x/sin(x)² · ∂/∂x sin(x)    "
          "[quotient rule: ∂/∂x (u/v) = 1/v · ∂/∂x u − u/v² · ∂/∂x v, u = x, v = sin(x)]\n"
          "  ∂/∂x sin(x) = cos(x)    [derivative of sin]\n"
          "= 1/sin(x) − x·cos(x)/sin(x)²\n");
}

TEST_CASE("a product, and a variable in several places") {
    CHECK(streamed(derivation(x * sin(x), x)) ==
          "L = x·sin(x)\n"
          "u = x\n"
          "v = sin(x)\n"
          "∂L/∂u = v\n"
          "∂L/∂v = u\n"
          "∂u/∂x = 1\n"
          "∂v/∂x = cos(x)\n"
          "∂L/∂x = ∂L/∂u · ∂u/∂x + ∂L/∂v · ∂v/∂x = x·cos(x) + sin(x)\n");
    CHECK(streamed(derivation(x * sin(x), x, every_rule)) ==
          "∂/∂x (x·sin(x)) = sin(x) + x · ∂/∂x sin(x)    [product rule: ∂/∂x (u·v) = v · ∂/∂x u + u · ∂/∂x v]\n"
          "  ∂/∂x sin(x) = cos(x)    [derivative of sin]\n"
          "= x·cos(x) + sin(x)\n");
    CHECK(streamed(derivation(w * w, w, every_rule)) ==
          "∂/∂w (w·w) = w + w    [product rule: ∂/∂w (u·v) = v · ∂/∂w u + u · ∂/∂w v]\n"
          "= 2w\n");
}

TEST_CASE("a function of the table shows its row") {
    CHECK(streamed(derivation(sigmoid(w * x), w, every_rule)) ==
          "∂/∂w sigmoid(w·x) = sigmoid(w·x)·(1 − sigmoid(w·x)) · ∂/∂w (w·x)    "
          "[chain rule: ∂/∂u sigmoid(u) = sigmoid(u)·(1 − sigmoid(u)), u = w·x]\n"
          "  ∂/∂w (w·x) = x    [constant factor]\n"
          "= x·sigmoid(w·x)·(1 − sigmoid(w·x))\n");
    CHECK(streamed(derivation(twice(w * x), w)) ==
          "L = twice(w·x)\n"
          "u = w·x\n"
          "∂L/∂u = 2\n"
          "∂u/∂w = x\n"
          "∂L/∂w = ∂L/∂u · ∂u/∂w = 2x\n");
}

TEST_CASE("a chain of three") {
    CHECK(streamed(derivation(exp(sin(pow<2>(x))), x)) ==
          "L = exp(sin(x²))\n"
          "u = sin(v)\n"
          "v = x²\n"
          "∂L/∂u = exp(u)\n"
          "∂u/∂v = cos(v)\n"
          "∂v/∂x = 2x\n"
          "∂L/∂x = ∂L/∂u · ∂u/∂v · ∂v/∂x = 2·x·cos(x²)·exp(sin(x²))\n");
}

TEST_CASE("ways that meet again are added where they meet") {
    CHECK(streamed(derivation(sin(exp(w * x)) + pow<2>(exp(w * x)), w)) ==
          "L = exp(w·x)² + sin(exp(w·x))\n"
          "u = exp(v)\n"
          "v = w·x\n"
          "∂L/∂u = 2·u + cos(u)\n"
          "∂u/∂v = exp(v)\n"
          "∂v/∂w = x\n"
          "∂L/∂w = ∂L/∂u · ∂u/∂v · ∂v/∂w = x·exp(w·x)·(cos(exp(w·x)) + 2·exp(w·x))\n");
    CHECK(streamed(derivation(sin(2_c * exp(w * x)) + pow<2>(y * exp(w * x)), w)).find("∂L/∂s = ∂L/∂u · ∂u/∂s + ∂L/∂v · ∂v/∂s = ") != std::string::npos);
}

TEST_CASE("powers whose exponent varies") {
    CHECK(streamed(derivation(pow(x, sin(x)), x, every_rule)) ==
          "∂/∂x x^sin(x) = x^(sin(x) − 1)·sin(x) + x^sin(x)·log(x) · ∂/∂x sin(x)    [power and exponential rule: "
          "∂/∂x u^v = u^(v − 1)·v · ∂/∂x u + u^v·log(u) · ∂/∂x v, u = x, v = sin(x); for x > 0]\n"
          "  ∂/∂x sin(x) = cos(x)    [derivative of sin]\n"
          "= x^sin(x)·cos(x)·log(x) + x^(sin(x) − 1)·sin(x)\n");
    CHECK(streamed(derivation(pow(2_c, x), x, every_rule)) ==
          "∂/∂x 2^x = 2^x·log(2)    [exponential rule: ∂/∂v 2^v = 2^v·log(2), v = x]\n");
}

TEST_CASE("a choice takes the derivative of its branch") {
    CHECK(streamed(derivation(where(x > 0_c, pow<2>(x), exp(2_c * x)), x)) ==
          "L = where(x > 0, x², exp(2·x))\n"
          "u = x²\n"
          "v = exp(s)\n"
          "s = 2x\n"
          "∂L/∂u = where(x > 0, 1, 0)\n"
          "∂L/∂v = where(x > 0, 0, 1)\n"
          "∂u/∂x = 2x\n"
          "∂v/∂s = exp(s)\n"
          "∂s/∂x = 2\n"
          "∂L/∂x = ∂L/∂u · ∂u/∂x + ∂L/∂v · ∂v/∂s · ∂s/∂x = where(x > 0, 2·x, 2·exp(2·x))\n");
}

TEST_CASE("names that the user gave are those of the steps; no other takes one that is taken") {
    constexpr auto loss = let<"loss">(pow<2>(let<"ŷ">(w * x) - y));
    CHECK(streamed(derivation(loss, w)) ==
          "loss = (ŷ − y)²\n"
          "ŷ = w·x\n"
          "∂loss/∂ŷ = 2·(ŷ − y)\n"
          "∂ŷ/∂w = x\n"
          "∂loss/∂w = ∂loss/∂ŷ · ∂ŷ/∂w = 2·x·(w·x − y)\n");
    constexpr symbol<"u"> u;
    constexpr symbol<"L"> L;
    CHECK(streamed(derivation(exp(L * u) + let<"v">(pow<2>(y)), u)) ==
          "L₁ = y² + exp(L·u)\n"
          "s = L·u\n"
          "∂L₁/∂s = exp(s)\n"
          "∂s/∂u = L\n"
          "∂L₁/∂u = ∂L₁/∂s · ∂s/∂u = L·exp(L·u)\n");
}

TEST_CASE("sums and means over rows are differentiated term by term, entries of a column one by one") {
    CHECK(streamed(derivation(mean(pow<2>(w * x - y)), w)) ==
          "L = mean((w·x − y)²)\n"
          "u = v²\n"
          "v = w·x − y\n"
          "∂u/∂v = 2v\n"
          "∂v/∂w = x\n"
          "∂u/∂w = ∂u/∂v · ∂v/∂w = 2·x·(w·x − y)\n"
          "∂L/∂w = mean(∂u/∂w) = 2·mean(x·(w·x − y))\n");
    CHECK(streamed(derivation(mean(sin(w * x)), w, every_rule)) ==
          "∂/∂w mean(sin(w·x)) = mean(∂/∂w sin(w·x))    [mean over rows, term by term]\n"
          "  ∂/∂w sin(w·x) = cos(w·x) · ∂/∂w (w·x)    [chain rule: ∂/∂u sin(u) = cos(u), u = w·x]\n"
          "    ∂/∂w (w·x) = x    [constant factor]\n"
          "  = x·cos(w·x)\n"
          "= mean(x·cos(w·x))\n");
    CHECK(streamed(derivation(mean(3_c * pow<2>(c + 2_c)), c, every_rule)) ==
          "∂/∂c mean(3·(c + 2)²) = 6·(c + 2)/sum(1)    [one entry of a column]\n");
    CHECK(streamed(derivation(mean(exp(w * c)), c)).find("∂L/∂c = 1/sum(1) · ∂u/∂c = w·exp(c·w)/sum(1)\n") != std::string::npos);
}

TEST_CASE("identities are shown with their condition; what is held constant has the derivative 0") {
    CHECK(streamed(derivation(sqrt(pow<2>(x)) + x / x, x, every_rule)) ==
          "∂/∂x (√(x²) + x/x) = ∂/∂x √(x²) + ∂/∂x (x/x)    [sum rule]\n"
          "  √(x²) = abs(x)    [identity]\n"
          "  ∂/∂x abs(x) = sign(x)    [derivative of abs]\n"
          "  x/x = 1    [identity; for x ≠ 0]\n"
          "  ∂/∂x 1 = 0    [constant]\n"
          "= sign(x)\n");
    CHECK(streamed(derivation(x / x, x)) ==
          "L = x/x = 1    [for x ≠ 0]\n"
          "∂L/∂x = 0\n");
    CHECK(streamed(derivation(x * stop_gradient(x), x, every_rule)) ==
          "∂/∂x (x·stop_gradient(x)) = stop_gradient(x) + x · ∂/∂x stop_gradient(x)    [product rule: ∂/∂x (u·v) = v · ∂/∂x u + u · ∂/∂x v]\n"
          "  ∂/∂x stop_gradient(x) = 0    [derivative of stop_gradient]\n"
          "= stop_gradient(x)\n");
}

TEST_CASE("where the rules give another form than diff, the last line says that it was rearranged") {
    constexpr auto loss = pow<2>(w * x + w * w);
    std::string const steps = streamed(derivation(loss, w)), rules_of_all = streamed(derivation(loss, w, every_rule));
    CHECK(steps.find("∂L/∂w = ∂L/∂u · ∂u/∂w = 2·(w² + w·x)·(2·w + x) = 4·w·(w² + w·x) + 2·x·(w² + w·x)\n") != std::string::npos);
    CHECK(rules_of_all.find("\n= 2·(w² + w·x)·(2·w + x)\n") != std::string::npos);
    CHECK(rules_of_all.find("4·w·(w² + w·x) + 2·x·(w² + w·x)    [rearranged]\n") != std::string::npos);
}

TEST_CASE("a derivative that holds another name constant is told from the one that does not") {
    std::string const steps = streamed(derivation(let<"L">(let<"h">(w * x) * let<"k">(exp(let<"h">(w * x)))), w));
    CHECK(steps.find("exp(h)\n∂L/∂h (direct) = k\n∂L/∂k = h\n∂k/∂h = exp(h)\n") != std::string::npos);
    CHECK(steps.find("\n∂L/∂h = ∂L/∂h (direct) + ∂L/∂k · ∂k/∂h = ") != std::string::npos);
    CHECK(steps.find("\n∂L/∂w = ∂L/∂h · ∂h/∂w = ") != std::string::npos);
    CHECK(streamed(derivation(let<"L">(let<"h">(w * x) * let<"k">(exp(w))), w)).find("direct") == std::string::npos);
}

TEST_CASE("what is written twice is derived once") {
    CHECK(streamed(derivation(pow<2>(sin(w * x)) + exp(sin(w * x)), w, every_rule)).find("    ∂/∂w sin(w·x) = x·cos(w·x)    [as above]\n") !=
          std::string::npos);
}

TEST_CASE("leaves, and formulas that are derivatives themselves") {
    CHECK(streamed(derivation(x, x)) == "L = x\n∂L/∂x = 1\n");
    CHECK(streamed(derivation(y, x, every_rule)) == "∂/∂x y = 0    [constant]\n");
    CHECK(streamed(derivation(diff(pow<2>(w * x - y), w), w)) == "L = 2·x·(w·x − y)\n∂L/∂w = 2·x²\n");
    CHECK(streamed(derivation(1_c / (1_c / (w * x)), w)).find("∂L/∂w = x\n") != std::string::npos);
}

TEST_CASE("what is too long for a compiler is worked out when it is printed") {
    constexpr auto parabola = []<long long N>(constant<N> n) { return pow<2>(w * x - n) * exp(w * n) * sin(y * w + n); };
    constexpr auto loss = parabola(1_c) + parabola(2_c) + parabola(3_c) + parabola(4_c);
    STATIC_REQUIRE(detail::derivation_work<std::remove_const_t<decltype(loss)>, symbol<"w">, as_every_rule, unicode_style>::is_long);
    std::string const all = streamed(derivation(loss, w, every_rule));
    int powers = 0;
    for (std::size_t at = all.find("[power rule"); at != std::string::npos; at = all.find("[power rule", at + 1)) ++powers;
    CHECK(powers == 4);
    buffer<char> const slope = written_text<unicode_style>(canonical<decltype(diff(loss, w))>);
    CHECK(all.find("= " + std::string(slope.begin(), slope.end())) != std::string::npos);
}
