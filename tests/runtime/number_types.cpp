// Any type with the operators can be a number; programs run in it exactly in the printed order, and products of more than
// two factors as they were written.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <algorithm>
#include <complex>
#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// A number that writes down how it was calculated.
struct traced {
    std::string text;
    traced() = default;
    explicit traced(char const* name) : text(name) {}
    explicit traced(long long number) : text(std::to_string(number)) {}
    friend traced operator+(traced const& a, traced const& c) { return joined(a, "+", c); }
    friend traced operator-(traced const& a, traced const& c) { return joined(a, "-", c); }
    friend traced operator*(traced const& a, traced const& c) { return joined(a, "*", c); }
    friend traced operator/(traced const& a, traced const& c) { return joined(a, "/", c); }
    friend traced operator-(traced const& a) { return traced(("-" + a.text).c_str()); }
    friend traced exp(traced const& a) { return traced(("exp(" + a.text + ")").c_str()); }

private:
    static traced joined(traced const& a, char const* operation, traced const& c) {
        return traced(("(" + a.text + operation + c.text + ")").c_str());
    }
};

template <class E>
std::string order_of(E e) {
    return evaluate(e + 0_c * w * b * x * y, w = traced("w"), b = traced("b"), x = traced("x"), y = traced("y")).text;
}

}  // namespace

TEST_CASE("every formula is calculated in its printed order, longer products as they were written") {
    CHECK(order_of(w * x - y) == "((w*x)-y)");
    CHECK(order_of(y - x * w) == "(y-(w*x))");
    CHECK(order_of(diff(pow<2>(w * x - y), w)) == "((2*x)*((w*x)-y))");
    CHECK(order_of(diff((w * x - y) * (w * x - y), w)) == "((2*x)*((w*x)-y))");
    CHECK(order_of(diff(pow<2>(w * x + b - y), b)) == "(2*(((w*x)+b)-y))");
    CHECK(order_of(b + x + w + y) == "(((b+w)+x)+y)");
    CHECK(order_of(y * x * 3_c * w) == "(((3*x)*y)*w)");
    CHECK(order_of(x * y / (w * b)) == "((x*y)/(b*w))");
    CHECK(order_of(3_c * x / (2_c * y)) == "((3*x)/(2*y))");
    CHECK(order_of(1_c / x) == "(1/x)");
    CHECK(order_of(-x * y) == "(-x*y)");
    CHECK(order_of(-2_c * x) == "(-2*x)");
    CHECK(order_of(1_c - 2_c * x) == "(1-(2*x))");
    CHECK(order_of(-x - y) == "(-x-y)");
    CHECK(order_of(2_c - exp(-x)) == "(2-exp(-x))");
    CHECK(order_of(pow<2>(x)) == "(x*x)");
    CHECK(order_of(pow<3>(x)) == "((x*x)*x)");
    CHECK(order_of(pow<4>(x)) == "((x*x)*(x*x))");
    CHECK(order_of(x + 0.5_c) == "(x+(1/2))");
}

TEST_CASE("complex numbers") {
    using complex = std::complex<double>;
    complex const at(0.3, -1.2);
    CHECK(std::abs(evaluate(exp(x) * x + 1_c / x, x = at) - (std::exp(at) * at + 1.0 / at)) < 1e-15);
    CHECK(std::abs(evaluate(sqrt(x) + tanh(x) - log(x), x = at) - (std::sqrt(at) + std::tanh(at) - std::log(at))) < 1e-15);
    CHECK(std::abs(evaluate(diff(sin(w * x), w), w = at, x = complex(2)) - 2.0 * std::cos(2.0 * at)) < 1e-14);
}

TEST_CASE("analytic functions of complex numbers and their derivatives are those of the real line, continued") {
    using complex = std::complex<double>;
    complex const at(1, 2), h(1e-5, 1e-5);
    auto const off = [](complex got, complex exact) { return std::abs(got - exact) / std::max(1.0, std::abs(exact)); };
    // Each beside the same made of exp and log; its derivative beside a difference.
    auto const check = [&](auto f, auto same) {
        CAPTURE(text(f));
        CHECK(off(evaluate(f, x = at), evaluate(same, x = at)) < 1e-14);
        complex const difference = (evaluate(f, x = at + h) - evaluate(f, x = at - h)) / (2.0 * h);
        CHECK(off(evaluate(diff(f, x), x = at), difference) < 1e-8);
    };
    check(exp2(x), exp(x * log(2_c)));
    check(expm1(x), exp(x) - 1_c);
    check(log1p(x), log(x + 1_c));
    check(log2(x), log(x) / log(2_c));
    check(log10(x), log(x) / log(10_c));
    check(pow(x, x), exp(x * log(x)));
    check(tan(x), sin(x) / cos(x));
    check(asinh(x), log(x + sqrt(pow<2>(x) + 1_c)));
    check(sech(x), 2_c / (exp(x) + exp(-x)));
    check(sigmoid(x), 1_c / (1_c + exp(-x)));
    check(silu(x), x / (1_c + exp(-x)));
    check(softplus(x), log(1_c + exp(x)));
    check(softmax(x, 2_c), exp(x) / (exp(x) + exp(2_c)));
    check(logsumexp(x, 2_c, 3_c), log(exp(x) + exp(2_c) + exp(3_c)));
    check(xlogy(x, x), x * log(x));
    check(hypot(x, 2_c), sqrt(pow<2>(x) + 4_c));
    check(square(x), x * x);
    check(logit(x), log(x) - log(1_c - x));
    CHECK(off(evaluate(sinc(x), x = at), std::sin(at) / at) < 1e-15);
    CHECK(off(evaluate(exprel(x), x = at), (std::exp(at) - 1.0) / at) < 1e-15);
    CHECK(evaluate(sinc(x) + exprel(x), x = complex(0)) == 2.0);
    complex const tiny(1e-20, -3e-20);  // 1 + tiny is 1
    CHECK(std::abs(evaluate(expm1(x), x = tiny) - tiny) < 1e-35);
    CHECK(std::abs(evaluate(log1p(x), x = tiny) - tiny) < 1e-35);
}

TEST_CASE("numbers of 50 digits keep them") {
    using digits = boost::multiprecision::cpp_bin_float_50;
    digits const third = digits(1) / 3;
    auto const near = [](digits const& got, char const* exact) { return abs(got - digits(exact)) < digits("1e-48"); };
    // mpmath at 60 digits
    CHECK(near(evaluate(exp(x) + x / 3_c, x = third), "1.5067235361972006397392364307136979487090176263105"));
    CHECK(near(evaluate(gelu(x), x = third), "0.21018621993941212057573590597680880555724854334748"));
    CHECK(near(evaluate(lgamma(x), x = third), "0.98542064692776706918717403697796139173555649638589"));
    CHECK(near(evaluate(diff(erf(tanh(x)), x), x = third), "0.91237819988682824879339831697667564492259406475942"));
    auto const g = evaluate(gradient(pow(x, y) + softmax(x, y, 1_c) + pi, wrt(x, y)), x = third, y = digits(2));
    CHECK(near(g[x], "0.77327302857319447391472093988408473878768943416461"));
    CHECK(near(g[y], "-0.20000352748253652599957533233737000884315530232167"));
    CHECK(near(evaluate(w * x + 0.1_c, w = 1.0, x = third), "0.43333333333333333333333333333333333333333333333333"));
}

TEST_CASE("single, double and extended precision each calculate in their own") {
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(exp(x), x = 1.0f)), float>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(exp(x), x = 1.0)), double>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(exp(x), x = 1.0L)), long double>);
    CHECK(evaluate(exp(x), x = 1.0f) == std::exp(1.0f));
    CHECK(evaluate(exp(x), x = 1.0) == std::exp(1.0));
    CHECK(evaluate(exp(x), x = 1.0L) == std::exp(1.0L));
    CHECK(evaluate(x / 3_c, x = 1.0f) == 1.0f / 3.0f);
    CHECK(evaluate(x / 3_c, x = 1.0L) == 1.0L / 3.0L);
}

TEST_CASE("a value at run time is the value during compilation") {
    constexpr auto model = (w * x + b) / (1_c + pow<4>(x)) - pow<-3>(w) / 7_c + (x - y) * 0.1_c;
    constexpr double compiled = evaluate(model, w = 1.1, b = -0.7, x = 2.3, y = 0.4);
    double volatile at_w = 1.1, at_b = -0.7, at_x = 2.3, at_y = 0.4;
    double const u = at_w, v = at_b, p = at_x, q = at_y;
    CHECK(evaluate(model, w = u, b = v, x = p, y = q) == Approx(compiled).epsilon(1e-15));
}

TEST_CASE("an expression evaluated with variables of the program follows them") {
    double weight = 1;
    for (int step = 0; step < 3; ++step) weight -= 0.1 * evaluate(diff(pow<2>(w * x - y), w), w = weight, x = 2, y = 4);
    CHECK(weight == Approx(2 - 0.008));
}
