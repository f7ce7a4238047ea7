// Lessons 5, 6, 8, 9, 10 and 12 on arrays.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>

using namespace leibniz;

TEST_CASE("lesson 5: shapes, element types, and a mean loss by summing items") {
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto loss = pow<2>(w * x - y);
    Eigen::Array3d const xs(1, 2, 3), ys(2, 4, 6);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = 1, x = 2)), int>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = 1, x = Eigen::Array3f())), Eigen::ArrayXf>);
    STATIC_REQUIRE(!std::is_convertible_v<decltype(evaluate(w * x, w = 1.0, x = xs)), double>);
    CHECK(evaluate(mean(loss), w = 1.0, x = xs, y = ys) == 14.0 / 3);
    for (int time = 0; time < 2; ++time) CHECK(evaluate(gradient(loss, wrt(w)), w = 1.0, x = 2.0, y = 4.0)[w] == -8.0);
}

TEST_CASE("lesson 6: the loss is the mean squared error of the two outputs") {
    constexpr column<"o"> o;
    constexpr column<"y"> y;
    constexpr auto error = mean(pow<2>(o - y));
    Eigen::Array2d const os(0.4769457586069968745500527, 0.5286964002912301691619309), ys(0.23, -0.07);
    CHECK(std::abs(evaluate(error, o = os, y = ys) - 0.2097097937078310393646629) < 1e-12);
    CHECK((evaluate(diff(error, o), o = os, y = ys) - (os - ys)).abs().maxCoeff() < 1e-15);
}

TEST_CASE("lesson 8: the mean of 3*(x + 2)^2") {
    constexpr column<"x"> x;
    constexpr auto out = mean(3_c * pow<2>(x + 2_c));
    Eigen::Array22d const ones = Eigen::Array22d::Ones();
    CHECK(evaluate(out, x = ones.reshaped()) == 27.0);
    Eigen::ArrayXd const by = evaluate(diff(out, x), x = ones.reshaped());
    REQUIRE(by.size() == 4);
    CHECK((by == 4.5).all());
}

TEST_CASE("lesson 9: by the new a and by the original one") {
    constexpr column<"a"> a;
    constexpr auto renewed = 3_c * a / (a - 1_c);
    constexpr auto b = sum(renewed * renewed);
    Eigen::Array4d const original(2, -1, 0.5, 3), expected(-36, -2.25, 72, -6.75), expected_by_new(12, 3, -6, 9);
    CHECK(evaluate(b, a = original) == Approx(67.5).epsilon(1e-15));
    Eigen::ArrayXd const now = evaluate(renewed, a = original);
    CHECK((evaluate(diff(sum(a * a), a), a = now) - expected_by_new).abs().maxCoeff() < 1e-14);
    CHECK((evaluate(diff(b, a), a = original) - expected).abs().maxCoeff() < 1e-13);
    CHECK((evaluate(-18_c * a / pow<3>(a - 1_c), a = original) - expected).abs().maxCoeff() < 1e-14);
}

TEST_CASE("lesson 10: with one column in place of three symbols") {
    constexpr column<"x"> x;
    constexpr symbol<"factor"> factor;
    constexpr symbol<"v"> v;
    Eigen::Array3d const xs(0.5, -1.25, 0.75), vs(0.1, 1, 0.0001);
    CHECK((evaluate(factor * x, factor = 1024.0, x = xs) == Eigen::Array3d(512, -1280, 768)).all());
    CHECK((evaluate(diff(sum(v * factor * x), x), factor = 1024.0, v = vs) == Eigen::Array3d(102.4, 1024, 0.1024)).all());
    CHECK((evaluate(vjp(outputs(factor * x), wrt(x), v), factor = 1024.0, v = vs)[x] == Eigen::Array3d(102.4, 1024, 0.1024)).all());
}

TEST_CASE("lesson 12: training the quadratic") {
    constexpr symbol<"w1"> w1;
    constexpr symbol<"w2"> w2;
    constexpr symbol<"b"> b;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto cost = mean(pow<2>(w1 * pow<2>(x) + w2 * x + b - y));
    constexpr auto g = gradient(cost, wrt(w1, w2, b));
    Eigen::Array3d const xs(1, 2, 3), ys(2, 4, 6);
    auto p = values(w1 = 1.0, w2 = 1.0, b = 1.0);
    double before = evaluate(cost, p, x = xs, y = ys);
    CHECK(before == Approx(59.0 / 3).epsilon(1e-15));
    for (int epoch = 0; epoch < 100000; ++epoch) p -= 0.01 * evaluate(g, p, x = xs, y = ys);
    CHECK(evaluate(cost, p, x = xs, y = ys) < 1e-12);
    CHECK(p[w2] == Approx(2.0).margin(1e-4));
}
