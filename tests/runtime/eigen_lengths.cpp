// Columns of every length from 0 to 70: whole lanes, broken lanes, none at all give what a plain loop gives.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>

#include <cmath>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

template <class T>
using array = Eigen::Array<T, Eigen::Dynamic, 1>;

template <class T>
array<T> numbers(Eigen::Index rows, double from, double step) {
    array<T> result(rows);
    for (Eigen::Index k = 0; k < rows; ++k) result[k] = static_cast<T>(from + step * static_cast<double>(k % 13));
    return result;
}

template <class T>
bool near(T value, T expected) {
    return std::abs(value - expected) <= 64 * std::numeric_limits<T>::epsilon() * (1 + std::abs(expected));
}

template <class T>
void every_length() {
    constexpr auto model = exp(-w * x) * y + sqrt(x) / y - 0.5_c * sin(x * y);
    T const weight = static_cast<T>(0.7);
    auto const by_hand = [weight](T at_x, T at_y) {
        return std::exp(-weight * at_x) * at_y + std::sqrt(at_x) / at_y - T(0.5) * std::sin(at_x * at_y);
    };
    for (Eigen::Index rows = 0; rows <= 70; ++rows) {
        CAPTURE(rows);
        array<T> const xs = numbers<T>(rows, 0.2, 0.31), ys = numbers<T>(rows, 2.5, -0.17);

        array<T> const values = evaluate(model, w = weight, x = xs, y = ys);
        REQUIRE(values.size() == rows);
        T total = 0;
        int wrong = 0;
        for (Eigen::Index k = 0; k < rows; ++k) {
            wrong += !near(values[k], by_hand(xs[k], ys[k]));
            total += by_hand(xs[k], ys[k]);
        }
        CHECK(wrong == 0);
        CHECK(near(evaluate(sum(model), w = weight, x = xs, y = ys), total));
        CHECK(near(evaluate(sum(w), w = weight), weight));
        CHECK(near(evaluate(sum(w) + 0_c * sum(x), w = weight, x = xs), weight * static_cast<T>(rows)));
        if (rows == 0) continue;
        T const average = total / static_cast<T>(rows);
        CHECK(near(evaluate(mean(model), w = weight, x = xs, y = ys), average));

        // A reduction inside: two passes, and three.
        array<T> const centred = evaluate(model - mean(model), w = weight, x = xs, y = ys);
        REQUIRE(centred.size() == rows);
        T spread = 0;
        wrong = 0;
        for (Eigen::Index k = 0; k < rows; ++k) {
            wrong += !near(centred[k], by_hand(xs[k], ys[k]) - average);
            spread += (by_hand(xs[k], ys[k]) - average) * (by_hand(xs[k], ys[k]) - average);
        }
        CHECK(wrong == 0);
        CHECK(near(evaluate(mean(pow<2>(model - mean(model))), w = weight, x = xs, y = ys), spread / static_cast<T>(rows)));
        array<T> const standard = evaluate(1_c + pow<2>(model - mean(model)) - mean(pow<2>(model - mean(model))), w = weight, x = xs, y = ys);
        T mean_of_standard = 0;
        for (Eigen::Index k = 0; k < rows; ++k) mean_of_standard += standard[k];
        CHECK(near(mean_of_standard, static_cast<T>(rows)));
    }
}

}  // namespace

TEST_CASE("columns of every length, in double precision") { every_length<double>(); }
TEST_CASE("columns of every length, in single precision") { every_length<float>(); }
TEST_CASE("columns of every length, in extended precision") { every_length<long double>(); }

TEST_CASE("integer columns of every length stay exact") {
    for (int rows = 0; rows <= 70; ++rows) {
        CAPTURE(rows);
        Eigen::ArrayXi xs(rows);
        for (int k = 0; k < rows; ++k) xs[k] = 7 * k - 30;
        auto const values = evaluate(pow<2>(x) - w * x, w = 3, x = xs);
        STATIC_REQUIRE(std::is_same_v<decltype(values), Eigen::ArrayXi const>);
        REQUIRE(values.size() == rows);
        int total = 0;
        for (int k = 0; k < rows; ++k) {
            REQUIRE(values[k] == xs[k] * xs[k] - 3 * xs[k]);
            total += values[k];
        }
        CHECK(evaluate(sum(pow<2>(x) - w * x), w = 3, x = xs) == total);
    }
}

namespace {

constexpr symbols<"c", 24> c;

template <int... K>
constexpr auto sum_of_sines(std::integer_sequence<int, K...>) {
    return (... + (c[constant<K>{}] * sin(constant<K + 1>{} * x)));
}

}  // namespace

// Long passes compute one packet of a lane at a time.
TEST_CASE("a model of many steps, at every length") {
    constexpr auto model = sum_of_sines(std::make_integer_sequence<int, 24>{});
    double weights[24];
    for (int k = 0; k < 24; ++k) weights[k] = 0.3 - 0.05 * k;
    for (Eigen::Index rows = 0; rows <= 40; ++rows) {
        CAPTURE(rows);
        array<double> const xs = numbers<double>(rows, 0.2, 0.31);
        auto const [values, total, by_weight] = evaluate(outputs(model, sum(model), gradient(sum(model), wrt(c))), c = weights, x = xs);
        REQUIRE(values.size() == rows);
        double expected_total = 0, expected_slopes[24]{};
        for (Eigen::Index row = 0; row < rows; ++row) {
            double expected = 0;
            for (int k = 0; k < 24; ++k) {
                expected += weights[k] * std::sin((k + 1) * xs[row]);
                expected_slopes[k] += std::sin((k + 1) * xs[row]);
            }
            CHECK(near(values[row], expected));
            expected_total += expected;
        }
        CHECK(near(total, expected_total));
        CHECK(near(evaluate(sum(model), c = weights, x = xs), expected_total));
        for (int k = 0; k < 24; ++k) CHECK(near(by_weight.values[k], expected_slopes[k]));

        if (rows == 0) continue;  // Eigen's own row of an empty array steps beside a null pointer
        Eigen::ArrayXXd table(2, rows);
        table.row(1) = xs.transpose();
        auto const [strided_values, strided_total] = evaluate(outputs(model, sum(model)), c = weights, x = table.row(1));
        REQUIRE(strided_values.size() == rows);
        CHECK((strided_values == values).all());
        CHECK(strided_total == total);
    }
}

TEST_CASE("a long sum does not lose digits") {
    Eigen::Index const rows = 3'000'017;
    Eigen::ArrayXf const xs = Eigen::ArrayXf::Constant(rows, 0.1f);
    CHECK(evaluate(mean(x), x = xs) == Approx(0.1f).epsilon(2e-6));
    CHECK(evaluate(sum(x), x = xs) == Approx(0.1f * static_cast<double>(rows)).epsilon(2e-6));
}
