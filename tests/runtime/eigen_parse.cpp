#include "catch.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/parse.hpp>

#include <random>
#include <sstream>

using namespace leibniz;

namespace {

Eigen::ArrayXd random_column(Eigen::Index rows, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> from(-1.0, 1.0);
    Eigen::ArrayXd column(rows);
    for (double& each : column) each = from(random);
    return column;
}

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

}  // namespace

TEST_CASE("a model read at run time gives over columns what a compiled one gives") {
    for (Eigen::Index rows : {1, 2, 7, 16, 100, 511, 1000, 4097}) {
        Eigen::ArrayXd const xs = random_column(rows, 1), ys = random_column(rows, 2);
        model const m = parse("sum((tanh(w*x) + exp(b*x)/(2 + x^2) - y)^2)");
        auto const interpreted = evaluate(outputs(m, gradient(m, {"w", "b"})), w = 0.7, bind("b", -0.3), x = xs, y = ys);
        constexpr auto compiled = formula<"sum((tanh(w*x) + exp(b*x)/(2 + x^2) - y)^2)">;
        auto const [value, g] = evaluate(outputs(compiled, gradient(compiled, wrt(w, b))), w = 0.7, b = -0.3, x = xs, y = ys);
        REQUIRE(interpreted.size() == 3);
        CHECK(interpreted[0].number == Approx(value).epsilon(1e-13));
        CHECK(interpreted[1].number == Approx(g[w]).epsilon(1e-13));
        CHECK(interpreted[2].number == Approx(g[b]).epsilon(1e-13));
    }
}

TEST_CASE("results by row, reductions of reductions, strided and single-precision columns") {
    Eigen::ArrayXd const xs = random_column(1003, 3);
    Eigen::ArrayXd const centred = evaluate(parse("x - mean(x)"), x = xs)[0];
    CHECK((centred - (xs - xs.mean())).abs().maxCoeff() < 1e-14);
    Eigen::ArrayXd const softmax = evaluate(parse("exp(x)/sum(exp(x))"), x = xs)[0];
    CHECK(softmax.sum() == Approx(1.0));

    Eigen::ArrayXXd const table = Eigen::ArrayXXd::Random(2, 300);
    auto const row = table.row(1);
    Eigen::ArrayXd const doubled = evaluate(parse("2*x"), x = row)[0];
    CHECK((doubled.transpose() == 2.0 * table.row(1)).all());

    Eigen::ArrayXf const floats = Eigen::ArrayXf::LinSpaced(70, 0.0f, 1.0f);
    auto const single = evaluate(parse("x + b"), x = floats, bind("b", 1));
    STATIC_REQUIRE(std::is_same_v<decltype(single[0].number), float>);
    CHECK((single[0].column == floats + 1.0f).all());

    Eigen::ArrayXi const whole = Eigen::ArrayXi::LinSpaced(9, -4, 4);
    auto const halves = evaluate(parse("x/2"), x = whole);
    STATIC_REQUIRE(std::is_same_v<decltype(halves[0].number), double>);
    CHECK((halves[0] == whole.cast<double>() / 2).all());
}

TEST_CASE("an operation that no lane computes is computed row by row") {
    Eigen::ArrayXd const xs = random_column(37, 4).abs() + 0.5;
    Eigen::ArrayXd const powers = evaluate(parse("x^b"), x = xs, b = 1.7)[0];
    for (Eigen::Index k = 0; k < xs.size(); ++k) CHECK(powers[k] == Approx(std::pow(xs[k], 1.7)).epsilon(1e-14));

    // A power of 0 by its exponent: 0, not 0 times an infinite logarithm.
    Eigen::ArrayXd const zeros = Eigen::ArrayXd::Zero(37);
    Eigen::ArrayXd const slopes = evaluate(diff(parse("x^b"), "b"), x = zeros, b = 1.7)[0];
    Eigen::ArrayXd const compiled = evaluate(diff(pow(x, b), b), x = zeros, b = 1.7);
    CHECK((slopes == 0.0).all());
    CHECK((compiled == 0.0).all());
}

TEST_CASE("bad bindings of a run-time model are refused by name") {
    Eigen::ArrayXd const xs = random_column(3, 5), ys = random_column(4, 6);
    model const m = parse("w*x - y");
    CHECK_THROWS_WITH(evaluate(m, w = 1.0, x = xs, y = ys), Catch::Contains("x has 3 rows, y has 4"));
    CHECK_THROWS_WITH(evaluate(m, w = 1.0, x = xs), Catch::Contains("the symbol y has no value"));
    CHECK_THROWS_WITH(evaluate(m, w = 1.0, x = xs, y = xs, bind("q", 1.0)), Catch::Contains("no symbol q"));
    CHECK_THROWS_WITH(evaluate(m, w = 1.0, bind("w", 2.0), x = xs, y = xs), Catch::Contains("w is bound twice"));
    CHECK_THROWS_WITH(evaluate(parse("mean(x)"), x = Eigen::ArrayXd()), Catch::Contains("mean of empty columns"));
    CHECK_THROWS_AS(static_cast<double>(evaluate(m, w = 1.0, x = xs, y = xs)[0]), std::logic_error);
    auto const all = evaluate(parse("x^2"), bind("x", Eigen::ArrayXd::Constant(3, 2.0)));
    CHECK_THROWS_WITH(all[1], "evaluate: there is no result 1; they are numbered from 0 to 0");
    CHECK_THROWS_AS(all[-1], std::out_of_range);
}

TEST_CASE("a result is an array expression wherever one stands, and a number where it does not vary") {
    Eigen::ArrayXd const xs = random_column(11, 7), line = 2 * xs + 1;
    model const m = parse("w*x + b");
    auto all = evaluate(outputs(m, gradient(m, {"w", "b"})), x = xs, w = 2.0, b = 1.0);
    REQUIRE(all.size() == 3);

    Eigen::ArrayXd a = all[0], constructed(all[0]);
    CHECK(((a == line) && (constructed == line)).all());
    a = all[1];
    CHECK((a == xs).all());
    Eigen::VectorXd v = all[0];
    CHECK((v.array() == line).all());
    v = all[1];
    CHECK((v.array() == xs).all());
    Eigen::Array<double, 11, 1> const fixed = all[0];
    CHECK((fixed == line).all());
    Eigen::ArrayXf const floats = all[0].cast<float>();
    CHECK((floats == line.cast<float>()).all());

    // The Jacobian of a least-squares problem: the derivative by b is 1 in every row.
    Eigen::MatrixXd jacobian(11, 2);
    jacobian.col(0) = all[1];
    jacobian.col(1) = all[2];
    CHECK(((jacobian.col(0).array() == xs) && (jacobian.col(1).array() == 1)).all());
    double const slope = all[2];
    CHECK(slope == 1);

    CHECK((2 * all[0] == 2 * line).all());
    CHECK((all[0] * 2.0 - a == 2 * line - xs).all());
    CHECK((all[0] + all[1] - all[2] == line + xs - 1).all());
    CHECK((exp(-all[0]) == exp(-line)).all());
    CHECK(all[0].mean() == line.mean());
    CHECK(all[0][3] == line[3]);
    CHECK(all[0].size() == 11);
    CHECK(all[2].size() == 11);
    a.head(11) = all[0];
    a += all[0];
    CHECK((a == 2 * line).all());

    std::ostringstream printed;
    printed << all[2] << '\n' << all[0];
    std::ostringstream expected;
    expected << 1.0 << '\n' << line;
    CHECK(printed.str() == expected.str());
}

TEST_CASE("a result is owned by its copies and by expressions made of it") {
    Eigen::ArrayXd const xs = random_column(37, 8);
    model const m = parse("w*x");
    auto const tripled = 3 * evaluate(m, x = xs, w = 2.0)[0];
    CHECK((tripled == 3 * (2 * xs)).all());
    auto all = evaluate(m, x = xs, w = 2.0);
    auto const copy = all[0];
    all.clear();
    CHECK((copy == 2 * xs).all());

    // It is a column for another model, read at run time or compiled, also where it is one number.
    all = evaluate(outputs(m, diff(m, "x")), x = xs, w = 2.0);
    Eigen::ArrayXd const read = evaluate(parse("y^2"), y = all[0])[0], compiled = evaluate(pow<2>(y), y = all[0]), of_number = evaluate(pow<2>(y), y = all[1]);
    CHECK(((read == (2 * xs).square()) && (compiled == read) && (of_number == 4)).all());

    Eigen::ArrayXd const none = evaluate(m, x = Eigen::ArrayXd(), w = 2.0)[0];
    CHECK(none.size() == 0);
    double number = 0;
    CHECK_THROWS_WITH(number = copy, Catch::Contains("varies by row; assign it to an Eigen::Array"));
    CHECK(number == 0);
}

TEST_CASE("the result of one formula converts to a number or an array, and results are streamed as a whole") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(3, 1.0, 3.0);
    double const mean = evaluate(parse("mean(x)"), bind("x", xs));
    CHECK(mean == 2.0);
    Eigen::ArrayXd const doubled = evaluate(parse("2*x"), bind("x", xs)), repeated = evaluate(parse("mean(x)"), bind("x", xs));
    CHECK(((doubled == 2 * xs) && (repeated == 2.0)).all());
    auto const both = evaluate(outputs(parse("2*x"), parse("mean(x)")), bind("x", xs));
    std::ostringstream printed;
    printed << both << '\n' << evaluate(parse("mean(x)"), bind("x", xs)) << '\n' << evaluate(outputs(parse("a"), parse("2*a")), bind("a", 1.5));
    CHECK(printed.str() == "2\n4\n6\n2\n2\n1.5\n3");
    double number = 0;
    CHECK_THROWS_WITH(number = evaluate(parse("2*x"), bind("x", xs)), Catch::Contains("varies by row; assign it to an Eigen::Array"));
    CHECK_THROWS_WITH(number = both, "evaluate: the model has several formulas; index its values");
    CHECK(number == 0);
}
