// The structure of Hessians and Jacobians of models that are read at run time is that of the same expressions.
#include <leibniz/calculus.hpp>
#include <leibniz/parse.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;
constexpr symbol<"s"> s;
constexpr auto f = s*pow<2>(x)*y + exp(z) + 3_c*x*x;
std::vector<std::string> const by{"x", "y", "z"};

template <class Nonzeros>
void check_same(model_structure const& found, Nonzeros expected) {
    REQUIRE(found.size() == expected.size);
    CHECK(found.height == expected.height);
    CHECK(found.width == expected.width);
    CHECK(std::equal(found.rows.begin(), found.rows.end(), expected.rows.begin(), expected.rows.end()));
    CHECK(std::equal(found.columns.begin(), found.columns.end(), expected.columns.begin(), expected.columns.end()));
    for (int k = 0; k < found.size(); ++k) CHECK(found.is_constant(k) == expected.is_constant(k));
}

TEST_CASE("the structure of a model's Hessian is that of the expression's") {
    model const h = hessian(parse("s*x^2*y + exp(z) + 3*x*x"), by);
    constexpr auto expected = hessian(f, wrt(x, y, z));
    check_same(nonzeros(h, by), nonzeros(expected));
    model_structure const triangle = nonzeros(h, by, part_of_table::lower);
    check_same(triangle, nonzeros(lower(expected)));
    CHECK(triangle.entries.name(1) == h.name(3));
    auto const values = evaluate(triangle.entries, bind("s", 2.0), bind("x", 3.0), bind("y", 5.0), bind("z", 0.0));
    CHECK(std::vector<double>(values.begin(), values.end()) == std::vector<double>{26.0, 12.0, 1.0});
}

TEST_CASE("the structure of a model's Jacobian is that of the expressions'") {
    model const j = jacobian(outputs(parse("s*x + y"), parse("z"), parse("7"), parse("x*z")), by);
    check_same(nonzeros(j, by), nonzeros(jacobian(outputs(s*x + y, z, 7_c, x*z), wrt(x, y, z))));
    CHECK(nonzeros(hessian(parse("x + 2*y"), by), by).size() == 0);
}

TEST_CASE("degrees of models") {
    model const m = parse("exp(s)*x - y/s");
    CHECK(is_linear_in(m, by));
    CHECK_FALSE(is_linear_in(m, {"s"}));
    CHECK(is_quadratic_in(parse("s^3*x*y + z"), by));
    CHECK_FALSE(is_quadratic_in(parse("s*x*y*z"), by));
    CHECK_FALSE(is_linear_in(parse("abs(x)"), by));
}

TEST_CASE("a table of another shape is refused") {
    model const h = hessian(parse("x*y*z"), by);
    CHECK_THROWS_WITH(nonzeros(h, {"x", "y"}), "nonzeros: 9 formulas are no rows of 2; give the names by which the table was derived");
    CHECK_THROWS_WITH(nonzeros(jacobian(parse("x*y"), by), by, part_of_table::lower),
                      "nonzeros: a table of 1 rows and 3 columns has no lower triangle; write part_of_table::whole");
    CHECK_THROWS_AS(nonzeros(h, {}), std::invalid_argument);
}

}  // namespace
