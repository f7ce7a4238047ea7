// Lessons 10, 11, 12: products with Jacobians, values without derivatives, the quadratic homework in exact numbers.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

#include <array>

using namespace leibniz;

TEST_CASE("lesson 10: doubled until the norm is 1000") {
    constexpr symbols<"x", 3> x;
    constexpr symbols<"v", 3> v;
    constexpr symbol<"factor"> factor;
    constexpr auto y = x.unpack([](auto... each) { return outputs(symbol<"factor">{} * each...); });
    auto const xs = values(x = std::array{0.5, -1.25, 0.75});
    auto const vs = values(v = std::array{0.1, 1.0, 0.0001});
    double doubled = 2;
    int doublings = 1;
    for (; norm(doubled * xs) < 1000; ++doublings) doubled *= 2;
    CHECK(doublings == 10);
    CHECK(doubled == 1024);
    CHECK(norm(doubled * xs) == Approx(1578.0899847600579).epsilon(1e-15));
    auto const ys = evaluate(y, xs, factor = doubled);
    CHECK(ys[0_c] == 512);
    CHECK(ys[1_c] == -1280);
    CHECK(ys[2_c] == 768);
    auto const backward = evaluate(vjp(y, wrt(x), v[0_c], v[1_c], v[2_c]), vs, factor = doubled);
    CHECK(backward[x[0_c]] == 102.4);
    CHECK(backward[x[1_c]] == 1024.0);
    CHECK(backward[x[2_c]] == 0.1024);
    auto const forward = evaluate(jvp(y, wrt(x), v[0_c], v[1_c], v[2_c]), vs, factor = doubled);
    CHECK(forward[0_c] == 102.4);
    CHECK(forward[1_c] == 1024.0);
    CHECK(forward[2_c] == 0.1024);

    auto const single = evaluate(vjp(y, wrt(x), v[0_c], v[1_c], v[2_c]), values(v = std::array{0.1f, 1.0f, 0.0001f}), factor = 1024.0f);
    CHECK(single[x[0_c]] == 102.4000015258789f);
    CHECK(single[x[2_c]] == 0.10239999741315842f);
}

TEST_CASE("lesson 10: an external gradient of ones") {
    constexpr symbols<"a", 2> a;
    constexpr symbols<"b", 2> b;
    constexpr auto q = outputs(3_c * pow<3>(a[0_c]) - pow<2>(b[0_c]), 3_c * pow<3>(a[1_c]) - pow<2>(b[1_c]));
    auto const at = values(a = std::array{2.0, 3.0}, b = std::array{6.0, 4.0});
    auto const [q0, q1] = evaluate(q, at);
    CHECK(q0 == -12.0);
    CHECK(q1 == 65.0);
    auto const slopes = evaluate(vjp(q, wrt(a, b), 1_c, 1_c), at);
    CHECK(slopes[a[0_c]] == 36.0);
    CHECK(slopes[a[1_c]] == 81.0);
    CHECK(slopes[b[0_c]] == -12.0);
    CHECK(slopes[b[1_c]] == -8.0);
}

TEST_CASE("lesson 11: a value costs no derivative work") {
    constexpr symbol<"w"> w;
    constexpr symbol<"b"> b;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto loss = pow<2>(sigmoid(w * x + b) - y);
    constexpr auto g = gradient(loss, wrt(w, b));
    STATIC_REQUIRE(operations(loss) == operation_counts{.additions = 2, .multiplications = 2, .functions = 1, .nodes = 9});
    STATIC_REQUIRE(operations(g) == operation_counts{.additions = 3, .multiplications = 6, .functions = 1, .nodes = 16});
    STATIC_REQUIRE(operations(outputs(loss, g)) == operation_counts{.additions = 3, .multiplications = 7, .functions = 1, .nodes = 17});
    STATIC_REQUIRE(depends_on(loss, w));
    STATIC_REQUIRE(!depends_on(x * y, w));
    CHECK(evaluate(diff(w * stop_gradient(w * x), w), w = 3.0, x = 2.0) == 6.0);
    CHECK(evaluate(w * stop_gradient(w * x), w = 3.0, x = 2.0) == 18.0);
}

TEST_CASE("lesson 12: the quadratic at both points") {
    constexpr symbol<"w1"> w1;
    constexpr symbol<"w2"> w2;
    constexpr symbol<"b"> b;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto loss = pow<2>(w1 * pow<2>(x) + w2 * x + b - y);
    constexpr auto g = gradient(loss, wrt(w1, w2, b));
    STATIC_REQUIRE(text(g[w1]) == "2*x^2*(w1*x^2 + w2*x + b - y)");
    STATIC_REQUIRE(text(g[w2]) == "2*x*(w1*x^2 + w2*x + b - y)");
    STATIC_REQUIRE(text(g[b]) == "2*(w1*x^2 + w2*x + b - y)");
    auto const [first, by] = evaluate(outputs(loss, g), x = 1, y = 2, w1 = 1, w2 = 1, b = 1);
    CHECK(first == 1);
    CHECK(by[w1] == 2);
    CHECK(by[w2] == 2);
    CHECK(by[b] == 2);
    auto const [second, by_second] = evaluate(outputs(loss, g), x = 2, y = 4, w1 = 1, w2 = 1, b = 2);
    CHECK(second == 16);
    CHECK(by_second[w1] == 32);
    CHECK(by_second[w2] == 16);
    CHECK(by_second[b] == 8);
}
