// Replacements and conditions on record over columns, and conditions of models that are read at run time.
#include "../catch.hpp"
#include "../complaint.hpp"
#include "../streamed.hpp"

#include <leibniz/algebra.hpp>
#include <leibniz/eigen.hpp>
#include <leibniz/eigen/parse.hpp>
#include <leibniz/notation.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <string>
#include <type_traits>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(5, -2.0, 2.0);

}  // namespace

TEST_CASE("the conditions of a model are those of the expression that reads the same") {
    for (char const* formula : {"x/x", "exp(log(x)) + y/y", "(x - 1)/(x - 1)", "x*y/(x*y) + exp(log(1 - x))", "log(x)/log(x)", "x + y", "1"}) {
        CAPTURE(formula);
        model const m = parse(formula);
        for (std::string const& each : assumptions(m)) CHECK(text(parse(each)) == each);  // each reads back
    }
    CHECK(text(assumptions(parse("exp(log(x)) + y/y"))) == text(assumptions(exp(log(x)) + y/y)));
    CHECK(text(assumptions(parse("log(x)/log(x)"))) == "x > 0, log(x) != 0");
    CHECK(text(assumptions(parse("x + y"))).empty());
    CHECK(streamed(assumptions(parse("x*y/(x*y)"))) == "x != 0, y != 0");
    CHECK(text(assumptions(gradient(parse("w*exp(log(x))"), {"w", "x"}))) == "x > 0");
    CHECK(text(assumptions(substitute(parse("x/x"), bind("x", parse("t - 1"))))) == "t != 1");
    auto const two = assumptions(parse("exp(log(x)) + y/y"));
    REQUIRE(two.size() == 2);
    CHECK(two[1] == "y != 0");
    CHECK(complaint([&] { static_cast<void>(two[2]); }) == "assumptions: there is no condition 2 of 2");
}

TEST_CASE("they evaluate to a bool") {
    auto const two = assumptions(parse("exp(log(x)) + y/y"));
    static_assert(std::is_same_v<decltype(evaluate(two, bind("x", 1.0))), bool>);
    CHECK(evaluate(two, bind("x", 1.0), bind("y", 2.0)));
    CHECK(!evaluate(two, bind("x", -1.0), bind("y", 2.0)));
    CHECK(!evaluate(two, std::vector<named_binding<double>>{{"x", 1.0}, {"y", 0.0}}));
    CHECK(evaluate(assumptions(parse("x + y")), bind("x", 1.0)));
    CHECK(complaint([&] { evaluate(two, bind("x", 1.0)); }) == "evaluate: the symbol y has no value; add bind(\"y\", 2.0)");
}

TEST_CASE("over columns they are 1 or 0 for each row") {
    Eigen::ArrayXd const expected{{0.0, 0.0, 0.0, 1.0, 1.0}};
    Eigen::ArrayXd const rows = evaluate(assumptions(exp(log(x))), x = xs);
    CHECK((rows == expected).all());
    Eigen::ArrayXd const of_model = evaluate(assumptions(parse("exp(log(x))")), bind("x", xs));
    CHECK((of_model == expected).all());
    CHECK(evaluate(assumptions(x + y), x = xs, y = 1.0));
}

TEST_CASE("what stands in place of a symbol is evaluated over columns, and written in C") {
    constexpr symbol<"a"> a;
    constexpr symbol<"w"> w;
    constexpr column<"t"> t;
    Eigen::ArrayXd const expected = 2.0*(xs + 1.0).square();
    Eigen::ArrayXd const rows = evaluate(substitute(w*y*y, y = x + a), w = 2.0, a = 1.0, x = xs);
    CHECK((rows == expected).all());
    Eigen::ArrayXd const by_a_column = evaluate(substitute(w*y*y, y = t + 1_c), w = 2.0, t = xs);
    CHECK((by_a_column == expected).all());
    CHECK(evaluate(substitute(mean(y*t), y = t), t = xs) == 2.0);
    CHECK(evaluate(substitute(sum(w*t), t = y), w = 2.0, y = 3.0) == 6.0);  // of one row
    auto const slopes = evaluate(substitute(gradient(mean(w*t*t + a), wrt(w, a)), t = t + 1_c), t = xs);
    CHECK(slopes[w] == 3.0);
    CHECK(slopes[a] == 1.0);
    Eigen::ArrayXd const of_model = evaluate(substitute(parse("w*y^2"), bind("y", parse("x + a"))), bind("w", 2.0), bind("a", 1.0), bind("x", xs))[0];
    CHECK((of_model == expected).all());
    constexpr text_view function = c_code(substitute(w*y*y, y = x + a));
    CHECK(std::string(function).find("double f(double a, double w, double x)") != std::string::npos);
    CHECK(c_code(substitute(parse("w*y^2"), bind("y", parse("x + a")))).find("double x") != std::string::npos);
}
