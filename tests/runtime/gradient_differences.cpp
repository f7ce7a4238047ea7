// Gradients, Hessians and Jacobians against central differences in extended precision, for models drawn at random.
#include "../catch.hpp"
#include "gradient_models.hpp"

#include <algorithm>
#include <array>
#include <cmath>

using namespace leibniz;
using drawn::p, drawn::q, drawn::x;
using number = long double;
using point = std::array<number, 3>;

namespace {

#ifdef LEIBNIZ_EVERYTHING
constexpr int models = 16;
#else
constexpr int models = 5;  // most of the time they are compiled
#endif
constexpr auto by = wrt(p, q, x);
constexpr std::array<point, 3> points{{{0.3L, -0.7L, 1.1L}, {-1.2L, 0.4L, 0.6L}, {0.9L, 1.3L, -0.8L}}};

template <class E>
auto at(E e, point const& c) {
    return evaluate(e, values(p = c[0], q = c[1], x = c[2]));
}

/// The derivative of f by coordinate k: central differences of fourth order.
template <class F>
number difference(F f, point const& c, std::size_t k) {
    number const step = 1e-3L;
    auto const along = [&](number t) {
        point moved = c;
        moved[k] += t * step;
        return f(moved);
    };
    return (8 * (along(1) - along(-1)) - (along(2) - along(-2))) / (12 * step);
}

void check_close(number value, number expected) {
    CHECK(static_cast<double>(std::abs(value - expected) / std::max(number(1), std::abs(expected))) < 1e-7);
}

template <class E>
void check(E e) {
    constexpr auto g = gradient(E{}, by);
    constexpr auto h = hessian(E{}, by);
    CAPTURE(text(e));
    for (point const& c : points) {
        auto const [value, slopes, curvature] = at(outputs(e, g, h), c);
        auto const alone = at(g, c);
        number const plain = at(e, c);
        check_close(value, plain);
        number const first[]{slopes[p], slopes[q], slopes[x]};
        number const second[3][3]{{curvature(p, p), curvature(p, q), curvature(p, x)},
                                  {curvature(q, p), curvature(q, q), curvature(q, x)},
                                  {curvature(x, p), curvature(x, q), curvature(x, x)}};
        number const own[]{alone[p], alone[q], alone[x]};
        number const one_by_one[]{at(diff(e, p), c), at(diff(e, q), c), at(diff(e, x), c)};
        for (std::size_t i = 0; i < 3; ++i) {
            CAPTURE(i);
            check_close(first[i], difference([&](point const& m) { return at(e, m); }, c, i));
            check_close(own[i], first[i]);
            check_close(one_by_one[i], first[i]);
            for (std::size_t j = 0; j < 3; ++j) {
                CHECK(second[i][j] == second[j][i]);
                check_close(second[i][j], difference([&](point const& m) { return at(g, m).values[i]; }, c, j));
            }
        }
    }
}

template <int... N>
void check_models(std::integer_sequence<int, N...>) {
    (check(drawn::number<N>), ...);
}

}  // namespace

TEST_CASE("gradients and Hessians of models drawn at random") { check_models(std::make_integer_sequence<int, models>{}); }

TEST_CASE("gradients and Hessians of models with powers, quotients and roots") {
    check(pow(2_c + sin(p), q * x));
    check((p - q) / (3_c + cos(x)) / (2_c + pow<2>(p)));
    check(pow<-2>(2_c + pow<2>(p + q * x)) * sqrt(1_c + pow<4>(x)));
    check(log(exp(p) + exp(q) + exp(x)));
    check(tanh(p * tanh(q * tanh(x))) - sigmoid(-p * x));
    check(let<"h">(p * x) * exp(-pow<2>(let<"h">(p * x))) + q);
}

TEST_CASE("a Jacobian, and its products with vectors") {
    constexpr auto model = outputs(drawn::number<20>, drawn::number<21>, p * q);
    constexpr auto j = jacobian(model, by);
    constexpr symbol<"u"> u;
    constexpr symbol<"v"> v;
    for (point const& c : points) {
        auto const values_of_j = at(j, c);
        number const rows[3][3]{{values_of_j(0_c, p), values_of_j(0_c, q), values_of_j(0_c, x)},
                                {values_of_j(1_c, p), values_of_j(1_c, q), values_of_j(1_c, x)},
                                {values_of_j(2_c, p), values_of_j(2_c, q), values_of_j(2_c, x)}};
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t k = 0; k < 3; ++k) {
                CAPTURE(i, k);
                auto const output = [&](point const& m) { return at(model, m).values[i]; };
                check_close(rows[i][k], difference(output, c, k));
            }

        // Tangents and cotangents: numbers, symbols bound at evaluation, expressions of the wanted symbols themselves.
        auto const here = values(p = c[0], q = c[1], x = c[2]);
        number const of_u = 0.75L, of_v = -1.5L;
        auto const check_products = [&](auto first, auto second, auto third, std::array<number, 3> const& t) {
            auto const forward = evaluate(jvp(model, by, first, second, third), here, values(u = of_u, v = of_v));
            auto const backward = evaluate(vjp(model, by, first, second, third), here, values(u = of_u, v = of_v));
            number const jt[]{forward[0_c], forward[1_c], forward[2_c]}, tj[]{backward[p], backward[q], backward[x]};
            for (std::size_t i = 0; i < 3; ++i) {
                CAPTURE(i);
                check_close(jt[i], rows[i][0] * t[0] + rows[i][1] * t[1] + rows[i][2] * t[2]);
                check_close(tj[i], rows[0][i] * t[0] + rows[1][i] * t[1] + rows[2][i] * t[2]);
            }
        };
        check_products(1_c, -2_c, 0.5_c, {1, -2, 0.5L});
        check_products(0_c, 1_c, 0_c, {0, 1, 0});
        check_products(u, v, u * v, {of_u, of_v, of_u * of_v});
        check_products(x, p * q, sin(x), {c[2], c[0] * c[1], std::sin(c[2])});
        check_products(p, p, p, {c[0], c[0], c[0]});
        check_products(drawn::number<20>, u * q, 3_c, {at(drawn::number<20>, c), of_u * c[1], 3});
    }
}

TEST_CASE("what is held constant does not contribute") {
    for (point const& c : points) {
        constexpr auto held = stop_gradient(exp(p * x)) * sin(q * x);
        auto const slopes = at(gradient(held, by), c);
        CHECK(at(held, c) == std::exp(c[0] * c[2]) * std::sin(c[1] * c[2]));
        CHECK(slopes[p] == 0);
        check_close(slopes[x], std::exp(c[0] * c[2]) * c[1] * std::cos(c[1] * c[2]));
    }
}
