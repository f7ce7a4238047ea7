// The hand calculation, line by line.
#include "../catch.hpp"
#include "../streamed.hpp"

#include <leibniz/backpropagation.hpp>
#include <leibniz/leibniz.hpp>

#include <array>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto linear = let<"loss">(pow<2>(let<"ŷ">(w * x) - y));
constexpr auto affine = let<"loss">(pow<2>(let<"ŷ">(w * x + b) - y));

}  // namespace

TEST_CASE("the first lesson: one weight") {
    CHECK(streamed(backpropagation(linear, wrt(w))(w = 1.0, x = 2.0, y = 4.0)) ==
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
    CHECK(streamed(backpropagation(affine, wrt(w, b))(x = 1.0, y = 2.0, w = 1.0, b = 2.0)) ==
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
    CHECK(streamed(backpropagation(pow<2>(w * x - y), wrt(w))(w = 1.0, x = 2.0, y = 4.0)) ==
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

TEST_CASE("steps stand in the order in which they were written, the gradient in the usual one") {
    auto const calculation = backpropagation(pow<2>(y - (x * w + b)), wrt(w))(w = 2.0, b = 3.0, x = 5.0, y = 7.0);
    REQUIRE(calculation.forward.size() == 4);
    CHECK(calculation.forward[0].formula == "x*w");
    CHECK(calculation.forward[1].formula == "u1 + b");
    CHECK(calculation.forward[1].numbers == "10 + 3");
    CHECK(calculation.forward[2].formula == "y - u2");
    CHECK(calculation.gradient[0].formula == text(diff(pow<2>(y - (x * w + b)), w)));
    auto const nested = backpropagation(let<"L">(-y + w * x / b - 2_c + sigmoid(b + x - w * y)), wrt(w))(w = 2.0, b = 4.0, x = 5.0, y = 7.0);
    CHECK(nested.forward[0].formula == "-y + w*x/b - 2 + sigmoid(b + x - w*y)");
    CHECK(nested.forward[0].numbers == "-7 + 2*5/4 - 2 + sigmoid(4 + 5 - 2*7)");
}

TEST_CASE("a derivative says by its name what a step has worked out, and keeps its digits") {
    constexpr auto model = let<"L">(let<"h">(sigmoid(w * x)) + let<"k">(exp(b)));
    auto const calculation = backpropagation(model, wrt(w, b))(w = 0.5, x = 2.0, b = 0.0);
    REQUIRE(calculation.local.size() == 4);
    CHECK(calculation.local[2].name == "∂k/∂b");
    CHECK(calculation.local[2].formula == "k");
    CHECK(calculation.local[3].name == "∂h/∂w");
    CHECK(calculation.local[3].formula == "h*x*(1 - h)");
    CHECK(calculation.local[3].numbers == "0.731059*2*(1 - 0.731059)");
    CHECK(calculation.gradient[0].formula == "x*sigmoid(w*x)*(1 - sigmoid(w*x))");
    auto const saturated = backpropagation(model, wrt(w))(w = 50.0, x = 1.0, b = 0.0);
    CHECK(saturated.chain[0].value == evaluate(diff(model, w), w = 50.0, x = 1.0));
    CHECK(saturated.chain[0].value > 0.0);
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

TEST_CASE("what enters a step directly and through other steps has two derivatives, and each a name") {
    CHECK(streamed(backpropagation(sin(w * x) + w, wrt(w))(w = 1.0, x = 2.0)) ==
          "forward\n"
          "  u1 = w*x     = 1*2 = 2\n"
          "  u2 = sin(u1) = sin(2) = 0.909297\n"
          "  L  = u2 + w  = 0.909297 + 1 = 1.9093\n"
          "local derivatives\n"
          "  ∂L/∂u2         = 1\n"
          "  ∂L/∂w (direct) = 1\n"
          "  ∂u2/∂u1        = cos(u1) = cos(2) = -0.416147\n"
          "  ∂u1/∂w         = x       = 2\n"
          "chain rule, backwards\n"
          "  ∂L/∂u1 = ∂L/∂u2 * ∂u2/∂u1                 = 1*(-0.416147) = -0.416147\n"
          "  ∂L/∂w  = ∂L/∂w (direct) + ∂L/∂u1 * ∂u1/∂w = 1 + (-0.416147)*2 = 0.167706\n"
          "gradient\n"
          "  ∂L/∂w = x*cos(w*x) + 1 = 2*cos(1*2) + 1 = 0.167706\n");
}

TEST_CASE("so in the midst of the model, for steps as for symbols, sample by sample") {
    auto const two = backpropagation(let<"L">(pow<2>(let<"m">(let<"a">(w * x) * w))), wrt(w)).update(0.1_c)(w = 1, x = std::array{2, 3});
    REQUIRE(two.steps.size() == 2);
    for (auto const& one : two.steps) {
        REQUIRE(one.local.size() == 4);
        CHECK(one.local[0].name == "∂L/∂m");
        CHECK(one.local[1].name == "∂m/∂a");
        CHECK(one.local[2].name == "∂m/∂w (direct)");
        CHECK(one.local[3].name == "∂a/∂w");
        REQUIRE(one.chain.size() == 2);
        CHECK(one.chain[0].formula == "∂L/∂m * ∂m/∂a");
        CHECK(one.chain[1].name == "∂L/∂w");
        CHECK(one.chain[1].formula == "∂L/∂m * ∂m/∂w (direct) + ∂L/∂a * ∂a/∂w");
        CHECK(one.gradient[0].name == "∂L/∂w");
        CHECK(one.update[0].formula == "w - 0.1*∂L/∂w");
    }
    CHECK(two.steps[0].chain[1].value == 16);
    CHECK(two.steps[1].chain[1].value == two.steps[1].gradient[0].value);

    // h enters s directly and through k; then two uses of w of which neither is made of the other.
    auto const step = backpropagation(let<"s">(let<"h">(w * x) * let<"k">(exp(let<"h">(w * x)))), wrt(w))(w = 0.0, x = 3.0);
    REQUIRE(step.local.size() == 4);
    CHECK(step.local[0].name == "∂s/∂k");
    CHECK(step.local[1].name == "∂s/∂h (direct)");
    CHECK(step.local[2].name == "∂k/∂h");
    CHECK(step.chain[0].name == "∂s/∂h");
    CHECK(step.chain[0].formula == "∂s/∂h (direct) + ∂s/∂k * ∂k/∂h");
    auto const beside = backpropagation(let<"s">(let<"h">(w * x) * let<"k">(w * y)), wrt(w))(w = 1.0, x = 3.0, y = 2.0);
    for (auto const& line : beside.local) CHECK(line.name.view().find("direct") == text_view::npos);
    CHECK(beside.chain[0].formula == "∂s/∂k * ∂k/∂w + ∂s/∂h * ∂h/∂w");
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
    STATIC_REQUIRE(std::is_base_of_v<hand_calculation<rational>, decltype(exact)>);
    CHECK(exact.forward[0].numbers == "1.8*2");
    CHECK(exact.forward[1].value == rational(4, 25));
    CHECK(exact.gradient[0].value == rational(-8, 5));
    CHECK(streamed(exact).find("  loss = (ŷ - y)^2 = (3.6 - 4)^2 = 0.16\n") != std::string::npos);
    CHECK(streamed(exact).find("  ∂loss/∂w = 2*x*(w*x - y) = 2*2*(1.8*2 - 4) = -1.6\n") != std::string::npos);

    auto const single = backpropagation(linear, wrt(w))(w = 1.8f, x = 2.0f, y = 4.0f);
    STATIC_REQUIRE(std::is_base_of_v<hand_calculation<float>, decltype(single)>);
    CHECK(single.forward[0].value == 1.8f * 2.0f);
}

TEST_CASE("negative numbers and fractions are put in parentheses where they need to be") {
    CHECK(streamed(backpropagation(let<"L">(w * x - y), wrt(w))(w = -1.0, x = -2.0, y = -0.5)) ==
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

TEST_CASE("a step of descent: two steps by hand, exactly") {
    auto const training = backpropagation(linear, wrt(w)).steps(2, 0.1_c)(w = 1, x = 2, y = 4);
    STATIC_REQUIRE(std::is_base_of_v<hand_training<rational>, decltype(training)>);
    REQUIRE(training.steps.size() == 2);
    CHECK(training.steps[0].forward[1].value == 4);
    CHECK(training.steps[0].gradient[0].value == -8);
    CHECK(training.steps[0].update[0].value == rational(9, 5));
    CHECK(training.steps[1].forward[1].value == rational(4, 25));
    CHECK(training.steps[1].gradient[0].value == rational(-8, 5));
    CHECK(training.steps[1].update[0].value == rational(49, 25));
    CHECK(training.after[1].value == rational(4, 625));
    std::string const said = streamed(training);
    CHECK(said.find("step 1\nforward\n  ŷ    = w*x       = 1*2 = 2\n") == 0);
    CHECK(said.find("update\n  new w = w - 0.1*∂loss/∂w = 1 - 0.1*(-8) = 1.8\n\nstep 2\n") != std::string::npos);
    CHECK(said.find("\n\nafterwards\n"
                    "  ŷ    = w*x       = 1.96*2 = 3.92\n"
                    "  loss = (ŷ - y)^2 = (3.92 - 4)^2 = 0.0064\n") != std::string::npos);

    auto const once = backpropagation(affine, wrt(w, b)).update(0.5)(w = 1.0, b = 2.0, x = 1.0, y = 2.0);
    REQUIRE(once.update.size() == 2);
    CHECK(once.update[0].value == 0.0);
    CHECK(once.update[1].value == 1.0);
    CHECK(streamed(once).find("update\n  new w = w - 0.5*∂loss/∂w = 1 - 0.5*2 = 0\n  new b = b - 0.5*∂loss/∂b = 2 - 0.5*2 = 1\n") != std::string::npos);
}

TEST_CASE("several samples, one after the other") {
    auto const shown = backpropagation(linear, wrt(w))(w = 1, x = std::array{1, 2, 3}, y = std::array{2, 4, 6});
    REQUIRE(shown.steps.size() == 3);
    CHECK(shown.steps[2].gradient[0].value == -18);
    CHECK(shown.after.empty());

    // Sample by sample in single precision: the first lines of the lesson's log.
    auto const trained = backpropagation(linear, wrt(w)).steps(4, 0.03f)(w = 1.0f, x = std::array{1.0f, 2.0f, 3.0f}, y = std::array{2.0f, 4.0f, 6.0f});
    STATIC_REQUIRE(std::is_base_of_v<hand_training<float>, decltype(trained)>);
    REQUIRE(trained.steps.size() == 4);
    CHECK(trained.steps[0].gradient[0].value == -2.0f);
    CHECK(trained.steps[1].gradient[0].value == -7.520000457763672f);
    CHECK(trained.steps[2].gradient[0].value == -12.859201431274414f);
    CHECK(trained.steps[2].forward[1].value == 4.593307018280029f);
    CHECK(trained.steps[3].gradient[0].value == -0.6572480201721191f);
    CHECK(trained.after[0].value == trained.steps[3].update[0].value * 2.0f);  // on the sample that follows
}

TEST_CASE("a family is bound to an array, an entry for each of its symbols") {
    constexpr symbols<"p", 2> p;
    auto const c = backpropagation(pow<2>(p[0_c] * x + p[1_c]), wrt(p))(p = std::array{1.0, 2.0}, x = 3.0);
    REQUIRE(c.gradient.size() == 2);
    CHECK(c.gradient[0].value == 30);
    CHECK(c.gradient[1].value == 10);
}

TEST_CASE("numbers are written in six digits, or in all of them") {
    auto const rounded = backpropagation(linear, wrt(w))(w = 1.8, x = 2.0, y = 4.0);
    CHECK(streamed(rounded).find("  loss = (ŷ - y)^2 = (3.6 - 4)^2 = 0.16\n") != std::string::npos);
    CHECK(rounded.forward[1].value != 0.16);
    auto const precise = backpropagation(linear, wrt(w)).digits(0)(w = 1.8, x = 2.0, y = 4.0);
    CHECK(streamed(precise).find("  loss = (ŷ - y)^2 = (3.6 - 4)^2 = 0.15999999999999992\n") != std::string::npos);
    CHECK(number_text(0.1234567, 6) == "0.123457");
    CHECK(number_text(-0.000123456789, 4) == "-0.0001235");
    CHECK(number_text(1234567.5, 6) == "1.23457e+06");
}
