// The hand calculation, line by line.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

#include <sstream>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

template <class Calculation>
std::string lines(Calculation const& calculation) {
    std::ostringstream out;
    out << calculation;
    return out.str();
}

constexpr auto linear = let<"loss">(pow<2>(let<"ŷ">(w * x) - y));
constexpr auto affine = let<"loss">(pow<2>(let<"ŷ">(w * x + b) - y));

}  // namespace

TEST_CASE("the first lesson: one weight") {
    CHECK(lines(backpropagation(linear, wrt(w))(w = 1.0, x = 2.0, y = 4.0)) ==
          "forward\n"
          "  ŷ    = w*x       = 1*2 = 2\n"
          "  loss = (ŷ - y)^2 = (2 - 4)^2 = 4\n"
          "local derivatives\n"
          "  ∂loss/∂ŷ = 2*(ŷ - y) = 2*(2 - 4) = -4\n"
          "  ∂ŷ/∂w    = x         = 2\n"
          "chain rule, backwards\n"
          "  ∂loss/∂w = ∂loss/∂ŷ * ∂ŷ/∂w = (-4)*2 = -8\n"
          "gradient\n"
          "  ∂loss/∂w = 2*x*(w*x - y) = 2*2*(1*2 - 4) = -8\n");
}

TEST_CASE("the second lesson: a weight and a bias") {
    CHECK(lines(backpropagation(affine, wrt(w, b))(x = 1.0, y = 2.0, w = 1.0, b = 2.0)) ==
          "forward\n"
          "  ŷ    = w*x + b   = 1*1 + 2 = 3\n"
          "  loss = (ŷ - y)^2 = (3 - 2)^2 = 1\n"
          "local derivatives\n"
          "  ∂loss/∂ŷ = 2*(ŷ - y) = 2*(3 - 2) = 2\n"
          "  ∂ŷ/∂w    = x         = 1\n"
          "  ∂ŷ/∂b    = 1\n"
          "chain rule, backwards\n"
          "  ∂loss/∂w = ∂loss/∂ŷ * ∂ŷ/∂w = 2*1 = 2\n"
          "  ∂loss/∂b = ∂loss/∂ŷ * ∂ŷ/∂b = 2*1 = 2\n"
          "gradient\n"
          "  ∂loss/∂w = 2*x*(w*x + b - y) = 2*1*(1*1 + 2 - 2) = 2\n"
          "  ∂loss/∂b = 2*(w*x + b - y)   = 2*(1*1 + 2 - 2) = 2\n");
}

TEST_CASE("without names every operation is a step") {
    CHECK(lines(backpropagation(pow<2>(w * x - y), wrt(w))(w = 1.0, x = 2.0, y = 4.0)) ==
          "forward\n"
          "  u1 = w*x    = 1*2 = 2\n"
          "  u2 = u1 - y = 2 - 4 = -2\n"
          "  L  = u2^2   = (-2)^2 = 4\n"
          "local derivatives\n"
          "  ∂L/∂u2  = 2*u2 = 2*(-2) = -4\n"
          "  ∂u2/∂u1 = 1\n"
          "  ∂u1/∂w  = x    = 2\n"
          "chain rule, backwards\n"
          "  ∂L/∂u1 = ∂L/∂u2 * ∂u2/∂u1 = (-4)*1 = -4\n"
          "  ∂L/∂w  = ∂L/∂u1 * ∂u1/∂w  = (-4)*2 = -8\n"
          "gradient\n"
          "  ∂L/∂w = 2*x*(w*x - y) = 2*2*(1*2 - 4) = -8\n");
}

TEST_CASE("two ways through the model are added") {
    auto const calculation = backpropagation(let<"s">(let<"h">(w * x) * (let<"h">(w * x) + let<"k">(exp(w)))), wrt(w))(w = 0.0, x = 3.0);
    REQUIRE(calculation.forward.size() == 3);
    CHECK(calculation.forward[0].name == "h");
    CHECK(calculation.forward[1].name == "k");
    CHECK(calculation.forward[2].formula == "h*(h + k)");
    REQUIRE(calculation.local.size() == 4);
    REQUIRE(calculation.chain.size() == 1);
    CHECK(calculation.chain[0].name == "∂s/∂w");
    CHECK(calculation.chain[0].formula == "∂s/∂k * ∂k/∂w + ∂s/∂h * ∂h/∂w");
    CHECK(calculation.chain[0].numbers == "0*1 + 1*3");
    CHECK(calculation.chain[0].value == 3.0);
    REQUIRE(calculation.gradient.size() == 1);
    CHECK(calculation.gradient[0].value == 3.0);
}

TEST_CASE("the chain rule and the derived gradient arrive at the same numbers") {
    auto const model = pow<2>(let<"o">(sigmoid(b * let<"h">(sigmoid(w * x)) + w)) - y) / 2_c;
    for (double at : {-1.5, -0.2, 0.4, 2.0}) {
        auto const calculation = backpropagation(model, wrt(w, b))(w = at, b = 1.0 - at, x = 0.7, y = 0.25);
        REQUIRE(calculation.gradient.size() == 2);
        REQUIRE(calculation.chain.size() >= 2);
        auto const& chain = calculation.chain;
        CHECK(calculation.gradient[0].value == Approx(chain[chain.size() - 2].value).epsilon(1e-12));
        CHECK(calculation.gradient[1].value == Approx(chain[chain.size() - 1].value).epsilon(1e-12));
        CHECK(calculation.gradient[0].value == Approx(evaluate(diff(model, w), w = at, b = 1.0 - at, x = 0.7, y = 0.25)).epsilon(1e-12));
    }
}

TEST_CASE("integers and constants are calculated exactly, floating numbers in their own type") {
    auto const exact = backpropagation(linear, wrt(w))(w = 1.8_c, x = 2, y = 4);
    STATIC_REQUIRE(std::is_same_v<decltype(exact), hand_calculation<rational> const>);
    CHECK(exact.forward[0].numbers == "1.8*2");
    CHECK(exact.forward[1].value == rational(4, 25));
    CHECK(exact.gradient[0].value == rational(-8, 5));
    CHECK(lines(exact).find("  loss = (ŷ - y)^2 = (3.6 - 4)^2 = 0.16\n") != std::string::npos);
    CHECK(lines(exact).find("  ∂loss/∂w = 2*x*(w*x - y) = 2*2*(1.8*2 - 4) = -1.6\n") != std::string::npos);

    auto const single = backpropagation(linear, wrt(w))(w = 1.8f, x = 2.0f, y = 4.0f);
    STATIC_REQUIRE(std::is_same_v<decltype(single), hand_calculation<float> const>);
    CHECK(single.forward[0].value == 1.8f * 2.0f);
}

TEST_CASE("negative numbers and fractions are put in parentheses where they need to be") {
    CHECK(lines(backpropagation(let<"L">(w * x - y), wrt(w))(w = -1.0, x = -2.0, y = -0.5)) ==
          "forward\n"
          "  L = w*x - y = -1*(-2) - (-0.5) = 2.5\n"
          "local derivatives\n"
          "  ∂L/∂w = x = -2\n"
          "gradient\n"
          "  ∂L/∂w = x = -2\n");
    auto const thirds = backpropagation(let<"L">(w / x - pow<2>(y)), wrt(y))(w = constant<1, 3>{}, x = constant<2, 7>{}, y = constant<-1, 3>{});
    CHECK(thirds.forward[0].numbers == "1/3/(2/7) - (-1/3)^2");
    CHECK(thirds.forward[0].value == rational(19, 18));
}
