// Differences that cancel as they are written are computed by what is exact: by themselves and among other results, at run time
// and in constant expressions.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/parse.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;

bool near(double value, double right) { return std::abs(value - right) <= 4e-16 * std::abs(right); }

template <class E>
void check(E e, double at, double right) {
    CAPTURE(text(e), at);
    CHECK(near(evaluate(e, x = at), right));
    CHECK(near(evaluate(outputs(e, 2_c*x), x = at)[0_c], right));
    std::vector<named_binding<double>> const bindings{{"x", at}};
    CHECK(near(evaluate(parse(std::string(text(e))), bindings)[0], right));
}

}  // namespace

TEST_CASE("what cancels as it is written keeps its digits") {
    check(exp(x) - 1_c, 1e-10, 1.00000000005e-10);
    check(1_c - exp(-x), 1e-10, 9.9999999995e-11);
    check(3_c - 3_c*exp(2_c*x), 1e-10, -6.0000000006e-10);
    check(1_c - cos(x), 1e-8, 5e-17);
    check(2_c*cos(3_c*x) - 2_c, 1e-8, -9e-16);
    check(cosh(x) - 1_c, 1e-8, 5e-17);
    check(1_c - cosh(x), 1e-8, -5e-17);
    check(log(1_c + x), 1e-10, 9.9999999995e-11);
    check(log(1_c - 2_c*x), 1e-10, -2.0000000002e-10);
    check((1_c - cos(x))/pow<2>(x), 1e-8, 0.5);
    check(sqrt(x + 1_c) - sqrt(x), 1e12, 4.99999999999875e-07);
    check(3_c*sqrt(x) - 3_c*sqrt(x + 1_c), 1e12, -1.499999999999625e-06);
    check(sqrt(1_c + x) - 1_c, 1e-10, 4.999999999875e-11);
    check(1_c - sqrt(1_c - x), 1e-10, 5.000000000125e-11);
    check(sqrt(x + 4_c) - 2_c, 1e-10, 2.4999999999843752e-11);
    check(sqrt(x + 3_c) - sqrt(x + 1_c), 1e14, 9.9999999999999e-08);
    // roots of t^2 + x*t + 1 and t^2 - x*t + 1
    check((-x + sqrt(pow<2>(x) - 4_c))/2_c, 1e8, -1.0000000000000001e-08);
    check((-x - sqrt(pow<2>(x) - 4_c))/2_c, -1e8, 1.0000000000000001e-08);
    static_assert(evaluate(sqrt(x + 1_c) - sqrt(x), x = 1e30) == 5e-16);
    static_assert(evaluate(1_c - cos(x), x = 1e-8) > 4.99e-17 && evaluate(log(1_c + x), x = 1e-18) == 1e-18);
}

TEST_CASE("and elsewhere the function is what it was") {
    check(exp(x) - 1_c, 2.0, std::exp(2.0) - 1);
    check(exp(x) - 1_c, -800.0, -1);
    check(1_c - cos(x), 3.0, 1 - std::cos(3.0));
    check(cosh(x) - 1_c, -3.0, std::cosh(3.0) - 1);
    check(log(1_c + x), 1e300, std::log(1e300));
    check(sqrt(x + 1_c) - sqrt(x), 3.0, 0.26794919243112270647);
    check(sqrt(x + 1_c) + sqrt(x), 3.0, 2 + std::sqrt(3.0));
    check((-x + sqrt(pow<2>(x) - 4_c))/2_c, -1e8, 1e8);
    check(sqrt(pow<2>(x) + 1_c) - x, 0.0, 1);
    check(sqrt(pow<2>(x) + 1_c) - 2_c*x, 3.0, std::sqrt(10.0) - 6);
    CHECK(std::isnan(evaluate(sqrt(x + 1_c) - sqrt(x), x = -0.5)));
    CHECK(std::isinf(evaluate(cosh(x) - 1_c, x = 800.0)));
    CHECK(operations(exp(x) - 1_c).calls("expm1") == 1);
    CHECK(operations(exp(x) - 2_c).calls("exp") == 1);
}
