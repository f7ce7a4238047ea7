// Packs of values as vectors, and training in three lines, whatever the number of parameters.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

#include <array>
#include <cmath>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbols<"t", 8> t;

}  // namespace

TEST_CASE("packs add, subtract, scale, and have a scalar product and a length") {
    auto const p = values(w = 3.0, b = -4.0);
    auto const q = values(b = 0.5, w = 2.0);
    CHECK((p + q)[w] == 5.0);
    CHECK((p + q)[b] == -3.5);
    CHECK((p - q)[b] == -4.5);
    CHECK((q - p)[w] == -1.0);
    CHECK((0.5 * p)[w] == 1.5);
    CHECK((p * 2.0)[b] == -8.0);
    CHECK((-p)[b] == 4.0);
    CHECK(dot(p, q) == 4.0);
    CHECK(norm(p) == 5.0);
    CHECK(norm(values(w = 3.0f, b = 4.0f)) == 5.0f);
    auto r = p;
    r += q;
    r -= 2.0 * q;
    CHECK(r[w] == 1.0);
    CHECK(r[b] == -4.5);
    r[w] = 7.0;
    CHECK(r[w] == 7.0);
    CHECK(p[w] == 3.0);
}

TEST_CASE("a pack keeps its values: what it was made of may change or go") {
    double weight = 1.0;
    auto const p = values(w = weight, b = 2.0);
    weight = 5.0;
    CHECK(p[w] == 1.0);
    auto const family = [] {
        std::array<double, 8> const own{1, 2, 3, 4, 5, 6, 7, 8};
        return values(t = own);
    }();
    CHECK(family[t[7_c]] == 8.0);
}

TEST_CASE("a pack keeps the type of its values when a step of another type is taken") {
    auto p = values(w = 1.0f, b = 0.0f);
    p -= 0.1 * values(w = 2.0, b = 1.0);
    STATIC_REQUIRE(std::is_same_v<std::remove_cvref_t<decltype(p[w])>, float>);
    CHECK(p[w] == static_cast<float>(1.0f - 0.1 * 2.0));
}

TEST_CASE("training with two parameters") {
    constexpr auto loss = pow<2>(w * x + b - y);
    constexpr auto g = gradient(loss, wrt(w, b));
    auto p = values(w = 0.0, b = 0.0);
    for (int step = 0; step < 4000; ++step) p -= 0.05 * evaluate(g, p, x = step % 4, y = 3.0 * (step % 4) - 2.0);
    CHECK(p[w] == Approx(3.0).epsilon(1e-9));
    CHECK(p[b] == Approx(-2.0).epsilon(1e-9));
}

TEST_CASE("training with eight parameters") {
    // A polynomial of degree 7, fitted at the Chebyshev points of exp: as many equations as unknowns, made diagonal by
    // the polynomials themselves, so that plain descent converges.
    constexpr auto chebyshev = t[0_c] + t[1_c] * x + t[2_c] * (2_c * pow<2>(x) - 1_c) + t[3_c] * (4_c * pow<3>(x) - 3_c * x) +
                               t[4_c] * (8_c * pow<4>(x) - 8_c * pow<2>(x) + 1_c) + t[5_c] * (16_c * pow<5>(x) - 20_c * pow<3>(x) + 5_c * x) +
                               t[6_c] * (32_c * pow<6>(x) - 48_c * pow<4>(x) + 18_c * pow<2>(x) - 1_c) +
                               t[7_c] * (64_c * pow<7>(x) - 112_c * pow<5>(x) + 56_c * pow<3>(x) - 7_c * x);
    constexpr auto g = gradient(pow<2>(chebyshev - y), wrt(t));
    auto p = values(t = std::array<double, 8>{});
    for (int epoch = 0; epoch < 60; ++epoch) {
        auto total = 0.0 * p;
        for (int k = 0; k < 8; ++k) {
            double const at = std::cos((2 * k + 1) * std::acos(-1.0) / 16);
            total += evaluate(g, p, x = at, y = std::exp(at));
        }
        p -= 0.0625 * total;
    }
    // Modified Bessel functions of the first kind: exp(x) = I0(1) + 2*I1(1)*T1(x) + 2*I2(1)*T2(x) + ... (DLMF 10.35.3)
    CHECK(p[t[0_c]] == Approx(1.2660658777520084).epsilon(1e-9));
    CHECK(p[t[1_c]] == Approx(2 * 0.565159103992485).epsilon(1e-9));
    CHECK(p[t[2_c]] == Approx(2 * 0.1357476697670383).epsilon(1e-9));
    CHECK(evaluate(chebyshev, p, x = 0.3) == Approx(std::exp(0.3)).epsilon(1e-6));
}

TEST_CASE("a family is bound to an array") {
    std::array<double, 8> weights{1, 2, 3, 4, 5, 6, 7, 8};
    CHECK(evaluate(t[0_c] * x + t[7_c], t = weights, x = 10.0) == 18.0);
    weights[7] = 0;
    CHECK(evaluate(t[0_c] * x + t[7_c], t = weights, x = 10.0) == 10.0);
    float const plain[8]{0.5f};
    CHECK(evaluate(t[0_c] + t[1_c], t = plain) == 0.5f);
    auto const slopes = evaluate(gradient(t[3_c] * pow<2>(t[5_c]), wrt(t)), t = weights);
    CHECK(slopes[t[3_c]] == 36.0);
    CHECK(slopes[t[5_c]] == 48.0);
    CHECK(slopes[t[0_c]] == 0.0);
}
